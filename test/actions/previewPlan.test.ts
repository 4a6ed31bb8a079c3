import { previewPlan } from "../../src/actions/previewPlan";
import type { Engine } from "../../src/engine/engine";
import { inThread } from "../../src/engine/inThread";
import type { Plan } from "../../src/plan/plan";
import { clientPlan, openClients } from "./clientBook";

jest.setTimeout(120_000);

/** The engine, with the segmentations that it was asked for. */
function heard(): { readonly engine: Engine; readonly asked: string[][] } {
  const asked: string[][] = [];
  const run: Engine["run"] = async (plan, table, options) => {
    asked.push(plan.segmentations.map(({ id }) => id));
    return inThread.run(plan, table, options);
  };
  return { engine: { run }, asked };
}

const twoOf = async (): Promise<Plan> => {
  const plan = await clientPlan();
  const abc = plan.segmentations[0]!;
  return { ...plan, segmentations: [abc, { ...abc, id: "second", name: "Second", cutoffs: [0.5, 0.9] }] };
};

test("a preview computes again only what changed, and gives what a whole one gives", async () => {
  await openClients();
  const plan = await twoOf();
  const { engine, asked } = heard();
  const former = await previewPlan(plan, engine);
  const [abc, second] = plan.segmentations as [Plan["segmentations"][number], Plan["segmentations"][number]];
  const changed = { ...plan, segmentations: [abc, { ...second, cutoffs: [0.6, 0.9] }] } as Plan;
  const next = await previewPlan(changed, engine, { former });
  expect(asked).toEqual([["abc", "second"], ["second"]]);
  expect(next.outcome).toEqual((await previewPlan(changed, inThread)).outcome);
  const fewer = await previewPlan({ ...plan, segmentations: [abc] }, engine, { former: next });
  expect(asked).toHaveLength(2);
  expect(fewer.outcome.segmentations.map(({ id }) => id)).toEqual(["abc"]);
});

test("whatever else of the plan changes, everything is computed again", async () => {
  await openClients();
  const plan = await twoOf();
  const { engine, asked } = heard();
  const former = await previewPlan(plan, engine);
  await previewPlan({ ...plan, sheetLanguage: "zh" }, engine, { former });
  expect(asked[1]).toEqual(["abc", "second"]);
});
