import { lookAtUndo, undoRun } from "../../../src/actions/undo/undoRun";
import { runPlan } from "../../../src/actions/runPlan";
import { readState } from "../../../src/actions/readState";
import { inThread } from "../../../src/engine/inThread";
import { failureData } from "../../../src/failure";
import type { Plan } from "../../../src/plan/plan";
import { openTrial, reopened, type Trial } from "../../safety/trial";
import { clientPlan, fillClients, when } from "../clientBook";

jest.setTimeout(120_000);

const later = { now: new Date("2026-12-01T08:00:00Z"), person: "Grace" };
const undoing = { now: new Date("2026-12-02T10:00:00Z"), person: "Linus" };

/** Other cut-offs, one tier more, another name of the column. */
function changed(plan: Plan): Plan {
  return {
    ...plan,
    segmentations: plan.segmentations.map((segmentation) =>
      segmentation.method === "abc"
        ? {
            ...segmentation,
            name: "Tier",
            cutoffs: [0.5, 0.7, 0.9],
            tiers: ["a", "b", "c", "d"].map((id) => ({ id, name: `Tier ${id}` })),
          }
        : segmentation,
    ),
  };
}

async function cells(sheet: string, address: string): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address).load("values");
    await context.sync();
    return range.values as unknown[][];
  });
}

async function put(sheet: string, address: string, values: unknown[][]): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = values;
    await context.sync();
  });
}

async function twoRuns(): Promise<{ trial: Trial; plan: Plan; once: Awaited<ReturnType<Trial["look"]>> }> {
  const trial = await openTrial(null);
  await fillClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  const once = await trial.look();
  await runPlan(changed(plan), inThread, later);
  return { trial, plan, once };
}

/** The state cell, the run log and the size of its table say that a run was undone; all else is to be the same. */
function withoutLog(book: unknown): unknown {
  const { sheets } = book as { sheets: { name: string; cells: Record<string, unknown>; tables: unknown }[] };
  return sheets.map((sheet) => {
    const rowOf = (address: string): number => Number(/\d+$/.exec(address)?.[0]);
    const heading = Object.entries(sheet.cells).find(([, cell]) => JSON.stringify(cell).includes('"Run log"'));
    const kept = Object.entries(sheet.cells).filter(
      ([address]) =>
        !(sheet.name === "Tierbook" && address === "B6") &&
        !(sheet.name === "Runs" && rowOf(address) > rowOf(heading?.[0] ?? "")),
    );
    return { ...sheet, cells: Object.fromEntries(kept), tables: sheet.name === "Runs" ? null : sheet.tables };
  });
}

test("undoing the last run gives labels, sheets and settings of the run before back", async () => {
  const { trial, plan, once } = await twoRuns();
  const offer = await lookAtUndo(undoing);
  expect(offer).toMatchObject({
    columns: ["ABC"],
    columnsGone: [],
    sheetsGone: [],
    sheetsLeft: [],
    edited: [],
    planBefore: true,
  });
  expect(offer.customers).toBeGreaterThan(5);
  await undoRun(undoing);
  expect(withoutLog(await trial.look())).toEqual(withoutLog(once));
  expect((await trial.look()).hiddenSheets).toEqual([]);
  const state = await readState();
  expect(state.plan).toEqual({ ...plan, table: state.plan!.table });
  expect(state.runs.map(({ status }) => status)).toEqual(["complete", "undone"]);
  expect(state.runs[1]!.undone).toMatchObject({ at: undoing.now.toISOString(), person: "Linus" });
  expect(state.unfinished).toBeNull();
  expect(trial.host.missing).toEqual([]);
});

test("undoing the first run takes its column and sheets away and leaves the workbook as it was", async () => {
  const trial = await openTrial(null);
  await fillClients();
  await put("Clients", "H5:H6", [["Beside"], ["the table"]]);
  const before = await trial.look();
  await runPlan(await clientPlan(), inThread, when);
  const offer = await lookAtUndo(undoing);
  expect(offer).toMatchObject({ columns: [], columnsGone: ["ABC"], sheetsBack: [], sheetsKept: [], planBefore: false });
  expect(offer.sheetsGone).toEqual(expect.arrayContaining(["Tierbook", "Segments", "Owners", "Runs"]));
  await undoRun(undoing);
  expect(await trial.look()).toEqual(before);
  const state = await readState();
  expect(state).toMatchObject({ plan: null, planProblem: null, unfinished: null, sheets: [], columns: [] });
  expect(state.runs.map(({ status }) => status)).toEqual(["undone"]);
  await expect(undoRun(undoing).catch((error: unknown) => failureData(error).code)).resolves.toBe("nothing-to-undo");
  const again = await runPlan(await clientPlan(), inThread, later);
  expect(again.columns).toEqual([{ segmentation: "abc", name: "ABC", renamed: false }]);
  expect(again.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["Tierbook", "Segments", "Owners"]));
});

