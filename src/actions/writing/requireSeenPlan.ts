import { Failure } from "../../failure";
import type { Head } from "../../workbook/store";
import type { RunRecord } from "../readState";
import { planRevision } from "./entries";

/**
 * Refuses to save a plan over one that its maker never saw.
 *
 * @param seen - the newest revision that they knew; undefined for a plan that wins over any other
 * @throws {Failure} `plan-changed`, with who saved the newer one as far as the run log says
 */
export function requireSeenPlan(head: Head, seen: number | undefined, runs: readonly RunRecord[]): void {
  const revision = planRevision(head);
  if (seen === undefined || revision <= seen) return;
  const person = runs.at(-1)?.person ?? "";
  throw new Failure("plan-changed", `revision ${revision} was saved after ${seen}`, {
    detail: { revision, seen, person },
  });
}
