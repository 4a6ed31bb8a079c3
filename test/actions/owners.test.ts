import { assignOwner } from "../../src/actions/owners/assignOwner";
import { readOwners } from "../../src/actions/owners/readOwners";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { failureData } from "../../src/failure";
import type { Book } from "../../src/host/model/book";
import type { PeopleField } from "../../src/register/register";
import { snapshot } from "../safety/snapshot";
import { clientPlan, openClients, when } from "./clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

/** The Owners table, header first, as its cells show it. */
async function ownersTable(): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const range = context.workbook.tables.getItem("Tierbook_Owners").getRange().load("values");
    await context.sync();
    return range.values as unknown[][];
  });
}

/** Changes the workbook as a colleague without Tierbook would. */
async function colleague(act: (sheet: Excel.Worksheet, table: Excel.Table) => void): Promise<void> {
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Tierbook_Owners");
    act(table.worksheet, table);
    await context.sync();
  });
}

const cells = (book: Book, sheet: string): unknown =>
  (snapshot(book).sheets as { name: string }[]).find(({ name }) => name === sheet);

test("a first run makes one row per segment, with the id hidden and everything else to fill in", async () => {
  const { book, host } = await openClients();
  await runPlan(await clientPlan(), inThread, when);
  expect(host.missing).toEqual([]);
  const [headers, ...rows] = await ownersTable();
  expect(headers).toEqual([
    "Segment id",
    "Segmentation",
    "Segment",
    "In the plan",
    "Accountable owner",
    "Deputy",
    "Objective",
    "KPI",
    "Baseline",
    "Target",
    "Actual",
    "Progress",
    "Due",
    "Status",
    "Next review",
    "Note",
  ]);
  expect(rows.map((row) => row.slice(0, 5))).toEqual([
    ["abc/a", "ABC", "A", "Yes", ""],
    ["abc/b", "ABC", "B", "Yes", ""],
    ["abc/c", "ABC", "C", "Yes", ""],
  ]);
  const sheet = book.sheets.find(({ name }) => name === "Owners")!;
  expect(sheet.columns.find(({ hidden }) => hidden)).toMatchObject({ hidden: true });
  expect(sheet.validations).toHaveLength(4);
});

test("ten runs leave the Owners sheet as people have it: cells, order, columns, rows, formats and names", async () => {
  const { book } = await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  await colleague((sheet, table) => {
    table.columns.getItem("Accountable owner").getDataBodyRange().values = [["Lin"], ["=1+1"], ["@Wu"]];
    table.columns.getItem("Due").getDataBodyRange().values = [[46357], ["next week"], [""]];
    table.columns.getItem("Status").getDataBodyRange().values = [["On track"], ["fine"], ["done"]];
    table.columns.add(5, [["Desk"], ["North"], ['=LEN("four")'], [7]]);
    table.rows.add(undefined, [
      ["", "", "Our own line", "", "Max", "South", "", "", "", 12, "", "", "", "", "", "", "keep"],
    ]);
    table.sort.apply([{ key: 2, ascending: false }]);
    sheet.getRange("E13:F13").values = [["A note below", 42]];
    sheet.getRange("F7").format.fill.color = "#00FF00";
    sheet.name = "Who";
  });
  await ownersTable();
  const before = JSON.stringify(cells(book, "Who"));
  for (let run = 0; run < 10; run++) await runPlan(plan, inThread, when);
  await ownersTable();
  expect(JSON.parse(JSON.stringify(cells(book, "Who")))).toEqual(JSON.parse(before));
  expect(book.sheets.some(({ name }) => name === "Owners")).toBe(false);
});

test("rows and columns put in above and left of the table move it, and a run follows", async () => {
  const { book } = await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  await colleague((sheet) => {
    sheet.getRange("1:2").insert("Down");
    sheet.getRange("A:A").insert("Right");
    sheet.getRange("B1").values = [["Read me first"]];
    sheet.getRange("F9").values = [["Lin"]];
  });
  await ownersTable();
  const before = JSON.stringify(cells(book, "Owners"));
  await runPlan(plan, inThread, when);
  await ownersTable();
  expect(JSON.parse(JSON.stringify(cells(book, "Owners")))).toEqual(JSON.parse(before));
});