test("the last run can be undone after the file was saved and opened again", async () => {
  const first = await openTrial(null);
  await fillClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  const once = await reopened(first.save());
  const { trial } = await twoRuns();
  const opened = await openTrial(trial.save());
  await undoRun(undoing);
  expect(withoutLog(await reopened(opened.save()))).toEqual(withoutLog(once));
});

test("former labels find their customers after rows were sorted, added and removed", async () => {
  const { trial } = await twoRuns();
  const former: Record<string, string> = {};
  const [keys, labels] = [await cells("Clients", "B4:B15"), await cells("Clients", "F4:F15")];
  expect(labels.flat()).toContain("Tier a");
  await undoRun(undoing);
  (await cells("Clients", "F4:F15")).forEach(([label], i) => (former[String(keys[i]![0])] = String(label)));
  await runPlan(changed(await clientPlan()), inThread, later);
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Customers");
    table.sort.apply([{ key: 2, ascending: true }]);
    table.rows.getItemAt(3).delete();
    await context.sync();
    table.rows.add(undefined, [["C99", "New Client", 40, "North", ""]]);
    await context.sync();
  });
  await undoRun(undoing);
  const now = await cells("Clients", "B4:F15");
  expect(now).toHaveLength(12);
  for (const row of now) expect(row[4]).toBe(row[0] === "C99" ? "" : former[String(row[0])]);
  expect(trial.host.missing).toEqual([]);
});

test("what people filled in since the run stays: owners, and labels that they changed by hand", async () => {
  await twoRuns();
  await put("Clients", "F6", [["By hand"]]);
  const owners = (await cells("Owners", "A6:N12")) as string[][];
  const owner = owners[0]!.findIndex((header) => /owner/i.test(header));
  await put("Owners", `${String.fromCharCode(65 + owner)}7`, [["Ada Lovelace"]]);
  const offer = await lookAtUndo(undoing);
  expect(offer.edited).toEqual(["Clients!F6"]);
  await undoRun(undoing);
  expect(await cells("Clients", "F6")).toEqual([["By hand"]]);
  const now = (await cells("Owners", "A6:N12")) as string[][];
  expect(now[1]![owner]).toBe("Ada Lovelace");
  expect(now.slice(1).map(([id]) => id)).not.toContain("abc/d");
});

test("undoing the first run keeps a column with labels changed by hand, and sheets that people wrote on", async () => {
  const trial = await openTrial(null);
  await fillClients();
  await runPlan(await clientPlan(), inThread, when);
  await put("Clients", "F6", [["By hand"]]);
  await put("Segments", "P40", [["Ask Grace about these"]]);
  const offer = await lookAtUndo(undoing);
  expect(offer).toMatchObject({
    columnsGone: [],
    columnsKept: [{ name: "ABC", why: "changed" }],
    sheetsKept: ["Segments"],
  });
  await undoRun(undoing);
  const book = await trial.look();
  const names = (book.sheets as { name: string }[]).map(({ name }) => name);
  expect(names.sort()).toEqual(["Clients", "Segments"]);
  expect(await cells("Segments", "P40")).toEqual([["Ask Grace about these"]]);
  expect(await cells("Clients", "F3:F6")).toEqual([["ABC"], ["A"], ["A"], ["By hand"]]);
  // A new run takes both up again.
  const again = await runPlan(await clientPlan(), inThread, later);
  expect(again.columns[0]).toMatchObject({ name: "ABC", renamed: false });
  expect(again.sheets.find(({ id }) => id === "segments")).toMatchObject({ name: "Segments" });
  expect(await cells("Segments", "P40")).toEqual([["Ask Grace about these"]]);
});

test("after an undo the next run compares itself with the run before the undone one", async () => {
  const { plan } = await twoRuns();
  await undoRun(undoing);
  const { moves, record } = await runPlan(plan, inThread, { ...later, now: new Date("2026-12-03T08:00:00Z") });
  expect(moves[0]).toMatchObject({ moved: 0, entered: 0, left: 0 });
  expect(record.plan).toBe(4);
  const sheet = (await cells("Runs", "A1:E60")) as (string | number)[][];
  const log = sheet.slice(sheet.findIndex(([first]) => first === "Run log") + 1).filter(([first]) => first !== "");
  expect(log.map((row) => String(row[3]))).toEqual([
    "State",
    expect.stringMatching(/^Complete/),
    expect.stringMatching(/^Undone on .* by Linus$/),
    "Complete",
  ]);
});

test("a file of an earlier Tierbook offers no undo", async () => {
  const trial = await openTrial(null);
  await fillClients();
  await expect(undoRun(undoing).catch((error: unknown) => failureData(error).code)).resolves.toBe("nothing-to-undo");
  expect(trial.host.missing).toEqual([]);
});

test("undoing refuses, and says which column, where a label column was renamed since", async () => {
  await twoRuns();
  await put("Clients", "F3", [["My own"]]);
  const failure = await undoRun(undoing).catch((error: unknown) => failureData(error));
  expect(failure).toMatchObject({ code: "missing-column", subject: "Tier" });
});
