import type { Content } from "../../../src/table/columns";
import { cleanTable, type CleanTable } from "../../../src/table/raw/cleanTable";
import { columnNames } from "../../../src/table/raw/columnNames";
import type { CellReading } from "../../../src/table/raw/columnReading";
import { findLayout } from "../../../src/table/raw/findLayout";
import type { MergedCells } from "../../../src/table/raw/rawTable";
import { atOnce } from "./atOnce";
import { rawTable } from "./rawTable";

const nothing: CellReading = { numbers: null, dates: { order: null, from1904: false } };

/** A list of clients with one more column, as a copy would have it. */
function copyOf(
  header: string,
  cells: readonly Content[],
  reading: Partial<CellReading> = {},
  merges: readonly MergedCells[] = [],
): CleanTable {
  const table = rawTable([["Client ID", header], ...cells.map((cell, i) => [`K${i + 100}`, cell])], merges);
  const layout = atOnce(findLayout(table))!;
  const names = columnNames(table, layout, (letters) => letters);
  return atOnce(cleanTable(table, layout, names, { ...nothing, ...reading }));
}

const cellsOf = (copy: CleanTable): readonly Content[] => copy.columns[1]!.cells;
const kindsOf = ({ changes }: CleanTable): Record<string, number> =>
  Object.fromEntries(changes.map(({ kind, cells }) => [kind, cells.length]));

describe("text that has one reading is read without a question", () => {
  it.each<[string, readonly string[], readonly number[]]>([
    ["Sales", ["261,96", "731,94", "14,62"], [261.96, 731.94, 14.62]],
    ["Sales", ["9.99", "1.234"], [9.99, 1.234]],
    ["Sales", ["2.278.845", "750.000"], [2_278_845, 750_000]],
    ["Opened date", ["01/15/2020", "02/03/2020"], [43_845, 43_864]],
    ["Opened date", ["20240101", "20240131"], [45_292, 45_322]],
    ["Month", ["2026-10", "2026.09"], [46_296, 46_266]],
    ["Balance", ["１，２３４．５０", "９９．００"], [1234.5, 99]],
  ])("%s %j", (header, texts, numbers) => {
    const copy = copyOf(header, texts);
    expect(cellsOf(copy)).toEqual(numbers);
    expect(copy.undeclared).toEqual([]);
  });

  it.each([
    ["Sales", ["1.234", "2,500"]],
    ["Since", ["03/02/2020", "04/02/2020"]],
  ])("%s %j is asked about", (header, texts) => {
    expect(copyOf(header, texts).undeclared.map(({ column }) => column)).toEqual([header]);
  });
});

describe("a declaration", () => {
  const votes = ["2.278.845", "668.473", "750.000"];

  it("for all columns gives way to none in silence where a column is clear", () => {
    expect(copyOf("Votes", votes, { numbers: "comma-point" }).undeclared).toMatchObject([
      { column: "Votes", contradicted: true, cells: [{ row: 1, column: 1 }] },
    ]);
  });

  it("for one column holds for it alone, and is refused where most cells say otherwise", () => {
    const own = { numbers: "comma-point", columns: [{ column: "Votes", numbers: "point-comma" }] } as const;
    expect(cellsOf(copyOf("Votes", votes, own))).toEqual([2_278_845, 668_473, 750_000]);
    const wrong = { columns: [{ column: "Votes", numbers: "space-comma" }] } as const;
    expect(copyOf("Votes", votes, wrong).undeclared).toMatchObject([{ contradicted: true }]);
    const day = { columns: [{ column: "Since", dates: "mdy" }] } as const;
    expect(cellsOf(copyOf("Since", ["03/02/2020"], day))).toEqual([43_892]);
  });
});

