import { addToHistory } from "../../src/actions/history/addToHistory";
import { keepHistory } from "../../src/actions/history/keepHistory";
import { runPlan } from "../../src/actions/runPlan";
import { undoRun } from "../../src/actions/undo/undoRun";
import { inThread } from "../../src/engine/inThread";
import type { Plan } from "../../src/plan/plan";
import { mostHistoryRows, runsToDrop, type HistoryRun } from "../../src/reports/historyRows";
import { clientPlan, clientRows, openClients } from "./clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const sheet = "History of customers";
const add = (): Promise<string | null> => addToHistory({ now: new Date("2026-12-02T10:00:00Z"), person: "Ada" });

async function run(day: string, dataDate: string): Promise<void> {
  await runPlan(await clientPlan({ dataDate }), inThread, { now: new Date(`${day}T12:00:00Z`), person: "Ada" });
}

async function write(name: string, address: string, value: string | number): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(name).getRange(address).values = [[value]];
    await context.sync();
  });
}

interface Table {
  readonly rows: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

async function table(): Promise<Table> {
  return Excel.run(async (context) => {
    const body = context.workbook.tables.getItem("Tierbook_History").getDataBodyRange().load("values,formulas");
    await context.sync();
    return { rows: body.values as unknown[][], formulas: body.formulas as unknown[][] };
  });
}

const runsIn = ({ rows }: Table): readonly unknown[] => [...new Set(rows.map((row) => row[4]))];

test("every run that is added has a row per customer by key, once, and people's notes beside the table stay", async () => {
  await openClients({}, [["'=1+1", "Odd & Co", 40, "North"], ...clientRows]);
  await run("2026-11-02", "2026-10-31");
  expect(await add()).toBe(sheet);
  await write(sheet, "J9", "Ask Wang Fang");
  expect(await add()).toBe(sheet);
  expect((await table()).rows).toHaveLength(13);
  await write("Clients", "D9", 900);
  await run("2026-12-01", "2026-11-30");
  await add();
  const { rows, formulas } = await table();
  expect(rows).toHaveLength(26);
  const of = (key: string): unknown => rows.filter((row) => row[0] === key).map((row) => row.slice(1, 5));
  // By hand: 1,800 of 1,880 are above it in November.
  expect(of("=1+1")).toEqual([
    ["ABC", "B", 40, "2026-10-31"],
    ["ABC", "C", 40, "2026-11-30"],
  ]);
  expect(of("C05")).toEqual([
    ["ABC", "B", 60, "2026-10-31"],
    ["ABC", "A", 900, "2026-11-30"],
  ]);
  expect(of("C12")).toEqual([
    ["ABC", "Not classified", "", "2026-10-31"],
    ["ABC", "Not classified", "", "2026-11-30"],
  ]);
  // The text prefix tells Excel that it is none.
  expect(formulas.flat().filter((cell) => String(cell).startsWith("="))).toEqual(["=1+1", "=1+1"]);
  await Excel.run(async (context) => {
    const note = context.workbook.worksheets.getItem(sheet).getRange("J9").load("values");
    await context.sync();
    expect(note.values).toEqual([["Ask Wang Fang"]]);
  });
});

test("as many runs stay as the sheet states; the oldest go and so do those undone, however people sorted", async () => {
  await openClients();
  await run("2026-09-02", "2026-08-31");
  await add();
  await run("2026-10-02", "2026-09-30");
  await add();
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Tierbook_History").sort.apply([{ key: 5, ascending: false }]);
    await context.sync();
  });
  await write(sheet, "B4", 2);
  await run("2026-11-02", "2026-10-31");
  await add();
  expect(runsIn(await table())).toEqual(["2026-09-30", "2026-10-31"]);
  await undoRun({ now: new Date("2026-11-03T09:00:00Z"), person: "Ada" });
  await run("2026-11-04", "2026-11-03");
  await add();
  expect(runsIn(await table())).toEqual(["2026-09-30", "2026-11-03"]);
});

test("a table with columns of people's own is theirs: the next run begins a new one", async () => {
  await openClients();
  await run("2026-11-02", "2026-10-31");
  await add();
  await write(sheet, "H7", "My remark");
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Tierbook_History").resize(`A7:H19`);
    await context.sync();
  });
  const before = await table();
  expect(await add()).toBe(`${sheet} (2)`);
  expect(await table()).toEqual(before);
  expect(await add()).toBe(`${sheet} (2)`);
});

