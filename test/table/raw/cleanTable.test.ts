import type { Content } from "../../../src/table/columns";
import { cleanTable, type CleanTable } from "../../../src/table/raw/cleanTable";
import { columnNames } from "../../../src/table/raw/columnNames";
import type { CellReading } from "../../../src/table/raw/columnReading";
import { findLayout } from "../../../src/table/raw/findLayout";
import { atOnce } from "./atOnce";
import { rawTable } from "./rawTable";

const nothing: CellReading = { numbers: null, dates: { order: null, from1904: false } };

function cleaned(
  rows: readonly (readonly Content[])[],
  reading: CellReading = nothing,
  hidden: number[] = [],
): CleanTable {
  const table = rawTable(rows);
  const layout = atOnce(findLayout(table))!;
  return atOnce(
    cleanTable(
      table,
      layout,
      columnNames(table, layout, (letters) => letters),
      reading,
      { hidden, totals: false },
    ),
  );
}

const counts = ({ changes }: CleanTable): Record<string, number> =>
  Object.fromEntries(changes.map(({ kind, column, cells }) => [[kind, column ?? ""].join(" ").trim(), cells.length]));

describe("a clean copy of a list", () => {
  it("leaves out blank, hidden and total rows, and lists them", () => {
    const copy = cleaned(
      [
        ["Client", "Balance"],
        ["A", 1],
        [null, null],
        ["B", 2],
        ["C", 3],
        ["Total", 6],
      ],
      nothing,
      [3],
    );
    expect(copy.columns.map(({ cells }) => cells)).toEqual([
      ["A", "C"],
      [1, 3],
    ]);
    expect(counts(copy)).toEqual({ "blank-rows": 1, "hidden-rows": 1, "total-rows": 1 });
  });

  it("F44, F45: converts numbers that are text by the declared style, and lists words among them with their cells", () => {
    const rows = [
      ["Client", "Balance"],
      ["A", "1.234,5"],
      ["B", "(120)"],
      ["C", "sixty"],
      ["D", 7],
      ["E", { error: "#N/A" }],
    ];
    const copy = cleaned(rows, { ...nothing, numbers: "point-comma" });
    expect(copy.columns[1]).toMatchObject({
      name: "Balance",
      kind: "numbers",
      cells: [1234.5, -120, "sixty", 7, { error: "#N/A" }],
    });
    expect(copy.changes).toEqual([
      {
        kind: "numbers",
        column: "Balance",
        cells: [
          { row: 1, column: 1 },
          { row: 2, column: 1 },
        ],
      },
      { kind: "not-numbers", column: "Balance", cells: [{ row: 3, column: 1 }] },
      { kind: "error-cells", column: "Balance", cells: [{ row: 5, column: 1 }] },
    ]);
    expect(copy.undeclared).toEqual([]);
  });

  it("F44: asks where nothing is declared, with what each choice would read", () => {
    const copy = cleaned([
      ["Client", "Balance"],
      ["A", "1.234"],
      ["B", "2,500"],
      ["C", "7"],
    ]);
    expect(copy.columns[1]?.cells).toEqual(["1.234", "2,500", 7]);
    expect(copy.undeclared).toEqual([
      {
        what: "numbers",
        column: "Balance",
        cells: [
          { row: 1, column: 1 },
          { row: 2, column: 1 },
        ],
        reads: { "comma-point": 3, "point-comma": 3, "space-comma": 2 },
        contradicted: false,
      },
    ]);
  });

  it("F46: converts days that are text by the declared order, and asks where none is", () => {
    const rows = [
      ["Client", "Since"],
      ["A", "2020年2月20日"],
      ["B", "03/02/2020"],
      ["C", 43881],
    ];
    const asked = cleaned(rows);
    expect([asked.columns[1]?.cells[0], asked.undeclared[0]?.reads]).toEqual([43881, { ymd: 1, dmy: 2, mdy: 2 }]);
    const copy = cleaned(rows, { ...nothing, dates: { order: "dmy", from1904: false } });
    expect(copy.columns[1]).toMatchObject({ kind: "dates", cells: [43881, 43864, 43881] });
    expect(counts(copy)).toEqual({ "dates Since": 2, "day-format Since": 1 });
    const in1904 = cleaned(rows, { ...nothing, dates: { order: "dmy", from1904: true } });
    expect(in1904.columns[1]?.cells.slice(0, 2)).toEqual([43881 - 1462, 43864 - 1462]);
  });

  it("F47: leaves ids alone, with a zero in front or by the column's name", () => {
    const copy = cleaned([
      ["Client ID", "Shop", "Balance"],
      ["1", "007", 5],
      ["2", "12", 6],
    ]);
    expect(copy.columns.slice(0, 2).map(({ cells }) => cells)).toEqual([
      ["1", "2"],
      ["007", "12"],
    ]);
  });

  it("F43: keeps a zero, FALSE and an empty cell apart, and empties a cell of spaces with a word", () => {
    const copy = cleaned([
      ["Client", "Balance"],
      ["A", 0],
      ["B", false],
      ["C", null],
      ["D", " "],
      ["E", ""],
      [" F\u00a0", 2],
    ]);
    expect(copy.columns.map(({ cells }) => cells)).toEqual([
      ["A", "B", "C", "D", "E", "F"],
      [0, false, null, null, null, 2],
    ]);
    expect(counts(copy)).toEqual({ "trimmed Client": 1, "trimmed Balance": 1 });
  });
});
