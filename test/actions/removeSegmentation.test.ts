import { runPlan, type RunResult } from "../../src/actions/runPlan";
import { lookAtUndo, undoRun } from "../../src/actions/undo/undoRun";
import { inThread } from "../../src/engine/inThread";
import type { Plan } from "../../src/plan/plan";
import type { Segmentation } from "../../src/segmentations/plans";
import { undoLines } from "../../src/taskpane/history/undoLines";
import { openTrial, type Trial } from "../safety/trial";
import { clientPlan, fillClients, when } from "./clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const later = { now: new Date("2026-12-01T08:00:00Z"), person: "Grace" };
const undoing = { now: new Date("2026-12-02T10:00:00Z"), person: "Linus" };

const regions: Segmentation = {
  method: "groups",
  id: "region",
  name: "By region",
  column: "Region",
  valueColumn: "Outstanding",
  groups: ["North", "South", "West"].map((value) => ({ value, name: value })),
};

/** A workbook with the segmentations ABC and By region, a note beside the table, and what to run next. */
async function twoColumns(): Promise<{
  trial: Trial;
  plan: Plan;
  run: (kept: readonly string[]) => Promise<RunResult>;
}> {
  const trial = await openTrial(null);
  await fillClients();
  await put("Clients", "J5", "Beside the table");
  const base = await clientPlan();
  const plan: Plan = { ...base, segmentations: [...base.segmentations, regions] };
  await runPlan(plan, inThread, when);
  const run = (kept: readonly string[]): Promise<RunResult> =>
    runPlan({ ...plan, segmentations: plan.segmentations.filter(({ id }) => kept.includes(id)) }, inThread, later);
  return { trial, plan, run };
}

async function put(sheet: string, address: string, content: string): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).formulas = [[content]];
    await context.sync();
  });
}

async function row(address: string, sheet = "Clients"): Promise<unknown[]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address).load("values");
    await context.sync();
    return (range.values as unknown[][])[0]!;
  });
}

async function headers(): Promise<string[]> {
  return Excel.run(async (context) => {
    const columns = context.workbook.tables.getItem("Customers").columns.load("items/name");
    await context.sync();
    return columns.items.map(({ name }) => name);
  });
}

const data = ["Client ID", "Client", "Outstanding", "Region"];

async function change(make: (sheet: Excel.Worksheet) => unknown): Promise<void> {
  await Excel.run(async (context) => {
    make(context.workbook.worksheets.getItem("Clients"));
    await context.sync();
  });
}

function formatRows(sheet: Excel.Worksheet): void {
  sheet.getRange("B4:E9").conditionalFormats.add("Custom").custom.rule.formula = '=$G4="North"';
}

function offerRegions(sheet: Excel.Worksheet): void {
  sheet.getRange("L4").dataValidation.rule = { list: { inCellDropDown: true, source: "=$G$4:$G$9" } };
}

function drawRegions(sheet: Excel.Worksheet): void {
  const chart = sheet.charts.add("ColumnClustered", sheet.getRange("D4:D9"), "Columns");
  chart.series.getItemAt(0).setXAxisValues(sheet.getRange("G4:G9"));
}

function nameRegions(sheet: Excel.Worksheet): void {
  sheet.names.add("Regions", "=Customers[By region]");
}

/** Puts a formula on a sheet of the user's own. */
async function putElsewhere(formula: string): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.add("Own").getRange("A1").formulas = [[formula]];
    await context.sync();
  });
}

test("a formula that reads other columns keeps none", async () => {
  const { run } = await twoColumns();
  await putElsewhere("=SUM(Customers[Outstanding])+COUNTA(Customers[[Region]])+COUNTA(Clients!B:E)");
  expect(await run(["abc"])).toMatchObject({ columnsGone: ["By region"], columnsLeft: [] });
});

test("a segmentation that is left out takes its label column along, and nothing beside the table moves", async () => {
  const { trial, run } = await twoColumns();
  expect(await headers()).toEqual([...data, "ABC", "By region"]);
  const result = await run(["abc"]);
  expect(result).toMatchObject({ columnsGone: ["By region"], columnsLeft: [] });
  expect(await headers()).toEqual([...data, "ABC"]);
  expect(await row("F3:J3")).toEqual(["ABC", "", "", "", ""]);
  expect(await row("F5:J5")).toEqual(["A", "", "", "", "Beside the table"]);
  expect((await trial.look()).hiddenSheets).toEqual([]);
  expect(trial.host.missing).toEqual([]);
});

test("a column that stands before another one goes as well, and the other keeps its labels and its width", async () => {
  const { trial, run } = await twoColumns();
  const width = async (address: string): Promise<number> =>
    Excel.run(async (context) => {
      const { format } = context.workbook.worksheets.getItem("Clients").getRange(address);
      format.load("columnWidth");
      await context.sync();
      return format.columnWidth;
    });
  const before = await width("G1");
  expect((await run(["region"])).columnsGone).toEqual(["ABC"]);
  expect(await headers()).toEqual([...data, "By region"]);
  expect(await row("F4:G4")).toEqual(["North", ""]);
  expect(await width("F1")).toBe(before);
  expect(trial.host.missing).toEqual([]);
});