describe("what looks like something else", () => {
  it("a zero in front is a slip among amounts and part of an id", () => {
    const amounts = ["100", "200", "0400", "500"];
    expect(cellsOf(copyOf("Balance", amounts))).toEqual([100, 200, 400, 500]);
    expect(kindsOf(copyOf("Balance", amounts))).toEqual({ numbers: 3, "zeros-first": 1 });
    expect(cellsOf(copyOf("Shop", amounts))).toEqual(amounts);
    expect(cellsOf(copyOf("Account no", amounts))).toEqual(amounts);
  });

  it("units in cells come to the unit that the column or the title states", () => {
    const cells = ["1.2亿", "3400万", "500万元"];
    expect(cellsOf(copyOf("贷款余额(万元)", cells))).toEqual([12_000, 3400, 500]);
    expect(cellsOf(copyOf("贷款余额", cells, { unit: "亿元" }))).toEqual([1.2, 0.34, 0.05]);
    expect(cellsOf(copyOf("贷款余额", cells))).toEqual([120_000_000, 34_000_000, 5_000_000]);
    // A plain number beside them could be in any unit.
    expect(cellsOf(copyOf("贷款余额", [...cells, 77]))).toEqual([...cells, 77]);
  });

  it("currencies, percents and months go on showing what they say", () => {
    const money = copyOf("Balance", ["USD 1,000.00", "EUR 2,000.00", "500 元"], { numbers: "comma-point" });
    expect(cellsOf(money)).toEqual([1000, 2000, 500]);
    expect([money.columns[1]!.format, ...money.columns[1]!.formats!]).toEqual([
      "[$USD] #,##0.00",
      null,
      "[$EUR] #,##0.00",
      "[$CNY] #,##0.00",
    ]);
    expect(kindsOf(money)).toMatchObject({ currencies: 3 });
    expect(kindsOf(copyOf("Balance CNY", ["500", "USD 500"]))).toMatchObject({ currencies: 1 });
    expect(copyOf("Rate", ["5%", "7%"]).columns[1]).toMatchObject({ cells: [0.05, 0.07], format: "0.00%" });
    expect(copyOf("Month", ["2026-10", "Oct-26"]).columns[1]).toMatchObject({ format: "yyyy-mm" });
  });

  it("years and months that are numbers are no days", () => {
    expect(kindsOf(copyOf("Order date", [2026, 2025, "2026-10-31"]))).toEqual({ "not-dates": 2, dates: 1 });
  });
});

describe("words that mean blank", () => {
  const cells = [5, "n/a", "NULL", "无", "—", 7];

  it("are proposed, and stay as they are until somebody declares them", () => {
    const copy = copyOf("Balance", cells);
    expect(copy.blankWords.map(({ word }) => word)).toEqual(["n/a", "NULL", "无", "—"]);
    expect(cellsOf(copy)).toEqual(cells);
    expect(cellsOf(copyOf("Balance", cells, { blanks: ["n/a", "null", "无", "—"] }))).toEqual([
      5,
      null,
      null,
      null,
      null,
      7,
    ]);
  });

  it("leave words of people alone among words, unless they are declared for that column", () => {
    const guarantees = ["抵押", "无", "保证", "NULL"];
    expect(copyOf("担保方式", guarantees).blankWords.map(({ word }) => word)).toEqual(["NULL"]);
    const blanks = ["无", "NULL"];
    expect(cellsOf(copyOf("担保方式", guarantees, { blanks }))).toEqual(["抵押", "无", "保证", null]);
    expect(cellsOf(copyOf("担保方式", guarantees, { columns: [{ column: "担保方式", blanks }] }))).toEqual([
      "抵押",
      null,
      "保证",
      null,
    ]);
  });
});

describe("cells that are merged down", () => {
  const merges = [{ row: 1, column: 1, rows: 3, columns: 1 }];

  it("are filled once somebody agrees, and asked about before", () => {
    const cells = ["North", null, null, "South"];
    expect(copyOf("Region", cells, {}, merges).undeclared).toMatchObject([
      { what: "merged", cells: [{ row: 2 }, { row: 3 }] },
    ]);
    const filled = copyOf("Region", cells, { fillMerged: true }, merges);
    expect(cellsOf(filled)).toEqual(["North", "North", "North", "South"]);
    expect(kindsOf(filled)).toEqual({ filled: 2 });
  });

  it.each([[[100, null, null, 5]], [["100", null, null, "5"]]])(
    "are nobody's where they hold an amount: %j",
    (cells) => {
      const copy = copyOf("Balance", cells, { fillMerged: true }, merges);
      expect(copy.mergedAmounts).toEqual([{ column: "Balance", index: 1, row: 1, rows: 3 }]);
    },
  );
});
