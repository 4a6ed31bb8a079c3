import { Failure } from "../../failure";
import { serialOf } from "../../register/dayOf";
import { dateFields, statuses, type PeopleField, type Status } from "../../register/register";
import { registerWords } from "../../reports/registerWords";
import { cellName, rangeAt, type Place } from "../../workbook/address";
import { sentCell } from "../../workbook/cellFormats";
import { inExcel, type Session } from "../../workbook/inExcel";
import { findSheets } from "../../workbook/ownSheets";
import { queueHead, queueSweep, writeEntries } from "../../workbook/store";
import { backUpUnlessNewer } from "../recovery/backUp";
import { openStored } from "../recovery/openStored";
import { keepOthers } from "../recovery/otherPlans";
import { replaceablePlan } from "../storedPlan";
import { entryNames } from "../writing/entries";
import { requireOpenSheets } from "../writing/refusals";
import { requireNoRun, underLease } from "../writing/underLease";
import { registerText } from "./registerText";
import { findOwners, type FoundOwners } from "./standingOwners";

/** One field of one segment, as a person wants it. */
export interface Assignment {
  /** Stable id of the segment. */
  readonly segment: string;
  readonly field: PeopleField;
  /** What the person saw there; "" for nothing. */
  readonly before: string | number;
  /** A day as YYYY-MM-DD, a status by its id, a number, or text; "" empties the cell. */
  readonly value: string | number;
}

/**
 * Writes one field to its cell on the Owners sheet, wherever that stands by now, and reads it back.
 *
 * One cell is one change of Excel's: it happens or it does not. A colleague's change since the person looked is never
 * overwritten, and if rows were moved at that very moment the cell gets back what it held.
 *
 * @param mark - who does it and when, for the copy in the store
 * @throws {Failure} `cell-changed` with what was found; `table-changed` if rows moved meanwhile; `missing-table`,
 *   `missing-column`, `being-written`, `run-unfinished`, `plan-too-new`, `workbook-read-only`, `sheet-protected`; `bad-parameter` for what is no day
 */
export function assignOwner(assignment: Assignment, mark: { readonly by: string; readonly at: string }): Promise<void> {
  return inExcel("workbook", (session) =>
    underLease(session, "owners", mark.by, async (held) => {
      const owners = await ownersForWriting(held);
      await writeField(held, owners, assignment);
      await keepCopy(held, mark);
    }),
  );
}

async function ownersForWriting(session: Session): Promise<FoundOwners> {
  session.workbook.load("readOnly");
  const store = await openStored(session);
  if (session.workbook.readOnly) throw new Failure("workbook-read-only", "workbook is open read-only");
  await requireNoRun(session, store);
  // What a newer Tierbook keeps is not this one's to change.
  await replaceablePlan(session, store.head);
  const sheets = await findSheets(session);
  requireOpenSheets(sheets);
  const owners = await findOwners(session, sheets, []);
  if (!owners) throw new Failure("missing-table", "the Owners table is not in the workbook", { subject: "Owners" });
  return owners;
}

async function writeField(session: Session, owners: FoundOwners, assignment: Assignment): Promise<void> {
  const { segment, field, before, value } = assignment;
  const entry = owners.register.entries.find(({ id }) => id === segment);
  const column = owners.register.columns.get(field);
  const idColumn = owners.register.columns.get("id") ?? 0;
  if (column === undefined) {
    const subject = registerWords.headers[field].join(" / ");
    throw new Failure("missing-column", `table ${owners.name} requires column ${field}`, { subject });
  }
  if (!entry) throw new Failure("table-changed", `row of ${segment} is gone`, { subject: owners.sheet });
  const place: Place = { row: owners.row + 1 + entry.row, column: owners.column + column, rows: 1, columns: 1 };
  const subject = cellName(owners.sheet, place.row, place.column);
  const found = entry.values[field] ?? "";
  if (String(found) !== String(before)) {
    throw new Failure("cell-changed", `${subject} changed since it was read`, { subject, detail: { found } });
  }
  const sheet = session.workbook.worksheets.getItem(owners.sheet);
  const { content, numberFormat } = sent(owners, field, value, subject);
  const id = rangeAt(sheet, { ...place, column: owners.column + idColumn }).load("values");
  const former = rangeAt(sheet, place).load("formulas,numberFormat");
  const cell = rangeAt(sheet, place);
  cell.numberFormat = [[numberFormat]];
  cell.formulas = [[content]];
  await session.sync();
  if (String(id.values[0]?.[0]).trim() === segment) return;
  const again = rangeAt(sheet, place);
  again.numberFormat = former.numberFormat;
  again.formulas = former.formulas;
  await session.sync();
  throw new Failure("table-changed", `rows of table ${owners.name} moved`, { subject: owners.sheet });
}

function sent(
  owners: FoundOwners,
  field: PeopleField,
  value: string | number,
  subject: string,
): ReturnType<typeof sentCell> {
  if (value === "") return sentCell(null, emptyFormat(field));
  if (dateFields.includes(field)) {
    const serial = serialOf(String(value));
    if (serial === null) throw new Failure("bad-parameter", "date requires a day as YYYY-MM-DD", { subject });
    return sentCell(serial, "date");
  }
  if (typeof value === "number") return sentCell(value, "measure");
  if (field !== "status") return sentCell(value, "text");
  const status = statuses.find((known) => known === value);
  if (!status) throw new Failure("bad-parameter", `status requires one of ${statuses.join(", ")}`, { subject });
  return sentCell(statusWord(owners, status), "text");
}

function emptyFormat(field: PeopleField): "date" | "measure" | "general" {
  if (dateFields.includes(field)) return "date";
  return field === "baseline" || field === "target" ? "measure" : "general";
}

/** A status in the language in which the sheet has its header. */
function statusWord({ headers, register }: FoundOwners, status: Status): string {
  const header = headers[register.columns.get("status") ?? -1] ?? "";
  const former = registerWords.formerHeaders.status ?? [];
  const language = Math.max(0, registerWords.headers.status.indexOf(header), former.indexOf(header));
  return registerWords.statuses[status][language] ?? status;
}

/** Keeps the copy from which a deleted Owners sheet is rebuilt. The field is saved without it. */
async function keepCopy(session: Session, mark: { readonly by: string; readonly at: string }): Promise<void> {
  try {
    const { head } = await openStored(session);
    const owners = await findOwners(session, await findSheets(session), []);
    if (!head || !owners) return;
    const texts = { [entryNames.register]: registerText(owners.register.entries) };
    const next = await writeEntries(session, await keepOthers(session, head), texts, mark);
    queueHead(session, next);
    queueSweep(session, head, next);
    await session.sync();
    await backUpUnlessNewer(session);
  } catch (error) {
    if (error instanceof Failure && error.code === "no-answer") throw error;
  }
}
