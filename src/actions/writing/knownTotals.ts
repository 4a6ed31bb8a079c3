import type { RunTotals } from "../../engine/runTotals";
import { readStored, type Records } from "./journal";

/**
 * The sums that a run is compared with, oldest first: those of last month's file, then those of the workbook's runs.
 *
 * @param stored - what the store keeps of last month's file
 */
export function knownTotals(
  stored: string | null,
  runs: Records,
  carried: { readonly totals: readonly RunTotals[] } | null,
): readonly RunTotals[] {
  const before = carried?.totals ?? readStored("carried", stored) ?? [];
  return [...before, ...runs.flatMap(({ status, totals }) => (status === "complete" && totals ? [totals] : []))];
}
