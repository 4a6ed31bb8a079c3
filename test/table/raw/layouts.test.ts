import type { Content } from "../../../src/table/columns";
import { columnNames } from "../../../src/table/raw/columnNames";
import { findLayout, type HeaderAsked } from "../../../src/table/raw/findLayout";
import type { MergedCells } from "../../../src/table/raw/rawTable";
import { atOnce } from "./atOnce";
import { rawTable } from "./rawTable";

type Rows = readonly (readonly Content[])[];

/** The names of a list's columns, and what stands in the first column of each of its rows. */
function read(
  rows: Rows,
  merges: readonly MergedCells[] = [],
  {
    dated = [],
    asked = null,
  }: { readonly dated?: readonly (readonly [number, number])[]; readonly asked?: HeaderAsked | null } = {},
): { readonly names: readonly string[]; readonly first: readonly Content[]; readonly other: number | null } | null {
  const table = rawTable(rows, merges);
  for (const [row, column] of dated) table.columns[column]!.dated[row] = 1;
  const layout = atOnce(findLayout(table, asked));
  if (layout === null) return null;
  const { blankRows, totalRows, endingTotals, sectionRows, repeatedRows, firstRow, lastRow } = layout;
  const without = new Set([...blankRows, ...totalRows, ...endingTotals, ...sectionRows, ...repeatedRows]);
  const kept = rows.flatMap((cells, row) => (row < firstRow || row > lastRow || without.has(row) ? [] : [cells]));
  return {
    names: columnNames(table, layout, (letters) => letters).names,
    first: kept.map(([cell = null]) => cell),
    other: layout.otherList,
  };
}

const across = (row: number, columns: number, column = 0, rows = 1): MergedCells => ({ row, column, rows, columns });
const two = ["K100", "K101"];

describe("the header below titles and information", () => {
  it.each<[string, Rows, readonly MergedCells[]]>([
    [
      "a title merged across, date and unit",
      [
        ["客户分层报表", null, null],
        ["报表日期：2026-10-31", null, "单位：万元"],
        ["客户号", "客户名称", "授信余额"],
        ["K100", "甲公司", 100],
        ["K101", "乙公司", 90],
      ],
      [across(0, 3)],
    ],
    [
      "information merged so that it fills the width",
      [
        ["客户分层报表", null, null],
        ["截至2026年10月31日", null, "单位：万元"],
        ["客户号", "客户名称", "授信余额"],
        ["K100", "甲公司", 100],
        ["K101", "乙公司", 90],
      ],
      [across(0, 3), across(1, 2)],
    ],
    [
      "labels with their contents beside them",
      [
        ["As of", "31 October 2026", null],
        ["Branch", "North", null],
        [null, null, null],
        ["客户号", "客户名称", "授信余额"],
        ["K100", "A Ltd", "100"],
        ["K101", "B Ltd", "90"],
      ],
      [],
    ],
    [
      "a title over all columns but one, which says something else",
      [
        ["客户分层报表", null, "内部资料"],
        ["客户号", "客户名称", "授信余额"],
        ["K100", "甲公司", 100],
        ["K101", "乙公司", 90],
      ],
      [across(0, 2)],
    ],
    [
      "a row that numbers the columns",
      [
        ["客户号", "客户名称", "授信余额"],
        ["栏次", 1, 2],
        ["K100", "甲公司", 100],
        ["K101", "乙公司", 90],
      ].map((cells, i) => (i === 1 ? ["栏次", 1, 2, 3] : [...cells, i === 0 ? "笔数" : 1])),
      [],
    ],
  ])("%s", (_, rows, merges) => {
    const found = read(rows, merges);
    expect(found?.names.slice(0, 3)).toEqual(["客户号", "客户名称", "授信余额"]);
    expect(found?.first).toEqual(two);
  });

  it("may be of dates, months or numbers above text", () => {
    const rows = [
      ["Client ID", "Name", 46295, 46326],
      ["K100", "Firm 1", "100", "120"],
      ["K101", "Firm 2", "200", "240"],
    ];
    const days = [
      [0, 2],
      [0, 3],
    ] as const;
    expect(read(rows, [], { dated: days })).toMatchObject({
      names: ["Client ID", "Name", "2026-09-30", "2026-10-31"],
      first: two,
    });
    const months = [["Client ID", 202609, 202610], ["K100", 1, 2], ["K101", 3, 4]]; // prettier-ignore
    expect(read(months)).toMatchObject({ names: ["Client ID", "202609", "202610"], first: two });
    const numbers = [["Client ID", 1, 2, 3], ["K100", 10, 20, 30], ["K101", 30, 40, 50]]; // prettier-ignore
    expect(read(numbers)).toMatchObject({ names: ["Client ID", "1", "2", "3"], first: two });
  });

  it("ends with a merged name above rows of text", () => {
    const rows = [
      ["Client", "Balance", null],
      ["K100", "500", "EUR"],
      ["K101", "300", "EUR"],
    ];
    expect(read(rows, [across(0, 2, 1)])).toMatchObject({ names: ["Client", "Balance", "Balance (2)"], first: two });
  });

  it("joins groups over two and three rows, merged or not, and units below names", () => {
    const unmerged = [
      ["Client", "2025", null, "2026", null],
      [null, "Limit", "Drawn", "Limit", "Drawn"],
      ["K100", 1, 2, 3, 4],
      ["K101", 5, 6, 7, 8],
    ];
    expect(read(unmerged)).toMatchObject({
      names: ["Client", "2025 Limit", "2025 Drawn", "2026 Limit", "2026 Drawn"],
      first: two,
    });
    const above = [
      [null, "2025", null, "2026", null],
      ["Client", "Limit", "Drawn", "Limit", "Drawn"],
      ["K100", 1, 2, 3, 4],
      ["K101", 5, 6, 7, 8],
    ];
    expect(read(above)?.names).toEqual(["Client", "2025 Limit", "2025 Drawn", "2026 Limit", "2026 Drawn"]);
    const three = [
      ["客户号", "授信", null, null],
      [null, "额度", "余额", null],
      [null, null, "合计", "其中：不良"],
      ["K100", 9, 2, 1],
      ["K101", 9, 3, 0],
    ];
    const merges = [across(0, 1, 0, 3), across(0, 3, 1), across(1, 1, 1, 2), across(1, 2, 2)].map((merge, i) =>
      i === 0 ? { ...merge, rows: 3 } : i === 2 ? { ...merge, rows: 2 } : merge,
    );
    expect(read(three, merges)).toMatchObject({
      names: ["客户号", "授信 额度", "授信 余额 合计", "授信 余额 其中：不良"],
      first: two,
    });
    const units = [
      ["Client", "Balance", "Rate"],
      [null, "CNY k", "%"],
      ["K100", 5, 1],
      ["K101", 6, 2],
    ];
    expect(read(units)).toMatchObject({ names: ["Client", "Balance (CNY k)", "Rate (%)"], first: two });
  });

  it("is the row that a person says, whatever stands there", () => {
    const rows = [
      ["Client", "Balance"],
      ["Name", "in EUR"],
      ["K100", 5],
      ["K101", 6],
    ];
    expect(read(rows, [], { asked: { row: 1, rows: 1 } })).toMatchObject({ names: ["Name", "in EUR"], first: two });
    expect(read(rows, [], { asked: { row: 2, rows: null } })?.first).toEqual(["K101"]);
    expect(read(rows, [], { asked: { row: 3, rows: null } })).toBeNull();
  });
});

