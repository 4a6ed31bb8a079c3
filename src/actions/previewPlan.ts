import type { Engine } from "../engine/engine";
import type { Outcome } from "../engine/outcome";
import { withAmounts } from "../engine/withAmounts";
import type { Plan } from "../plan/plan";
import type { Segmentation } from "../segmentations/plans";
import { withDistinctAmounts } from "./orders/distinctAmounts";
import type { ActionOptions } from "./progress";
import { readCustomers, type Customers } from "./readCustomers";

export interface Preview {
  readonly plan: Plan;
  /** With the amounts that were found in orders, where a segmentation goes by them. */
  readonly customers: Customers;
  readonly outcome: Outcome;
}

/**
 * What a run would give, without writing anything.
 *
 * @param options.former - a preview over the same columns: nothing is read again, and only what changed is computed
 */
export async function previewPlan(
  asked: Plan,
  engine: Engine,
  options: ActionOptions & { readonly former?: Preview } = {},
): Promise<Preview> {
  const { former } = options;
  const plan = withDistinctAmounts(asked);
  const customers = former?.customers ?? (await readCustomers(plan, options));
  const known = former === undefined ? new Map<string, Result>() : unchanged(plan, former);
  const wanted = plan.segmentations.filter(({ id }) => !known.has(id));
  const fresh = former !== undefined && wanted.length === 0 ? former.outcome : null;
  const outcome = fresh ?? (await compute({ ...plan, segmentations: wanted }, engine, customers, options));
  const segmentations = plan.segmentations.flatMap(
    ({ id }) => known.get(id) ?? outcome.segmentations.find((result) => result.id === id) ?? [],
  );
  const whole = { ...outcome, segmentations };
  return { plan, customers: { ...customers, table: withAmounts(plan, whole, customers.table) }, outcome: whole };
}

type Result = Outcome["segmentations"][number];

/** Results of the segmentations that the plan has as they were, and none if anything else of the plan changed. */
function unchanged(plan: Plan, { plan: before, outcome }: Preview): ReadonlyMap<string, Result> {
  const beside = (one: Plan): string => JSON.stringify({ ...one, segmentations: [] });
  if (beside(plan) !== beside(before)) return new Map();
  const formerly = new Map(before.segmentations.map((one) => [one.id, JSON.stringify(one)]));
  const isSame = (one: Segmentation | undefined): boolean =>
    one !== undefined && formerly.get(one.id) === JSON.stringify(one);
  return new Map(
    outcome.segmentations
      .filter(({ id }) => isSame(plan.segmentations.find((one) => one.id === id)))
      .map((result) => [result.id, result]),
  );
}

/** Runs the engine, telling its progress as an action's. */
export function compute(
  plan: Plan,
  engine: Engine,
  customers: Customers,
  { signal, onProgress }: ActionOptions,
): Promise<Outcome> {
  return engine.run(plan, customers.table, {
    ...(signal ? { signal } : {}),
    onProgress: ({ done, total }) => onProgress?.({ stage: "computing", done, total }),
  });
}
