import { byCustomer } from "../../engine/consolidate/byCustomer";
import { inExcel } from "../../workbook/inExcel";
import type { Carried } from "../carry/carryFile";
import { markRows } from "../markedCustomers";
import type { Preview } from "../previewPlan";
import { knowsCustomersOf, movesSince, rowsBefore } from "../writing/comparedRuns";
import { comparedWith } from "./comparedWith";

export interface MovesAsked {
  /** What last month's file brought; a run of the workbook's own goes before it. */
  readonly carried?: Carried | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * How many customers would change segment since the last run, by segmentation, for each of several ways to classify the
 * same customers. A segmentation that it did not have is left out; all are where nobody can say.
 *
 * @param ways - previews over the same customers
 * @throws {Failure} `no-answer`; `run-unfinished` while a run stands open
 */
export function movesOf(
  ways: readonly Preview[],
  { carried, signal }: MovesAsked,
): Promise<readonly ReadonlyMap<string, number>[]> {
  return inExcel(
    "workbook",
    async (session) => {
      const { labels } = await comparedWith(session, carried);
      const [first] = ways;
      if (!labels || !first || !knowsCustomersOf(labels, first.plan, first.customers.letters)) {
        return ways.map(() => new Map<string, number>());
      }
      const rows = await rowsBefore(labels, (await markRows(first.plan, first.customers.table)).marks);
      const found: ReadonlyMap<string, number>[] = [];
      for (const { plan, outcome, customers } of ways) {
        const moves = await movesSince(labels, plan, byCustomer(plan, outcome, customers.table), rows);
        found.push(new Map(moves.map(({ id, moved }) => [id, moved])));
      }
      return found;
    },
    { signal },
  );
}