test("a new segment gets a row at the end, a renamed one its name, and one that is gone stays and says so", async () => {
  await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  await colleague((_sheet, table) => {
    table.columns.getItem("Accountable owner").getDataBodyRange().values = [["Lin"], ["Wu"], ["Zhao"]];
  });
  const abc = plan.segmentations[0]!;
  const tiers = [
    { id: "a", name: "=Top" },
    { id: "c", name: "C" },
    { id: "d", name: "Small" },
  ];
  await runPlan({ ...plan, segmentations: [{ ...abc, tiers }] }, inThread, when);
  expect((await ownersTable()).slice(1).map((row) => row.slice(0, 5))).toEqual([
    ["abc/a", "ABC", "=Top", "Yes", "Lin"],
    ["abc/b", "ABC", "B", "No longer", "Wu"],
    ["abc/c", "ABC", "C", "Yes", "Zhao"],
    ["abc/d", "ABC", "Small", "Yes", ""],
  ]);
});

test("the Segments sheet looks the owner up, so that it says at once what stands on the Owners sheet", async () => {
  await openClients();
  await runPlan(await clientPlan(), inThread, when);
  await colleague((_sheet, table) => {
    table.columns.getItem("Accountable owner").getDataBodyRange().values = [["Lin"], [""], ["Zhao"]];
    table.sort.apply([{ key: 2, ascending: false }]);
  });
  const owners = await Excel.run(async (context) => {
    const range = context.workbook.tables.getItem("Tierbook_Segments_abc").columns.getItem("Owner").getDataBodyRange();
    range.load("values");
    await context.sync();
    return (range.values as unknown[][]).flat();
  });
  expect(owners.slice(0, 3)).toEqual(["Lin", "", "Zhao"]);
});

test("a KPI from the list has a live figure and the way to its target; one in other words has none", async () => {
  const { book, host } = await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  await colleague((_sheet, table) => {
    table.columns.getItem("KPI").getDataBodyRange().values = [["Customers"], ["share of value"], ["Happier clients"]];
    table.columns.getItem("Baseline").getDataBodyRange().values = [[1], [0.2], [1]];
    table.columns.getItem("Target").getDataBodyRange().values = [[5], [0], [2]];
    table.sort.apply([{ key: 2, ascending: false }]);
  });
  const figures = async (): Promise<unknown[][]> =>
    (await ownersTable()).slice(1).map((row) => [row[2], row[10], row[11]]);
  const share = 0.06;
  const expected = [
    ["C", "", ""],
    ["B", expect.closeTo(share, 12), expect.closeTo((share - 0.2) / -0.2, 12)],
    ["A", 4, 0.75],
  ];
  expect(await figures()).toEqual(expected);
  await runPlan(plan, inThread, when);
  expect(await figures()).toEqual(expected);
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Customers").columns.getItem("ABC").getDataBodyRange().getCell(7, 0).values = [
      ["A"],
    ];
    await context.sync();
  });
  expect((await figures())[2]).toEqual(["A", 5, 1]);
  const owners = await readOwners(when.now);
  expect(owners.rows.find(({ id }) => id === "abc/a")).toMatchObject({ actual: 5, progress: 1 });
  expect(owners.kpis).toEqual(expect.arrayContaining(["Customers", "Value", "Share of value"]));
  expect(host.missing).toEqual([]);
  const sheet = book.sheets.find(({ name }) => name === "Owners")!;
  expect(sheet.validations.map(({ area, rule }) => [area.column, rule])).toMatchObject([
    [7, { list: { source: "Customers,Share of customers,Value,Share of value,Cumulative share,Median at the run" } }],
    [12, { date: { operator: "GreaterThan", formula1: "1904-01-02" } }],
    [13, { list: { source: "Not started,On track,At risk,Off track,Done" } }],
    [14, { date: {} }],
  ]);
  expect(sheet.validations[0]!.rule).toMatchObject({ errorAlert: { showAlert: false } });
});

