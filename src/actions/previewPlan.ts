import type { Engine } from "../engine/engine";
import type { Outcome } from "../engine/outcome";
import type { Plan } from "../plan/plan";
import type { ActionOptions } from "./progress";
import type { Customers } from "./readCustomers";

export interface Preview {
  readonly customers: Customers;
  readonly outcome: Outcome;
}

/** What a run would give, without writing anything. Pass the `customers` of an earlier preview to read nothing again. */
export function previewPlan(
  plan: Plan,
  engine: Engine,
  options?: ActionOptions & { readonly customers?: Customers },
): Promise<Preview> {
  throw new Error(`previewPlan is being written: ${plan.keyColumn} ${String(engine)} ${String(options)}`);
}
