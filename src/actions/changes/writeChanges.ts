import { Failure } from "../../failure";
import {
  changesHeaders,
  changesSheet,
  mostLines,
  standingChangesSheet,
  type StandingChanges,
} from "../../reports/changesSheet";
import type { SheetDoc } from "../../reports/sheetDoc";
import { changeWords } from "../../text/changeWords";
import { requireFree } from "../../workbook/capture";
import type { Session } from "../../workbook/inExcel";
import { findSheets, freeSheetName, ownSheet, type FoundSheet } from "../../workbook/ownSheets";
import { readStandingTable, requireOpenTable } from "../../workbook/standingTable";
import { tableFacts } from "../../workbook/tableFacts";
import { openStored } from "../recovery/openStored";
import type { ActionOptions } from "../progress";
import { storedPlan } from "../storedPlan";
import { takenNames, withFreeTableNames } from "../writing/ownTableNames";
import type { PreparedRun } from "../writing/prepareRun";
import { requireOpenSheets } from "../writing/refusals";
import { requireNoRun } from "../writing/underLease";
import { preparingIn, writeOrPutBack } from "../writing/writeOrPutBack";
import type { PeopleColumns } from "./peopleColumns";
import { preparedList } from "./preparedList";
import { changedList, type ChangedList } from "./readChanges";

export interface ChangesToWrite extends ActionOptions {
  /** The columns to list beside the key; null for those that the plan names or headers suggest. */
  readonly columns: PeopleColumns | null;
  readonly now: Date;
  readonly person: string;
}

/**
 * Writes who changed segment with the last run to a sheet of its own, in the language of the sheets: all of it, or
 * nothing. A list that stands there already is replaced where it stands, unless people have made its table their own.
 *
 * @returns the name of the sheet
 * @throws {Failure} `no-plan` where there is no run; `table-filtered`, `totals-row` or `cells-in-the-way` for a former
 *   list that cannot be replaced; what writing a run meets
 */
export async function writeChanges(options: ChangesToWrite): Promise<string> {
  const run = await preparingIn("workbook", options, (session) => prepareChanges(session, options));
  await writeOrPutBack(run, options);
  return run.journal.sheets[0]?.name ?? "";
}

async function prepareChanges(session: Session, asked: ChangesToWrite): Promise<PreparedRun> {
  const store = await openStored(session);
  await requireNoRun(session, store);
  const plan = store.head ? (await storedPlan(session, store.head)).plan : null;
  const list = plan ? await changedList(session, { language: plan.sheetLanguage, columns: asked.columns }) : null;
  if (!list) throw new Failure("no-plan", "a list of changes requires a complete run");
  const facts = await tableFacts(session, list.plan.table);
  if (facts.readOnly) throw new Failure("workbook-read-only", "workbook is open read-only");
  if (facts.structureProtected) throw new Failure("structure-protected", "the workbook's structure is protected");
  const found = await findSheets(session);
  requireOpenSheets(found);
  const standing = await standingList(session, found, list);
  const words = changeWords[list.plan.sheetLanguage].sheet;
  const name =
    standing?.sheet ??
    freeSheetName(
      words.name,
      found.map((sheet) => sheet.name),
    );
  const former = standing ? standingChangesSheet(standing.table, name) : null;
  const doc = withFreeTableNames(
    changesDoc(list, name, standing?.table ?? null, asked.now),
    former,
    await takenNames(session),
  );
  if (standing) await requireFree(session, name, doc, former);
  const { now, person } = asked;
  return preparedList(session, { store, facts, found, plan: list.plan, doc, former, now, person });
}

interface StandingList {
  readonly sheet: string;
  readonly table: StandingChanges;
}

/** The list that stands in the workbook, if nobody gave its table columns of their own. */
async function standingList(
  session: Session,
  found: readonly FoundSheet[],
  { offered }: ChangedList,
): Promise<StandingList | null> {
  const sheet = ownSheet(found, "changes", undefined);
  if (sheet === null) return null;
  const table = await readStandingTable(session, sheet, changesHeaders);
  if (table === null) return null;
  const known = new Set([...changesHeaders, ...offered]);
  if (table.headers.some((header) => !known.has(header.replace(/ \(\d+\)$/, "")) && !known.has(header))) return null;
  requireOpenTable(table, sheet);
  const { row, column } = table.place;
  return { sheet, table: { name: table.name, row, column, headers: table.headers, rows: table.rows.length } };
}

function changesDoc(
  { run, plan, columns, segmentations }: ChangedList,
  name: string,
  standing: StandingChanges | null,
  now: Date,
): SheetDoc {
  const lines = segmentations.flatMap((segmentation) =>
    segmentation.customers.map((customer) => ({ segmentation: segmentation.name, ...customer })),
  );
  return changesSheet({
    name,
    language: plan.sheetLanguage,
    runAt: new Date(run.at),
    writtenAt: now,
    dataDate: plan.dataDate,
    columns,
    lines: lines.slice(0, mostLines),
    all: lines.length + segmentations.reduce((sum, { more }) => sum + more, 0),
    left: segmentations.flatMap(({ name: segmentation, left }) =>
      left.length > 0 ? [{ segmentation, from: left }] : [],
    ),
    standing,
  });
}
