import { Failure } from "../../failure";
import { requireOpenTable } from "../../workbook/standingTable";
import { policyMark } from "./policyMark";
import { policyCell, type FoundPolicy } from "./standingPolicy";

/** What the maker of a plan knew of the Policy sheet. */
export interface SeenPolicy {
  /** As `readState` gave it; null where there was no such sheet. */
  readonly mark: string | null;
  /** True if cells that cannot be used are to be overwritten with the plan, because a person said so. */
  readonly overwrite?: boolean | undefined;
  /** The newest revision of the plan that they knew; left out where the plan is to win over any other. */
  readonly revision?: number | undefined;
}

/**
 * Refuses a run that would overwrite what people did on the Policy sheet and its plan does not know.
 *
 * @param seen - undefined for a plan that wins over the sheet
 * @throws {Failure} `policy-invalid` at the first cell that cannot be used; `policy-changed` if the sheet says another
 *   thing than the maker of the plan saw; `table-filtered` or `totals-row` where its tables cannot be written
 */
export function requirePolicy(policy: FoundPolicy | null, seen: SeenPolicy | undefined): void {
  if (policy === null) return;
  for (const { table } of policy.tables.values()) requireOpenTable(table, policy.sheet);
  if (seen === undefined) return;
  // What a table has become after it lost its ids is people's, and is never written over.
  const first = policy.problems.find(({ kind }) => seen.overwrite !== true || kind === "missing-table");
  if (first) {
    throw new Failure("policy-invalid", `sheet ${policy.sheet} cannot be used: ${first.kind}`, {
      subject: policyCell(policy, first),
      detail: {
        problem: first.kind,
        found: first.content,
        of: first.name,
        cells: policy.problems.map((problem) => policyCell(policy, problem)),
      },
    });
  }
  if (policyMark(policy.plan, policy.problems) === seen.mark) return;
  throw new Failure("policy-changed", `sheet ${policy.sheet} changed since it was read`, { subject: policy.sheet });
}
