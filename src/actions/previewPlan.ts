import type { Engine } from "../engine/engine";
import type { Outcome } from "../engine/outcome";
import type { Plan } from "../plan/plan";
import type { ActionOptions } from "./progress";
import { readCustomers, type Customers } from "./readCustomers";

export interface Preview {
  readonly customers: Customers;
  readonly outcome: Outcome;
}

/** What a run would give, without writing anything. Pass the `customers` of an earlier preview to read nothing again. */
export async function previewPlan(
  plan: Plan,
  engine: Engine,
  options: ActionOptions & { readonly customers?: Customers } = {},
): Promise<Preview> {
  const customers = options.customers ?? (await readCustomers(plan, options));
  return { customers, outcome: await compute(plan, engine, customers, options) };
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
