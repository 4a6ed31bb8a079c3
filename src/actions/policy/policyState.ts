import type { Plan } from "../../plan/plan";
import type { PolicyProblem } from "../../segmentations/shared/policy/policyTable";
import { policyMark } from "./policyMark";
import { findPolicy, policyCell } from "./standingPolicy";

/** What people changed on the Policy sheet since the last run. */
export interface PolicyState {
  readonly sheet: string;
  /** Tells this reading from any other that says something else. */
  readonly mark: string;
  /** Cells that cannot be used: until they are put right, what they belong to is as the last run had it. */
  readonly problems: readonly (Pick<PolicyProblem, "kind" | "name" | "content"> & { readonly cell: string })[];
}

/** The stored plan with what people changed, and what the pane says of it. */
export interface ReadPolicyState {
  readonly plan: Plan;
  readonly state: PolicyState;
}

/** Reads the Policy sheet as `findPolicy` does. */
export async function policyState(...sheet: Parameters<typeof findPolicy>): Promise<ReadPolicyState | null> {
  const policy = await findPolicy(...sheet);
  if (policy === null) return null;
  const problems = policy.problems.map((problem) => {
    const { kind, name, content } = problem;
    return { kind, name, content, cell: policyCell(policy, problem) };
  });
  return {
    plan: policy.plan,
    state: { sheet: policy.sheet, mark: policyMark(policy.plan, policy.problems), problems },
  };
}
