import { freezeMonth } from "../../../src/actions/freeze/freezeMonth";
import { assignOwner } from "../../../src/actions/owners/assignOwner";
import { readOwners } from "../../../src/actions/owners/readOwners";
import { readState } from "../../../src/actions/readState";
import { runPlan } from "../../../src/actions/runPlan";
import { undoRun } from "../../../src/actions/undo/undoRun";
import { inThread } from "../../../src/engine/inThread";
import { clientPlan, openClients, when } from "../clientBook";
import { addLaterTable } from "./secondTable";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const freeze = async (name: string | null = null): Promise<string> =>
  freezeMonth({ name, now: new Date("2026-12-02T10:00:00Z"), person: "Ada" });

/** Two months of the clients, the second in a table of its own, with an owner. */
async function twoMonths(): Promise<void> {
  await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  const segment = (await readOwners(when.now)).rows.find(({ segment }) => segment === "A")?.id ?? "";
  const mark = { by: "Ada", at: when.now.toISOString() };
  await assignOwner({ segment, field: "owner", before: "", value: "Wang Fang" }, mark);
  const table = { id: await addLaterTable(), name: "November" };
  const second = { ...plan, table, dataDate: "2026-11-30" };
  await runPlan(second, inThread, { ...when, now: new Date("2026-12-01T09:00:00Z") });
  // A month is often run twice: the pack still compares with the month before.
  await runPlan({ ...second, table: { ...table, id: "" } }, inThread, {
    ...when,
    now: new Date("2026-12-02T09:00:00Z"),
  });
}

test("a pack holds the month's segments, owners and moves on last month as values that no formula changes", async () => {
  await twoMonths();
  expect(await freeze()).toBe("Pack 2026-11");
  const { texts, formulas } = await contentsOf("Pack 2026-11");
  expect(formulas).toBe(0);
  expect(texts).toContain("data as of 30 Nov 2026");
  expect(texts).toContain("12 classified, 0 not classified; together all 12.");
  // By hand: C01, C07, C04 and C13 hold 990 of 1,153.
  expect(texts).toContain("A|4|");
  expect(texts).toContain("A|Wang Fang|");
  // By hand: C02 from A to B, C07 from C to A, C12 not classified before and B now, C06 from C to C, and so on.
  expect(texts).toMatch(/On 31 Oct 2026: \d+ stayed, \d+ changed segment, 2 are new, 2 are gone\./);
  const { lastRun } = await readState();
  expect(lastRun?.frozen).toEqual([{ at: "2026-12-02T10:00:00.000Z", person: "Ada", sheet: "Pack 2026-11" }]);
});

test("later runs, their undoing and other packs leave a pack as it is; one of its name is refused", async () => {
  await twoMonths();
  await freeze();
  const before = await contentsOf("Pack 2026-11");
  await expect(freeze()).rejects.toMatchObject({ code: "pack-exists", subject: "Pack 2026-11" });
  expect(await freeze("Pack 2026-11 final")).toBe("Pack 2026-11 final");
  const plan = (await readState()).plan;
  if (plan) await runPlan({ ...plan, dataDate: "2026-12-31" }, inThread, when);
  expect(await contentsOf("Pack 2026-11")).toEqual(before);
  await undoRun({ now: when.now, person: "Ada" });
  expect(await contentsOf("Pack 2026-11")).toEqual(before);
  const { plan: now, runs } = await readState();
  expect(now?.dataDate).toBe("2026-11-30");
  expect(runs.map(({ status, frozen }) => [status, frozen?.length ?? 0])).toEqual([
    ["complete", 0],
    ["complete", 0],
    ["complete", 2],
    ["undone", 0],
  ]);
});

test("without a run there is nothing to freeze, and in Chinese the pack is a 定稿", async () => {
  await openClients();
  await expect(freeze()).rejects.toMatchObject({ code: "no-plan" });
  await runPlan(await clientPlan({ sheetLanguage: "zh" }), inThread, when);
  expect(await freeze()).toBe("定稿 2026-10");
  const { texts } = await contentsOf("定稿 2026-10");
  expect(texts).toContain("没有可比较的以往月份。");
});

/** What a sheet says, rows by line and cells by stroke, and how many formulas it has. */
async function contentsOf(name: string): Promise<{ readonly texts: string; readonly formulas: number }> {
  return Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(name).getUsedRange().load("values,formulas");
    await context.sync();
    const formulas = used.formulas.flat().filter((cell: unknown) => String(cell).startsWith("=")).length;
    return { texts: used.values.map((cells) => cells.join("|")).join("\n"), formulas };
  });
}
