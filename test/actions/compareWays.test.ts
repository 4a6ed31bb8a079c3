import { compareWays } from "../../src/actions/changes/compareWays";
import { previewPlan } from "../../src/actions/previewPlan";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import type { Plan } from "../../src/plan/plan";
import { openClients, when } from "./clientBook";
import { policyPlan } from "./policyBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

/** The plan with other bands of outstanding amounts. */
function cutAt(plan: Plan, cutoffs: number[]): Plan {
  const segmentations = plan.segmentations.map((each) => (each.method === "cutoffs" ? { ...each, cutoffs } : each));
  return { ...plan, segmentations };
}

// By hand: 500 and 220 are above 200, both of 90 and the one of 60 above 50.
test("another way tells how many labels differ, and how many customers move since the last run by either", async () => {
  await openClients();
  const plan = await policyPlan();
  const before = await previewPlan(plan, inThread);
  const first = await compareWays(before, cutAt(plan, [300, 80]), "size", inThread, {});
  expect(first).toEqual({ different: 2, moved: null });

  await runPlan(plan, inThread, when);
  const now = await previewPlan(cutAt(plan, [200, 5]), inThread);
  const way = await compareWays(now, cutAt(plan, [300, 80]), "size", inThread, {});
  expect(way).toEqual({ different: 5, moved: { previewed: 3, other: 2 } });
});
