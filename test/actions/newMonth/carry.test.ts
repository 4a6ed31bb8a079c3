import { readCarry } from "../../../src/actions/carry/carryFile";
import { saveCarry } from "../../../src/actions/carry/saveCarry";
import { plannedChanges } from "../../../src/actions/changes/plannedChanges";
import { writePlanned } from "../../../src/actions/changes/writePlanned";
import { freezeMonth } from "../../../src/actions/freeze/freezeMonth";
import { assignOwner } from "../../../src/actions/owners/assignOwner";
import { readOwners } from "../../../src/actions/owners/readOwners";
import { previewPlan } from "../../../src/actions/previewPlan";
import { readState } from "../../../src/actions/readState";
import { runPlan } from "../../../src/actions/runPlan";
import { undoRun } from "../../../src/actions/undo/undoRun";
import { inThread } from "../../../src/engine/inThread";
import { clientPlan, openClients, tableId, when } from "../clientBook";
import { laterRows } from "./secondTable";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const mark = { by: "Ada", at: when.now.toISOString() };

/** The file that a first month with an owner leaves. */
async function savedMonth(): Promise<string> {
  await openClients();
  await runPlan(await clientPlan(), inThread, when);
  const segment = (await readOwners(when.now)).rows.find(({ segment }) => segment === "A")?.id ?? "";
  await assignOwner({ segment, field: "owner", before: "", value: "Wang Fang" }, mark);
  await assignOwner({ segment, field: "objective", before: "", value: "Keep them" }, mark);
  return (await saveCarry()).text;
}

test("a new workbook takes over plan, owners and last labels with its first run: moves are those on last month", async () => {
  const text = await savedMonth();
  const carried = readCarry(text);
  await openClients({}, laterRows);
  const table = { id: await tableId(), name: "Customers" };
  const plan = { ...carried.plan, table, dataDate: "2026-11-30" };
  const { moves } = await runPlan(plan, inThread, { ...when, carried });
  expect(moves).toMatchObject([{ id: "abc", entered: 2, left: 2 }]);
  const { rows } = await readOwners(when.now);
  expect(rows.find(({ segment }) => segment === "A")?.values).toEqual({ owner: "Wang Fang", objective: "Keep them" });
  const frozen = await freezeMonth({ name: null, now: when.now, person: "Ada" });
  expect(await textsOf(frozen)).toMatch(/On 31 Oct 2026: \d+ stayed, \d+ changed segment, 2 are new, 2 are gone\./);
  // What was taken over goes with the run that took it over.
  await undoRun({ now: when.now, person: "Ada" });
  expect(await readState()).toMatchObject({ plan: null, moves: [] });
});

test("a preview is compared with the labels of the file; who agrees to it may have it on a sheet before the first run", async () => {
  const carried = readCarry(await savedMonth());
  await openClients({}, laterRows);
  const table = { id: await tableId(), name: "Customers" };
  const plan = { ...carried.plan, table, dataDate: "2026-11-30" };
  const preview = await previewPlan(plan, inThread);
  const planned = await plannedChanges(preview, { language: "en", columns: null, carried });
  expect(planned).toMatchObject({ since: { id: carried.run.id }, comparable: true, first: [] });
  expect(planned.segmentations).toMatchObject([{ id: "abc", moves: { entered: 2, left: 2 } }]);
  const owners = planned.segmentations[0]?.segments.map(({ name, owner }) => [name, owner]);
  expect(owners).toContainEqual(["A", "Wang Fang"]);
  expect(await writePlanned(preview, { ...when, columns: null, carried })).toBe("Planned changes");
  const { moves } = await runPlan(plan, inThread, { ...when, carried });
  expect(moves).toEqual(planned.segmentations.map((each) => each.moves));
});

test("the file names no client: marks stand for keys", async () => {
  const text = await savedMonth();
  for (const [key, name, value] of [["C01", "Harbour Foods", 220]] as const) {
    expect(text).not.toContain(`"${key}"`);
    expect(text).not.toContain(name);
    expect(text).not.toContain(`:${value},`);
  }
});

test("a workbook with a run of its own takes nothing over, and stays as it is", async () => {
  const carried = readCarry(await savedMonth());
  const plan = await clientPlan();
  await expect(runPlan(plan, inThread, { ...when, carried })).rejects.toMatchObject({ code: "carry-not-empty" });
  expect((await readState()).runs).toHaveLength(1);
});

test.each([
  ["", "carry-broken"],
  ["{}", "carry-broken"],
  ['{"tierbookCarry":1}', "carry-broken"],
  ['{"tierbookCarry":2}', "carry-too-new"],
  ["[".repeat(50), "carry-broken"],
  [`{"tierbookCarry":1,"__proto__":{"polluted":1}}`, "carry-broken"],
  ["x".repeat(16_000_001), "carry-broken"],
])("refuses a file that is none: %#", (text, code) => {
  expect(() => readCarry(text)).toThrow(expect.objectContaining({ code }) as Error);
});

test("refuses a file in which a plan, a label or an owner was made unsound", async () => {
  const text = await savedMonth();
  expect(readCarry(text).plan.segmentations).toHaveLength(1);
  const changed = (from: string, to: string): string => {
    expect(text).toContain(from);
    return text.replace(from, to);
  };
  const cases = [
    changed('\\"cutoffs\\":[0.8,', '\\"cutoffs\\":[8,'),
    changed('"codes":"0', '"codes":"~'),
    changed('"status":"complete"', '"status":"never"'),
    changed('"inPlan":true', '"inPlan":1'),
  ];
  for (const one of cases)
    expect(() => readCarry(one)).toThrow(expect.objectContaining({ code: "carry-broken" }) as Error);
});

async function textsOf(name: string): Promise<string> {
  return Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(name).getUsedRange().load("values");
    await context.sync();
    return used.values.flat().join("\n");
  });
}