test("looks follow the cells: nobody answers, late, off track, no longer in the plan; and are made once", async () => {
  const { book } = await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  await runPlan(plan, inThread, when);
  const sheet = book.sheets.find(({ name }) => name === "Owners")!;
  const rules = sheet.conditionalFormats.map(({ area, rule }) => [area.column, area.row, area.rows, rule["formula"]]);
  expect(rules.sort(([a], [b]) => Number(a) - Number(b)).map(([column, row, rows]) => [column, row, rows])).toEqual(
    [2, 3, 4, 12, 13, 13, 13, 14].map((column) => [column, 6, 203]),
  );
  expect(rules.map(([, , , formula]) => formula)).toContain(
    '=AND($A7<>"",TRIM($E7)="",NOT(OR($D7="No longer",$D7="已停用")))',
  );
});

test("a deleted Owners sheet is rebuilt from the copy of the last run, and says what may be missing", async () => {
  const { book } = await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  await colleague((_sheet, table) => {
    table.columns.getItem("Accountable owner").getDataBodyRange().values = [["Lin"], ["=Wu"], ["007"]];
    table.columns.getItem("Due").getDataBodyRange().values = [[46357], ["next week"], [""]];
  });
  await runPlan(plan, inThread, when);
  await colleague((sheet) => sheet.delete());
  await runPlan(plan, inThread, when);
  const [headers, ...rows] = await ownersTable();
  const due = headers!.indexOf("Due");
  expect(rows.map((row) => [row[0], row[4], row[due]])).toEqual([
    ["abc/a", "Lin", 46357],
    ["abc/b", "=Wu", "next week"],
    ["abc/c", "007", ""],
  ]);
  const sheet = book.sheets.find(({ name }) => name === "Owners")!;
  expect(sheet.rows.get(2)!.cells.get(1)!.value).toContain("rebuilt");
});

test("a sheet with the headers of before is read, gets today's names, and keeps what people wrote", async () => {
  await openClients();
  const plan = await clientPlan({ sheetLanguage: "zh" });
  await runPlan(plan, inThread, when);
  await colleague((_sheet, table) => {
    table.columns.getItem("实际值").delete();
    table.columns.getItem("完成率").delete();
    table.getHeaderRowRange().getCell(0, 5).getResizedRange(0, 8).values = [
      ["代理人", "目标", "指标", "基准值", "目标值", "完成期限", "状态", "下次复核", "备注"],
    ];
    table.getDataBodyRange().getCell(0, 5).getResizedRange(0, 8).values = [
      ["Wu", "Grow", "Deposits", 3, 4, 46357, "正常", 46326, "keep"],
    ];
    table.columns.add(undefined, [["状态"], ["own"], ["column"], [""]]);
  });
  const mark = { by: "Ada", at: "2026-11-02T09:30:00Z" };
  await assignOwner({ segment: "abc/b", field: "status", before: "", value: "at-risk" }, mark);
  await runPlan(plan, inThread, when);
  const [headers, first, second] = await ownersTable();
  expect(headers!.slice(5)).toEqual([
    "B角",
    "工作目标",
    "考核指标",
    "基期值",
    "目标值",
    "完成期限",
    "进度状态",
    "下次复核日",
    "备注",
    "状态2",
  ]);
  expect(first!.slice(5)).toEqual(["Wu", "Grow", "Deposits", 3, 4, 46357, "正常", 46326, "keep", "own"]);
  expect(second![11]).toBe("有风险");
  const entries = (await readOwners(when.now)).rows;
  expect(entries.find(({ id }) => id === "abc/a")).toMatchObject({ status: "on-track", values: { deputy: "Wu" } });
});

test.each([
  ["without its ids", "missing-column", (table: Excel.Table): unknown => table.columns.getItem("Segment id").delete()],
  [
    "filtered",
    "table-filtered",
    (table: Excel.Table): unknown => table.columns.getItem("Segment").filter.applyValuesFilter(["A"]),
  ],
  ["with a totals row", "totals-row", (table: Excel.Table): unknown => void (table.showTotals = true)],
] as const)("an Owners table %s is refused before anything is written", async (_what, code, act) => {
  const { book } = await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  await colleague((_sheet, table) => void act(table));
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Segments").getUsedRange().load("values");
    await context.sync();
  });
  const before = JSON.stringify(snapshot(book));
  expect(await runPlan(plan, inThread, when).then(() => null, failureData)).toMatchObject({ code });
  expect(JSON.stringify(snapshot(book))).toBe(before);
});

