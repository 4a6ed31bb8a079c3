import type { Session } from "../../workbook/inExcel";
import { inFront } from "../../workbook/inFront";
import { tableFacts, type TableFacts } from "../../workbook/tableFacts";
import { queueClearFilter, readFilter, restoreFilter } from "../../workbook/tableFilter";
import { factsOrNull } from "./factsOrNull";
import type { Journal } from "./journal";
import { requireUnfiltered } from "./refusals";

/**
 * The filter that a run is going to clear, for its journal; nothing where the table is not filtered.
 *
 * @param consent - whether somebody agreed to that
 * @throws {Failure} `table-filtered` without consent, or for a filter that could not be set again
 */
export async function filterToClear(
  session: Session,
  facts: TableFacts,
  consent = false,
): Promise<Pick<Journal, "filter">> {
  if (!consent) requireUnfiltered(facts);
  return facts.filtered ? { filter: [...(await readFilter(session, facts))] as Journal["filter"] } : {};
}

/**
 * The table of a run without the filter that the run cleared, which may be set again by now.
 *
 * @throws {Failure} `table-filtered` where another filter is set
 */
export async function unfilteredTable(session: Session, { table, filter, labels, drop }: Journal): Promise<TableFacts> {
  const facts = await tableFacts(session, table);
  // What writes no column leaves a filter as it is.
  if (labels.length === 0 && !drop?.columns.length) return facts;
  if (!facts.filtered || !filter) {
    requireUnfiltered(facts);
    return facts;
  }
  await inFront(session, () => {
    queueClearFilter(session, facts, filter);
    return session.sync();
  });
  const now = await tableFacts(session, table);
  requireUnfiltered(now);
  return now;
}

/**
 * Sets the filter again that a run cleared. May be repeated.
 *
 * @returns false if Excel does not filter by it
 */
export async function setFilterAgain(session: Session, journal: Journal): Promise<boolean> {
  const { filter } = journal;
  if (!filter) return true;
  // Whoever deleted the table has taken its filter away with it.
  const facts = await factsOrNull(session, journal);
  return facts === null || restoreFilter(session, facts, filter);
}
