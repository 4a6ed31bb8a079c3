import { Failure } from "../../failure";
import { parseRegister } from "../../register/parseRegister";
import { registerWords } from "../../reports/registerWords";
import type { StandingOwners } from "../../reports/ownersSheet";
import { cellName } from "../../workbook/address";
import type { Session } from "../../workbook/inExcel";
import { ownSheet, type FoundSheet } from "../../workbook/ownSheets";
import { readStandingTable, type StandingTable } from "../../workbook/standingTable";

/** The Owners table as it stands now, on the sheet that carries it. */
export interface FoundOwners extends StandingOwners {
  readonly sheet: string;
  readonly table: StandingTable;
}

/**
 * Finds and reads the Owners table, whatever people called its sheet and however they arranged it.
 *
 * @param remembered - what the store remembers of our sheets
 * @returns null where there is no such sheet, or no such table on it
 * @throws {Failure} `missing-column` if the table is there and its ids are not: nobody could tell whose row is whose
 */
export async function findOwners(
  session: Session,
  found: readonly FoundSheet[],
  remembered: readonly { readonly id: string; readonly name: string }[],
): Promise<FoundOwners | null> {
  const sheet = ownSheet(found, "owners", remembered.find(({ id }) => id === "owners")?.name);
  if (sheet === null) return null;
  const { headers } = registerWords;
  const table = await readStandingTable(session, sheet, [...headers.id, ...headers.owner, ...headers.segment]);
  if (table === null) return null;
  const register = parseRegister(table, registerWords);
  if (!register.columns.has("id")) {
    const subject = `${sheet}: ${headers.id.join(" / ")}`;
    throw new Failure("missing-column", `table ${table.name} requires the column of ids`, { subject });
  }
  const { row, column } = table.place;
  return { sheet, table, register, name: table.name, row, column, headers: table.headers, rows: table.rows.length };
}

/** A cell of the Owners table as people name it; a row counts from zero below the header. */
export function ownersCell({ sheet, row, column }: FoundOwners, below: number, index: number): string {
  return cellName(sheet, row + 1 + below, column + index);
}