test("a filtered table is refused, and nothing without a run is added", async () => {
  await openClients();
  await expect(add()).rejects.toMatchObject({ code: "no-plan" });
  await run("2026-11-02", "2026-10-31");
  await add();
  await Excel.run(async (context) => {
    const column = context.workbook.tables.getItem("Tierbook_History").columns.getItem("Label");
    column.filter.applyValuesFilter(["A"]);
    await context.sync();
  });
  await run("2026-12-01", "2026-11-30");
  await expect(add()).rejects.toMatchObject({ code: "table-filtered" });
});

test("a run with data of the same day takes the place of the one before, and what stands below the table moves up with it", async () => {
  await openClients();
  await run("2026-10-02", "2026-09-30");
  await add();
  await run("2026-11-02", "2026-10-31");
  await add();
  await write("Clients", "D8", 900);
  await write(sheet, "A50", "Below the table");
  await run("2026-11-03", "2026-10-31");
  await add();
  const { rows } = await table();
  expect(rows.filter((row) => row[0] === "C05").map((row) => [row[2], row[4]])).toEqual([
    ["B", "2026-09-30"],
    ["A", "2026-10-31"],
  ]);
  await Excel.run(async (context) => {
    const below = context.workbook.worksheets.getItem(sheet).getRange("A38").load("values");
    await context.sync();
    expect(below.values).toEqual([["Below the table"]]);
  });
});

test("rows stay where another table stands below: Excel moves no part of a table", async () => {
  await openClients();
  await run("2026-10-02", "2026-09-30");
  await add();
  await Excel.run(async (context) => {
    const below = context.workbook.worksheets.getItem(sheet);
    below.getRange("C60:D61").values = [
      ["Note", "By"],
      ["Ask Wang Fang", "Ada"],
    ];
    below.tables.add("C60:D61", true).name = "Notes";
    await context.sync();
  });
  await run("2026-10-03", "2026-09-30");
  expect(await add()).toBe(sheet);
  expect((await table()).rows).toHaveLength(24);
});

test("once the table stands each run adds itself, unless the plan says otherwise; a table of people's own is left alone", async () => {
  await openClients();
  await run("2026-10-02", "2026-09-30");
  const keep = async (more: Partial<Plan> = {}): ReturnType<typeof keepHistory> =>
    keepHistory({ ...(await clientPlan()), ...more }, { now: new Date("2026-12-02T10:00:00Z"), person: "Ada" });
  expect(await keep()).toBeNull();
  await add();
  await run("2026-11-02", "2026-10-31");
  expect(await keep({ history: "on-request" })).toBeNull();
  expect(runsIn(await table())).toEqual(["2026-09-30"]);
  expect(await keep()).toEqual({ sheet, failure: null });
  expect(runsIn(await table())).toEqual(["2026-09-30", "2026-10-31"]);
  await Excel.run(async (context) => {
    const label = context.workbook.tables.getItem("Tierbook_History").columns.getItem("Label");
    label.filter.applyValuesFilter(["A"]);
    await context.sync();
  });
  await run("2026-12-02", "2026-11-30");
  expect(await keep()).toMatchObject({ sheet, failure: { code: "table-filtered" } });
  await Excel.run(async (context) => {
    const theirs = context.workbook.tables.getItem("Tierbook_History");
    theirs.clearFilters();
    theirs.columns.getItem("Label").name = "Our label";
    await context.sync();
  });
  expect(await keep()).toBeNull();
});

test("the oldest runs go as well where the rows would be too many, and people's own rows count among them", () => {
  const half = mostHistoryRows / 2;
  const standing: readonly HistoryRun[] = [
    { id: "new", runDate: "2026-02", dataDate: "", rows: half },
    { id: "old", runDate: "2026-01", dataDate: "", rows: 5 },
  ];
  const added = { dataDate: null, rows: half - 8, runsKept: 12, own: 3 };
  expect(runsToDrop(standing, added, new Set())).toEqual([]);
  expect(runsToDrop(standing, { ...added, own: 4 }, new Set())).toEqual(["old"]);
  expect(runsToDrop(standing, { ...added, runsKept: 2 }, new Set(["new"]))).toEqual(["new"]);
});
