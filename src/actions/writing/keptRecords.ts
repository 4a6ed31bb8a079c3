import { keptRuns } from "./entries";
import type { RunRecord } from "../readState";

/** Month-ends that later runs may be compared with: those of a year, and the year-end before it. */
const keptMonthEnds = 14;

/**
 * The run log as it is kept: the last runs, but a run that later ones are compared with outlasts younger ones.
 *
 * @param records - oldest first
 */
export function keptRecords<Run extends Pick<RunRecord, "status" | "totals">>(records: readonly Run[]): Run[] {
  const newest = new Map<string, number>();
  records.forEach(({ status, totals }, i) => {
    if (status === "complete" && totals) newest.set(totals.dataDate, i);
  });
  const compared = new Set(
    [...newest]
      .sort()
      .slice(-keptMonthEnds)
      .map(([, i]) => i),
  );
  let over = records.length - keptRuns;
  return records.filter((_, i) => compared.has(i) || over-- <= 0);
}