describe("in the pane", () => {
  const mark = { by: "Ada", at: "2026-11-02T09:30:00Z" };

  test("segments without an owner come first, then late reviews, and what could not be read is said cell by cell", async () => {
    await openClients();
    await runPlan(await clientPlan(), inThread, when);
    expect((await readOwners(when.now)).ownerless).toBe(3);
    await colleague((_sheet, table) => {
      table.columns.getItem("Accountable owner").getDataBodyRange().values = [["Lin"], ["Wu"], [""]];
      table.columns.getItem("Status").getDataBodyRange().values = [["on track"], ["fine"], ["已完成"]];
      // 31 October and 30 November 2026.
      table.columns.getItem("Next review").getDataBodyRange().values = [[46356], [46326], ["soon"]];
      table.rows.add(undefined, [["abc/a", "ABC", "A", "Yes", "Copy", "", "", "", "", "", "", "", "", "", "", ""]]);
      table.columns.getItem("Deputy").getHeaderRowRange().values = [["Stand-in"]];
    });
    const owners = await readOwners(when.now);
    expect(owners.rows.map(({ id, ownerless, late, status }) => [id, ownerless, late, status])).toEqual([
      ["abc/c", true, false, "done"],
      ["abc/b", false, true, null],
      ["abc/a", false, false, "on-track"],
    ]);
    expect([owners.ownerless, owners.late]).toEqual([1, 1]);
    expect(owners.problems).toEqual([
      { kind: "missing-column", field: "deputy", content: "Deputy", cell: "Owners!A6:P6" },
      { kind: "unknown-status", field: "status", content: "fine", cell: "Owners!N8" },
      { kind: "date-as-text", field: "nextReview", content: "soon", cell: "Owners!O9" },
      { kind: "same-id", field: "segment", content: "A", cell: "Owners!C10" },
    ]);
  });

  test("one field is saved to its cell, wherever a colleague has moved it, and a name is never a formula", async () => {
    const { host } = await openClients();
    const plan = await clientPlan();
    await runPlan(plan, inThread, when);
    await colleague((sheet, table) => {
      table.sort.apply([{ key: 2, ascending: false }]);
      sheet.getRange("1:1").insert("Down");
    });
    const save = (field: PeopleField, value: string | number, before: string | number = "") =>
      assignOwner({ segment: "abc/a", field, before, value }, mark);
    await save("owner", "=HYPERLINK(0)");
    await save("due", "2026-12-31");
    await save("status", "at-risk");
    await save("target", 0.8);
    await save("owner", "Lin", "=HYPERLINK(0)");
    expect(host.missing).toEqual([]);
    const row = (await ownersTable()).find(([id]) => id === "abc/a")!;
    expect([row[4], row[9], row[12], row[13]]).toEqual(["Lin", 0.8, 46387, "At risk"]);
    expect((await readOwners(when.now)).rows.find(({ id }) => id === "abc/a")).toMatchObject({
      status: "at-risk",
      values: { owner: "Lin", due: "2026-12-31", target: 0.8 },
    });
  });

  test("a colleague's change since then is not overwritten, and a sheet deleted after it is rebuilt with the field", async () => {
    await openClients();
    const plan = await clientPlan();
    await runPlan(plan, inThread, when);
    await colleague((_sheet, table) => {
      table.columns.getItem("Accountable owner").getDataBodyRange().values = [["Wu"], [""], [""]];
    });
    const late = assignOwner({ segment: "abc/a", field: "owner", before: "", value: "Lin" }, mark);
    expect(await late.then(() => null, failureData)).toMatchObject({
      code: "cell-changed",
      subject: "Owners!E7",
      detail: { found: "Wu" },
    });
    await assignOwner({ segment: "abc/b", field: "owner", before: "", value: "Lin" }, mark);
    await colleague((sheet) => sheet.delete());
    await runPlan(plan, inThread, when);
    expect((await ownersTable()).slice(1).map((row) => row[4])).toEqual(["Wu", "Lin", ""]);
  });

  test("what is no day, or no status, is refused", async () => {
    await openClients();
    await runPlan(await clientPlan(), inThread, when);
    for (const [field, value] of [
      ["due", "2026-02-30"],
      ["status", "fine"],
    ] as const) {
      const refused = assignOwner({ segment: "abc/a", field, before: "", value }, mark);
      expect(await refused.then(() => null, failureData)).toMatchObject({ code: "bad-parameter" });
    }
  });
});
