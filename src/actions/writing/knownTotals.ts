import type { RunTotals } from "../../engine/runTotals";
import type { Session } from "../../workbook/inExcel";
import { readEntries, type Head } from "../../workbook/store";
import { entryNames } from "./entries";
import { readStored, type Records } from "./journal";

/** The sums that a run is compared with, oldest first: those of last month's file, then those of the workbook's runs. */
export async function knownTotals(
  session: Session,
  head: Head,
  runs: Records,
  carried: { readonly totals: readonly RunTotals[] } | null,
): Promise<readonly RunTotals[]> {
  const texts = await readEntries(session, head, [entryNames.carried]);
  const before = carried?.totals ?? readStored("carried", texts[entryNames.carried]) ?? [];
  return [...before, ...runs.flatMap(({ status, totals }) => (status === "complete" && totals ? [totals] : []))];
}