describe("the rows of a list", () => {
  const head = ["Client ID", "Name", "Balance"];

  it("leave out headings of branches, repeated headers and lines of signatures", () => {
    const rows = [
      head,
      ["North branch", null, null],
      ["K100", "A", 1],
      head,
      ["South branch", null, null],
      ["K101", "B", 2],
      ["Total", null, 3],
      ["Prepared by: Li", null, "Checked by: Wu"],
    ];
    expect(read(rows)).toMatchObject({ names: head, first: two, other: null });
  });

  it("end where another list begins below a blank row", () => {
    const rows = [
      head,
      ["K100", "A", 1],
      ["K101", "B", 2],
      [null, null, null],
      ["By region", null, null],
      ["Region", "Balance", null],
      ["North", 1, null],
      ["South", 2, null],
    ];
    expect(read(rows)).toMatchObject({ names: head, first: two, other: 4 });
    const same = [head, ["K100", "A", 1], ["K101", "B", 2], [null, null, null], head, ["K102", "C", 3]];
    expect(read(same)).toMatchObject({ first: two, other: 4 });
  });

  it("go on behind a blank row, also with cells that say nothing", () => {
    const rows = [
      head,
      ["K100", "A", 1],
      [null, null, null],
      ["K101", "B", "n/a"],
      [null, null, null],
      ["K102", "C", 3],
    ];
    expect(read(rows)).toMatchObject({ first: ["K100", "K101", "K102"], other: null });
  });

  it("keep a client of whom nothing but the name is known", () => {
    const rows = [
      ["Client", "Rating", "Balance"],
      ["Harbour", "A", 1],
      ["Lindt", null, null],
      ["Oak", "B", 3],
    ];
    expect(read(rows)?.first).toEqual(["Harbour", "Lindt", "Oak"]);
  });

  it("keep a column that is named and blank, but no instruction", () => {
    const rows = [
      ["Client ID", "Days past due", "do not edit! --->", "Balance"],
      ["K100", null, null, 1],
      ["K101", null, null, 2],
    ];
    expect(read(rows)?.names).toEqual(["Client ID", "Days past due", "Balance"]);
  });
});
