import { columnNames } from "../../../src/table/raw/columnNames";
import { findLayout as layoutSteps, type Layout } from "../../../src/table/raw/findLayout";
import type { RawTable } from "../../../src/table/raw/rawTable";
import { saysTotal } from "../../../src/table/raw/totalRow";
import { atOnce } from "./atOnce";
import { rawTable } from "./rawTable";

const findLayout = (table: RawTable): Layout | null => atOnce(layoutSteps(table));

const names = (table: RawTable): readonly string[] =>
  columnNames(table, findLayout(table)!, (letters) => `Column ${letters}`).names;

describe("the header of a list", () => {
  it("is found below title rows, and notes below the list are no part of it", () => {
    const table = rawTable([
      ["Clients of the Northern branch", null, null],
      ["as of", 46000, null],
      [null, null, null],
      ["Client ID", "Client", "Balance"],
      ["C1", "Harbour", 5],
      ["C2", "Lindt", 7],
      [null, null, null],
      ["Source: core banking", null, null],
    ]);
    expect(findLayout(table)).toEqual({
      header: { row: 3, rows: 1 },
      columns: [0, 1, 2],
      blankColumns: [],
      firstRow: 4,
      lastRow: 5,
      blankRows: [],
      totalRows: [],
      endingTotals: [],
      sectionRows: [],
      repeatedRows: [],
      otherList: null,
      otherRows: [0, 1, 7],
    });
  });

  it("goes on below merged cells, whose names join those below them", () => {
    const table = rawTable(
      [
        ["贷款年利率", "客户流失率", null, null],
        [null, "信誉评级A", "信誉评级B", "信誉评级C"],
        [0.04, 0, 0, 0],
        [0.05, 0.2, 0.1, 0.1],
      ],
      [
        { row: 0, column: 0, rows: 2, columns: 1 },
        { row: 0, column: 1, rows: 1, columns: 3 },
      ],
    );
    expect(findLayout(table)).toMatchObject({ header: { row: 0, rows: 2 }, firstRow: 2, lastRow: 3, blankRows: [] });
    expect(names(table)).toEqual([
      "贷款年利率",
      "客户流失率 信誉评级A",
      "客户流失率 信誉评级B",
      "客户流失率 信誉评级C",
    ]);
  });

  it("ends with a wide name when numbers stand below it", () => {
    const table = rawTable(
      [
        ["Client", "Balances", null],
        ["A", 1, 2],
        ["B", 3, 4],
      ],
      [{ row: 0, column: 1, rows: 1, columns: 2 }],
    );
    expect(findLayout(table)?.header).toEqual({ row: 0, rows: 1 });
    expect(names(table)).toEqual(["Client", "Balances", "Balances (2)"]);
  });

  it("may hold years, and is nowhere in a range of numbers", () => {
    expect(
      names(
        rawTable([
          ["Client", 2024, 2025],
          ["A", 1, 2],
        ]),
      ),
    ).toEqual(["Client", "2024", "2025"]);
    expect(
      findLayout(
        rawTable([
          [1, 2, 3],
          [4, 5, 6],
        ]),
      ),
    ).toBeNull();
    expect(findLayout(rawTable([["Client", "Balance"]]))).toBeNull();
  });

  it("gives names that differ to columns without a name and with the same one, however written", () => {
    const table = rawTable([
      ["Certification", "ＣＥＲＴＩＦＩＣＡＴＩＯＮ", "do not edit", null, " Balance\n(CNY) "],
      ["a", "b", null, "c", 1],
    ]);
    expect(findLayout(table)).toMatchObject({ columns: [0, 1, 3, 4], blankColumns: [2] });
    expect(names(table)).toEqual(["Certification", "ＣＥＲＴＩＦＩＣＡＴＩＯＮ (2)", "Column D", "Balance (CNY)"]);
  });
});

describe("rows that add up others", () => {
  it("are told from clients by their first words, inside a list and at its end", () => {
    const table = rawTable([
      ["Client", "Balance"],
      ["A", 1],
      ["华北小计", 1],
      ["B", 2],
      ["合 计", 3],
      ["Grand total", 3],
    ]);
    expect(findLayout(table)).toMatchObject({ totalRows: [2], endingTotals: [4, 5], lastRow: 5 });
  });

  it.each<[string, boolean]>([
    ["Total", true],
    ["Subtotal:", true],
    ["North Total", true],
    ["Grand Total", true],
    ["总计", true],
    ["小计", true],
    ["本页合计", true],
    ["Total SA", false],
    ["TotalEnergies", false],
    ["合计科技有限公司", false],
    ["小计:", true],
    ["小计(北京)", true],
    ["中国总计", true],
    ["Totally", false],
  ])("%s: %s", (text, says) => {
    expect(saysTotal(text)).toBe(says);
  });
});

test("whoever looks for the header may pause after every row, however long the list is", () => {
  const rows = Array.from({ length: 40 }, (_, i) => [`C${i}`, i]);
  const work = layoutSteps(rawTable([["Client", "Balance"], ...rows]));
  let steps = 0;
  while (work.next().done !== true) steps++;
  expect(steps).toBeGreaterThanOrEqual(rows.length);
});