test.each([
  ["somebody changed a label in it", "changed", () => put("Clients", "G5", "By hand")],
  ["a formula refers to it", "used", () => put("Clients", "L3", '=COUNTIF(Customers[By region],"North")')],
  ["a formula on another sheet refers to it", "used", () => putElsewhere('=COUNTIF(Customers[By region],"North")')],
  ["a formula refers to its cells", "used", () => putElsewhere('=COUNTIF(Clients!$G$4:$G$9,"North")')],
  ["a formula refers to the whole table", "used", () => putElsewhere("=ROWS(Customers[#All])")],
  ["a conditional format refers to it", "used", () => change(formatRows)],
  ["choices of a cell come from it", "used", () => change(offerRegions)],
  ["a chart shows it", "used", () => change(drawRegions)],
  ["a name of a sheet means it", "used", () => change(nameRegions)],
  ["people's formula on a sheet of ours refers to it", "used", () => put("Segments", "Z3", "=Customers[@By region]")],
  ["a formula among the owners refers to it", "used", () => put("Owners", "H7", "=COUNTA(Customers[By region])")],
  ["somebody renamed it", "renamed", () => put("Clients", "G3", "Our regions")],
] as const)("its column stays where %s, and the run says so", async (_what, why, change) => {
  const { run } = await twoColumns();
  await change();
  const name = why === "renamed" ? "Our regions" : "By region";
  const result = await run(["abc"]);
  expect(result).toMatchObject({ columnsGone: [], columnsLeft: [{ name, why }] });
  expect(await headers()).toEqual([...data, "ABC", name]);
  // From now on it is theirs: no run asks for it again.
  expect(await run(["abc"])).toMatchObject({ columnsGone: [], columnsLeft: [] });
});

test.each([
  ["another table", (sheet: Excel.Worksheet): void => void sheet.tables.add("I14:J20", false)],
  ["merged cells", (sheet: Excel.Worksheet): void => sheet.getRange("I2:J4").merge()],
] as const)("a column in the middle stays where %s on the right would be torn", async (_what, stand) => {
  const { trial, run } = await twoColumns();
  await Excel.run(async (context) => {
    stand(context.workbook.worksheets.getItem("Clients"));
    await context.sync();
  });
  const beside = await row("I14:J14");
  const result = await run(["region"]);
  expect(result).toMatchObject({ columnsGone: [], columnsLeft: [{ name: "ABC", why: "beside" }] });
  expect(await headers()).toEqual([...data, "ABC", "By region"]);
  expect(await row("I14:J14")).toEqual(beside);
  expect(trial.host.missing).toEqual([]);
});

test("undoing the run that added a column leaves it where something of the user's reads it, and says what", async () => {
  const { trial } = await twoColumns();
  await change(formatRows);
  const by = { kind: "format", where: "Clients!B4:E9", unknown: false };
  const kept = [{ name: "By region", why: "used", by }];
  const offer = await lookAtUndo(undoing);
  expect(offer).toMatchObject({ columnsGone: ["ABC"], columnsKept: kept });
  expect(undoLines(offer, "en")).toContain(
    "Column By region of this run stays, for the conditional format of Clients!B4:E9 refers to it.",
  );
  expect(await undoRun(undoing)).toMatchObject({ columnsKept: kept });
  expect(await headers()).toEqual([...data, "By region"]);
  expect(trial.host.missing).toEqual([]);
});

test("undoing the run brings the column back with its labels", async () => {
  const { run } = await twoColumns();
  const labels = await row("G9:G9");
  await run(["abc"]);
  expect(await undoRun(undoing)).toMatchObject({ columnsBack: ["By region"], columns: ["ABC"] });
  expect(await headers()).toEqual([...data, "ABC", "By region"]);
  expect(await row("G9:G9")).toEqual(labels);
  // It is ours again: the next run goes on with it.
  const again = await run(["abc", "region"]);
  expect(again.columns.map(({ name }) => name)).toEqual(["ABC", "By region"]);
  expect(again.moves.find(({ id }) => id === "region")).toMatchObject({ moved: 0 });
});

test("a segmentation that is replaced by another of its name hands its column on, and undoing gives it back", async () => {
  const { plan } = await twoColumns();
  const other: Segmentation = { ...regions, id: "other", groups: [{ value: "North", name: "The North" }] };
  const replaced = { ...plan, segmentations: [...plan.segmentations.filter(({ id }) => id !== "region"), other] };
  const result = await runPlan(replaced, inThread, later);
  expect(result).toMatchObject({ columnsGone: [], columnsLeft: [] });
  expect(await headers()).toEqual([...data, "ABC", "By region"]);
  expect(await row("G4:G4")).toEqual(["The North"]);
  await undoRun(undoing);
  expect(await row("G4:G4")).toEqual(["North"]);
  const again = await runPlan(plan, inThread, later);
  expect(again.columns.map(({ name }) => name)).toEqual(["ABC", "By region"]);
});
