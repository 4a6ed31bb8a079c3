import { Failure } from "../failure";
import { sheetWords } from "../text/sheetWords";
import { rangeAt } from "../workbook/address";
import type { Session } from "../workbook/inExcel";
import { requireSpace } from "../workbook/requireSpace";
import { findSheets } from "../workbook/ownSheets";
import { tableFacts, type TableFacts } from "../workbook/tableFacts";
import { openStored } from "./recovery/openStored";
import type { ActionOptions } from "./progress";
import { readFingerprint } from "./readCustomers";
import { freeName } from "./writing/freeName";
import type { PreparedRun } from "./writing/prepareRun";
import { sideJournal } from "./writing/sideJournal";
import { requireWritable } from "./writing/refusals";
import { requireNoRun } from "./writing/underLease";
import { preparingIn, writeOrPutBack } from "./writing/writeOrPutBack";

export interface AddedKeyColumn {
  /** "Client ID" or "客户编号", with a number if the name was taken. */
  readonly name: string;
  readonly rows: number;
}

const names = { en: "Client ID", zh: "客户编号" } as const;

/**
 * Adds a column of ids of our own to a table that has no key. Call it only after the user agreed: the ids say
 * nothing outside this workbook, and rows pasted over later carry the id of the row they replace.
 *
 * Written like a run: all of it, or nothing.
 */
export async function addKeyColumn(
  tableId: string,
  language: "en" | "zh",
  options: ActionOptions & { readonly now?: Date } = {},
): Promise<AddedKeyColumn> {
  const { now = new Date() } = options;
  const run = await preparingIn(tableId, options, (session) => prepareKey(session, tableId, language, now));
  await writeOrPutBack(run, options);
  return { name: run.journal.labels[0]?.name ?? names[language], rows: run.facts.rows };
}

async function prepareKey(session: Session, tableId: string, language: "en" | "zh", now: Date): Promise<PreparedRun> {
  const store = await openStored(session);
  await requireNoRun(session, store);
  const facts = await tableFacts(session, { id: tableId, name: tableId });
  requireWritable(facts);
  await requireCustomers(session, facts);
  await requireSpace(session, facts, 1);
  const found = await findSheets(session);
  // Without a key the first column stands in for it: it shows whether rows moved while ids were written.
  const keyColumn = facts.columns[0]?.name ?? "";
  const fingerprint = await readFingerprint(session, facts, keyColumn);
  const name = freeName(names[language], new Set(facts.columns.map((column) => column.name.toLowerCase())));
  return {
    journal: {
      ...(await sideJournal({ kind: "key", mark: "key", now, person: "", facts, keyColumn, fingerprint, found })),
      labels: [{ segmentation: "key", name, before: null }],
      sheets: [],
      unfinishedText: sheetWords(language).tierbook.unfinished(now),
    },
    facts,
    store,
    plan: null,
    labels: [ids(facts.rows)],
    kept: null,
    moves: null,
    changes: null,
    docs: [],
    formerDocs: [],
    previous: new Map(),
    before: {},
  };
}

/** An empty table of Excel's has one blank row, and that is no customer to number. */
async function requireCustomers(session: Session, facts: TableFacts): Promise<void> {
  const subject = facts.name;
  if (facts.rows < 1) throw new Failure("empty-table", `table ${subject} has no rows`, { subject });
  const sheet = session.workbook.worksheets.getItem(facts.sheet);
  const body = rangeAt(sheet, { ...facts.place, row: facts.firstRow, rows: facts.rows });
  const used = body.getUsedRangeOrNullObject(true).load("address");
  await session.sync();
  if (used.isNullObject) throw new Failure("empty-table", `table ${subject} holds blank rows only`, { subject });
}

/** "TB0001", "TB0002", …: text, so that no zero is lost, and alike in length, so that they sort. */
function ids(rows: number): readonly string[] {
  const digits = Math.max(4, String(rows).length);
  return Array.from({ length: rows }, (_, row) => `TB${String(row + 1).padStart(digits, "0")}`);
}
