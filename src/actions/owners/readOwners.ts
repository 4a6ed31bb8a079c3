import { byAttention, isOwnerless, isReviewLate } from "../../register/attention";
import type { StandingEntry } from "../../register/parseRegister";
import type { PeopleField, RegisterProblem } from "../../register/register";
import { lettersOf } from "../../workbook/address";
import { inExcel, type Session } from "../../workbook/inExcel";
import { findSheets, ownSheet } from "../../workbook/ownSheets";
import { readStandingTables } from "../../workbook/standingTable";
import { findOwners, ownersCell, type FoundOwners } from "./standingOwners";

/** A segment and who answers for it. */
export interface OwnerRow extends Omit<StandingEntry, "row"> {
  readonly ownerless: boolean;
  readonly late: boolean;
  /** The cell of its name, as people name it. */
  readonly cell: string;
}

/** Something on the Owners sheet that could not be understood, and where. */
export interface OwnersProblem extends Pick<RegisterProblem, "kind" | "field" | "content"> {
  readonly cell: string;
}

export interface Owners {
  /** The Owners sheet as it is named now; null where no run has made one. */
  readonly sheet: string | null;
  /** Segments without an owner first, then late reviews, then the others, then those no longer in the plan. */
  readonly rows: readonly OwnerRow[];
  readonly problems: readonly OwnersProblem[];
  readonly ownerless: number;
  readonly late: number;
  /** What the Segments sheet measures: a KPI of one of these names has a live figure. */
  readonly kpis: readonly string[];
  /** Fields whose column people removed or renamed: they cannot be filled in from the pane. */
  readonly missing: readonly PeopleField[];
}

const none: Owners = { sheet: null, rows: [], problems: [], ownerless: 0, late: 0, kpis: [], missing: [] };

/**
 * Reads who answers for what from the Owners sheet, as people have it now.
 *
 * @param now - a review of a day before this one is late
 * @throws {Failure} `missing-column` if the column of ids is gone
 */
export function readOwners(now: Date): Promise<Owners> {
  return inExcel("workbook", async (session) => {
    const sheets = await findSheets(session);
    const owners = await findOwners(session, sheets, []);
    if (owners === null) return none;
    const segments = ownSheet(sheets, "segments", undefined);
    return ownersOf(owners, localDay(now), segments === null ? [] : await measures(session, segments));
  });
}

/** The columns of numbers of the tables on the Segments sheet. */
async function measures(session: Session, sheet: string): Promise<readonly string[]> {
  const tables = await readStandingTables(session, sheet);
  return [
    ...new Set(tables.flatMap(({ headers, rows: [row = []] }) => headers.filter((_, i) => typeof row[i] === "number"))),
  ];
}

function ownersOf(owners: FoundOwners, today: string, kpis: readonly string[]): Owners {
  const { columns, entries, problems } = owners.register;
  const at = (row: number, field: RegisterProblem["field"]): string =>
    ownersCell(owners, row, columns.get(field) ?? columns.get("id") ?? 0);
  const rows = byAttention(entries, today).map(({ row, ...entry }): OwnerRow => {
    return { ...entry, ownerless: isOwnerless(entry), late: isReviewLate(entry, today), cell: at(row, "segment") };
  });
  return {
    sheet: owners.sheet,
    rows,
    problems: problems.map(({ kind, row, field, content }) => {
      return { kind, field, content, cell: row === null ? headerRow(owners) : at(row, field) };
    }),
    ownerless: rows.filter(({ ownerless }) => ownerless).length,
    late: rows.filter(({ late }) => late).length,
    kpis,
    missing: problems.flatMap(({ kind, field }) => (kind === "missing-column" ? [field as PeopleField] : [])),
  };
}

function headerRow({ sheet, row, column, headers }: FoundOwners): string {
  return `${sheet}!${lettersOf(column)}${row + 1}:${lettersOf(column + headers.length - 1)}${row + 1}`;
}

/** The day of a moment where the reader is, as YYYY-MM-DD. */
function localDay(moment: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
