import { readState } from "../../src/actions/readState";
import { inspectStorage } from "../../src/actions/recovery/inspectStorage";
import { assignOwner } from "../../src/actions/owners/assignOwner";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import type { Book } from "../../src/host/model/book";
import type { Plan } from "../../src/plan/plan";
import { openClients, when } from "./clientBook";
import { person, policyPlan } from "./policyBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(240_000);

const later = { ...when, now: new Date("2026-12-01T08:00:00Z") };

/** What Excel's Document Inspector takes away: hidden sheets, custom XML and what add-ins keep in the settings. */
function inspected(book: Book): void {
  book.sheets.splice(0, Infinity, ...book.sheets.filter(({ visibility }) => visibility === "Visible"));
  book.customXmlParts.length = 0;
  book.settings.clear();
}

async function valuesOf(sheet: string): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getUsedRange(true).load("values");
    await context.sync();
    return range.values as unknown[][];
  });
}

async function customers(): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const range = context.workbook.tables.getItem("Customers").getRange().load("values");
    await context.sync();
    return range.values as unknown[][];
  });
}

/** Two runs of three segmentations, so that people have moved; an owner; and a note of a person's on two sheets. */
async function twoRuns(): Promise<{ readonly book: Book; readonly plan: Plan }> {
  const { book, host } = await openClients();
  const plan = { ...(await policyPlan()), unit: "EUR k", roles: { name: "Client" } };
  await runPlan(plan, inThread, when);
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Customers").getDataBodyRange().getCell(6, 2).values = [[300]];
    context.workbook.worksheets.getItem("Runs").getRange("T2").values = [["Ask Ada"]];
    context.workbook.worksheets.getItem("Segments").getRange("R40").values = [["Seen by the board"]];
    await context.sync();
  });
  await runPlan(plan, inThread, later);
  await assignOwner({ segment: "abc/a", field: "owner", before: "", value: "Grace" }, { by: "Ada", at: "2026-12-02" });
  expect(host.missing).toEqual([]);
  return { book, plan };
}

test("F59 after the Document Inspector the plan is made again from the sheets, and the next run writes where the last one did", async () => {
  const { book, plan } = await twoRuns();
  const sheets = book.sheets.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name);
  const before = await customers();
  const shown = [await valuesOf("Segments"), await valuesOf("Tierbook"), await valuesOf("Policy")];
  inspected(book);
  const state = await readState();
  expect(state.plan).toEqual(plan);
  expect(state).toMatchObject({ planProblem: null, planRestored: false, revision: 0, undoable: false });
  expect(state.columns.map(({ name }) => name)).toEqual(["ABC", "Size", "By region"]);
  await runPlan(state.plan!, inThread, { ...later, policy: { mark: state.policy!.mark, revision: 0 } });
  expect(book.sheets.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name)).toEqual(sheets);
  expect(await customers()).toEqual(before);
  expect([await valuesOf("Segments"), await valuesOf("Tierbook"), await valuesOf("Policy")]).toEqual(shown);
  const owners = await valuesOf("Owners");
  expect(owners.filter((row) => row.includes("Grace"))).toHaveLength(1);
  const tables = book.sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name));
  expect(tables.filter((name) => /_\d$/.test(name))).toEqual([]);
  for (const [sheet, note] of [
    ["Runs", "Ask Ada"],
    ["Segments", "Seen by the board"],
  ] as const) {
    expect((await valuesOf(sheet)).flat()).toContain(note);
  }
  expect(await inspectStorage()).toMatchObject({ findings: [] });
});

test("F59 what was made again and what cannot be is said once, until the next run; a cell in the way of it is named", async () => {
  const { book } = await twoRuns();
  inspected(book);
  const columns = ["ABC", "Size", "By region"];
  const told = { kind: "rebuilt", sheet: "Policy", segmentations: columns, columns, owners: true };
  expect((await inspectStorage())?.findings).toEqual([{ ...told, lost: [] }]);
  await person((_sheet, table) => {
    table("abc").columns.getItem("Up to (cumulative share)").getDataBodyRange().getCell(1, 0).values = [[0.5]];
  });
  const state = await readState();
  expect(state.plan?.segmentations.map(({ name }) => name)).toEqual(["Size", "By region"]);
  const lost = [{ name: "ABC", cell: "Policy!C9" }];
  const [size, region] = columns.slice(1);
  expect((await inspectStorage())?.findings).toEqual([{ ...told, lost, segmentations: [size, region], columns }]);
});

test("F59 without the Policy sheet nothing is made again and nothing else refused: the owners' sheet is gone on with", async () => {
  const { book, plan } = await twoRuns();
  inspected(book);
  book.sheets.splice(0, Infinity, ...book.sheets.filter(({ name }) => name !== "Policy"));
  expect(await readState()).toMatchObject({ plan: null, planProblem: null, rebuilt: null, columns: [] });
  expect((await inspectStorage())?.findings).toEqual([{ kind: "store-missing", revision: 0 }]);
  await runPlan(plan, inThread, later);
  expect(book.sheets.map(({ name }) => name).filter((name) => /\(\d\)/.test(name))).toEqual([]);
  expect((await valuesOf("Owners")).filter((row) => row.includes("Grace"))).toHaveLength(1);
});

test("F59 a column that the sheet calls Tierbook's own is left alone where it holds what Tierbook never wrote", async () => {
  const { book } = await twoRuns();
  inspected(book);
  const before = await customers();
  await Excel.run(async (context) => {
    const facts = context.workbook.tables.getItem("Tierbook_Policy__facts").getDataBodyRange().load("values");
    await context.sync();
    facts.values = (facts.values as unknown[][]).map((row) =>
      row.map((cell) => (cell === "By region" ? "Client" : cell)),
    );
    await context.sync();
  });
  const { plan, policy } = await readState();
  await runPlan(plan!, inThread, { ...later, policy: { mark: policy!.mark, revision: 0 } });
  const now = await customers();
  expect(now.map((row) => row[1])).toEqual(before.map((row) => row[1]));
  expect(now[0]!.slice(4)).toEqual(["ABC", "Size", "By region", "Client (2)"]);
});
