import { Failure } from "../../failure";
import type { Session } from "../../workbook/inExcel";
import { findSheets, type FoundSheet } from "../../workbook/ownSheets";
import type { Head, Store } from "../../workbook/store";
import { tableFacts, type TableFacts } from "../../workbook/tableFacts";
import { openStored } from "../recovery/openStored";
import { requireNoRun } from "../writing/underLease";
import { requireOpenSheets } from "../writing/refusals";
import { formerMonth, type FormerMonth } from "./formerMonth";

/** The last complete run in a workbook to which a sheet can be added. */
export interface LastRun {
  readonly store: Store;
  readonly head: Head;
  readonly last: FormerMonth;
  readonly facts: TableFacts;
  readonly found: readonly FoundSheet[];
}

/**
 * Opens the last run for a sheet that tells of it.
 *
 * @throws {Failure} `run-unfinished`; `no-plan` where there is no complete run; `missing-table`; `workbook-read-only`,
 *   `structure-protected` or `sheet-protected` where no sheet can be added
 */
export async function openLastRun(session: Session): Promise<LastRun> {
  const store = await openStored(session);
  const { head } = store;
  await requireNoRun(session, store);
  const last = await formerMonth(session, head);
  if (!last || !head) throw new Failure("no-plan", "a sheet about the last run requires a complete one");
  const facts = await tableFacts(session, last.plan.table);
  if (facts.readOnly) throw new Failure("workbook-read-only", "workbook is open read-only");
  if (facts.structureProtected) throw new Failure("structure-protected", "the workbook's structure is protected");
  const found = await findSheets(session);
  requireOpenSheets(found);
  return { store, head, last, facts, found };
}
