import { assignOwner } from "../../src/actions/owners/assignOwner";
import { runPlan } from "../../src/actions/runPlan";
import { undoRun } from "../../src/actions/undo/undoRun";
import { inThread } from "../../src/engine/inThread";
import type { ValueTierPlan } from "../../src/plan/defaultPlan";
import type { Plan } from "../../src/plan/plan";
import type { Segmentation } from "../../src/segmentations/plans";
import { clientPlan, fillClients, when } from "../actions/clientBook";
import { undisturbed, type Scenario } from "./everyRequest";
import { openTrial } from "./trial";

const undoing = { now: new Date("2026-12-02T10:00:00Z"), person: "Linus" };
const later = { now: new Date("2026-12-01T08:00:00Z"), person: "Grace" };

/** Made once for all tests of a file: what they do to it, they do to copies. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}

/** The first run in a workbook that has never seen Tierbook. */
export const firstRun = once(async () => {
  const trial = await openTrial(null);
  await fillClients();
  return scenario(trial.save(), (plan, signal) => runPlan(plan, inThread, { ...when, ...(signal ? { signal } : {}) }));
});

/** A run over a filtered table, with somebody's consent that the filter is cleared for it and set again. */
export const filteredRun = once(async () => {
  const trial = await openTrial(null);
  await fillClients();
  await runPlan(await clientPlan(), inThread, when);
  await Excel.run(async (context) => {
    const { columns } = context.workbook.tables.getItem("Customers");
    columns.getItem("Region").filter.applyValuesFilter(["North", "South"]);
    columns.getItem("Outstanding").filter.applyCustomFilter(">200", "<1", "Or");
    await context.sync();
  });
  return scenario(trial.save(), (plan, signal) =>
    runPlan(withMoreTiers(plan), inThread, { ...later, clearFilter: true, ...(signal ? { signal } : {}) }),
  );
});

/** A second run with other cut-offs and one tier more, in a workbook with a note beside our blocks. */
export const secondRun = once(async () => {
  const trial = await openTrial(null);
  await fillClients();
  await runPlan(await clientPlan(), inThread, when);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Segments").getRange("P4").values = [["Ask Grace about these"]];
    await context.sync();
  });
  return scenario(trial.save(), (plan, signal) =>
    runPlan(withMoreTiers(plan), inThread, { ...later, ...(signal ? { signal } : {}) }),
  );
});

/** A run that leaves one of two segmentations out and cuts the other another way: a block, two charts and a table go. */
export const leftOutRun = once(async () => {
  const trial = await openTrial(null);
  await fillClients();
  const plan = await clientPlan();
  const shared = { column: "Outstanding", valueColumn: "Outstanding" };
  const bands: Segmentation = {
    method: "cutoffs",
    id: "abc",
    name: "ABC",
    ...shared,
    direction: "low-first",
    cutoffs: [50],
    tiers: [
      { id: "small", name: "Small" },
      { id: "large", name: "Large" },
    ],
  };
  const groups = [{ value: "North", name: "North" }];
  const regions: Segmentation = {
    method: "groups",
    id: "region",
    name: "By region",
    ...shared,
    column: "Region",
    groups,
  };
  await runPlan({ ...plan, segmentations: [...plan.segmentations, regions] }, inThread, when);
  return scenario(trial.save(), (former, signal) =>
    runPlan({ ...former, segmentations: [bands] }, inThread, { ...later, ...(signal ? { signal } : {}) }),
  );
});

/** A run after which fewer, or more, customers are listed than before it: tables on the Runs sheet make room for others. */
export async function listRun(before: number, now: number): Promise<Scenario> {
  const trial = await openTrial(null);
  const amount = (i: number, without: number): string | number => (i < without ? "n/a" : 10 * i);
  await fillClients(Array.from({ length: 12 }, (_, i) => [`C${i}`, `Client ${i}`, amount(i, before), "North"]));
  await runPlan(await clientPlan(), inThread, when);
  await runPlan(await clientPlan(), inThread, { ...when, now: new Date("2026-11-20T08:00:00Z") });
  await Excel.run(async (context) => {
    const amounts = Array.from({ length: 12 }, (_, i) => [amount(i, now)]);
    context.workbook.worksheets.getItem("Clients").getRange("D4:D15").values = amounts;
    await context.sync();
  });
  return scenario(trial.save(), (plan, signal) => runPlan(plan, inThread, { ...later, ...(signal ? { signal } : {}) }));
}

/** The undoing of a first run: its column and all its sheets go. */
export const firstUndone = once(async () => {
  const trial = await openTrial(null);
  await fillClients();
  await runPlan(await clientPlan(), inThread, when);
  return scenario(trial.save(), (_plan, signal) => undoRun({ ...undoing, ...(signal ? { signal } : {}) }));
});

/** The undoing of a second run, after somebody filled in an owner. */
export const secondUndone = once(async () => {
  const trial = await openTrial((await secondRun()).after);
  await assignOwner({ segment: "abc/a", field: "owner", before: "", value: "Ada" }, { by: "Ada", at: "" });
  return scenario(trial.save(), (_plan, signal) => undoRun({ ...undoing, ...(signal ? { signal } : {}) }));
});

function withMoreTiers(plan: ValueTierPlan): Plan {
  return {
    ...plan,
    segmentations: plan.segmentations.map((segmentation) => ({
      ...segmentation,
      cutoffs: [0.5, 0.7, 0.9],
      tiers: [
        { id: "a", name: "Top" },
        { id: "b", name: "B" },
        { id: "c", name: "C" },
        { id: "d", name: "=D" },
      ],
    })),
  };
}

async function scenario(
  bytes: Uint8Array,
  act: (plan: ValueTierPlan, signal?: AbortSignal) => Promise<unknown>,
): Promise<Scenario> {
  await openTrial(bytes);
  const plan = { ...(await clientPlan()), table: { id: "", name: "Customers" } };
  return undisturbed(bytes, (signal) => act(plan, signal));
}
