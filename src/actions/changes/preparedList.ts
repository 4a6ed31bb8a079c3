import type { Plan } from "../../plan/plan";
import type { SheetDoc } from "../../reports/sheetDoc";
import { sheetWords } from "../../text/sheetWords";
import { captureSheet } from "../../workbook/capture";
import type { Session } from "../../workbook/inExcel";
import type { FoundSheet } from "../../workbook/ownSheets";
import { readEntries, type Store } from "../../workbook/store";
import type { TableFacts } from "../../workbook/tableFacts";
import { readFingerprint } from "../readCustomers";
import { entryNames } from "../writing/entries";
import { readStored, type Before, type Journal } from "../writing/journal";
import type { PreparedRun } from "../writing/prepareRun";
import { sideJournal } from "../writing/sideJournal";
import { storedForm } from "../writing/storedForm";

/** A sheet that is written on demand, and the workbook as it was found. */
export interface ListToWrite {
  readonly store: Store;
  readonly facts: TableFacts;
  readonly found: readonly FoundSheet[];
  readonly plan: Plan;
  readonly doc: SheetDoc;
  /** What stands on the sheet now; null on a new one. */
  readonly former: SheetDoc | null;
  readonly now: Date;
  /** Who asks for it, as typed; empty if not stated. */
  readonly person: string;
}

/** A run that writes one sheet and nothing else. */
export async function preparedList(session: Session, list: ListToWrite): Promise<PreparedRun> {
  const { store, facts, doc, former } = list;
  const captured = former ? await captureSheet(session, doc.name, former) : null;
  const stored = former && store.head ? await readEntries(session, store.head, [entryNames.docs]) : {};
  const docs = readStored("docs", stored[entryNames.docs]) ?? [];
  return {
    journal: await journalOf(session, list),
    facts,
    store,
    plan: null,
    labels: [],
    kept: null,
    moves: null,
    changes: null,
    docs: [doc],
    // Whoever puts the list back must know where the one before stood.
    formerDocs: former ? [...(docs as readonly SheetDoc[]).filter(({ id }) => id !== doc.id), former] : [],
    previous: new Map([[doc.id, former]]),
    before: captured ? { [doc.id]: storedForm(captured) as Before[string] } : {},
  };
}

async function journalOf(session: Session, { plan, doc, former, ...list }: ListToWrite): Promise<Journal> {
  const { keyColumn, sheetLanguage } = plan;
  const fingerprint = await readFingerprint(session, list.facts, keyColumn);
  return {
    ...(await sideJournal({ kind: "list", mark: doc.id, ...list, keyColumn, fingerprint })),
    labels: [],
    sheets: [{ id: doc.id, name: doc.name, existed: former !== null }],
    unfinishedText: sheetWords(sheetLanguage).tierbook.unfinished(list.now),
  };
}
