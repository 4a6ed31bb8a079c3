import { Failure } from "../failure";
import type { Place } from "./address";
import { failureOfOffice, type Session } from "./inExcel";

/** Cells that a person means: what is selected, an address with its sheet, or a name of the workbook. */
export type AskedCells = { readonly kind: "selection" } | { readonly kind: "address"; readonly address: string };

export interface FoundCells {
  readonly sheet: string;
  readonly place: Place;
  /** The name of the workbook that was asked for; null for any other cells. */
  readonly name: string | null;
}

/**
 * Where the cells are that a person means, as far as the sheet holds something there. One cell alone stands for all that
 * its sheet holds.
 *
 * @throws {Failure} `no-cells-selected` for a selection that is no range; `missing-range` for a name or an address that the workbook does not have; `empty-range`
 */
export async function askedCells(session: Session, asked: AskedCells): Promise<FoundCells> {
  const name = asked.kind === "address" && !asked.address.includes("!") ? asked.address : null;
  const range = await rangeOf(session, asked, name);
  const subject = asked.kind === "address" ? asked.address : range.address;
  const sheet = range.worksheet.load("name");
  const whole = sheet.getUsedRangeOrNullObject(true);
  const wanted = range.rowCount * range.columnCount === 1 ? whole : whole.getIntersectionOrNullObject(range);
  const used = wanted.load("rowIndex,columnIndex,rowCount,columnCount");
  await session.sync();
  if (used.isNullObject) throw new Failure("empty-range", `${subject} holds nothing`, { subject });
  const place = { row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount };
  return { sheet: sheet.name, place, name };
}

async function rangeOf(session: Session, asked: AskedCells, name: string | null): Promise<Excel.Range> {
  const facts = "address,rowCount,columnCount";
  if (asked.kind === "selection") {
    const selected = session.workbook.getSelectedRange().load(facts);
    try {
      await session.sync();
    } catch (cause) {
      const { code, message, detail } = failureOfOffice(cause, "selection");
      // Excels differ in what they say of a chart, of several areas and of grouped sheets; all of them throw.
      if (detail?.["excel"] === undefined || code === "session-lost") throw cause;
      throw new Failure("no-cells-selected", message, { detail, cause });
    }
    return selected;
  }
  const { address } = asked;
  const missing = (cause?: unknown): Failure =>
    new Failure("missing-range", `workbook requires the cells ${address}`, { subject: address, cause });
  if (name !== null) {
    const found = session.workbook.names.getItemOrNullObject(name).getRangeOrNullObject().load(facts);
    await session.sync();
    if (found.isNullObject) throw missing();
    return found;
  }
  const end = address.lastIndexOf("!");
  const sheetName = address
    .slice(0, end)
    .replace(/^'(.*)'$/, "$1")
    .replaceAll("''", "'");
  const sheet = session.workbook.worksheets.getItemOrNullObject(sheetName).load("name");
  await session.sync();
  if (sheet.isNullObject || !/^\$?[A-Z]{1,3}\$?\d{0,7}(:\$?[A-Z]{1,3}\$?\d{0,7})?$/i.test(address.slice(end + 1))) {
    throw missing();
  }
  try {
    const range = sheet.getRange(address.slice(end + 1)).load(facts);
    await session.sync();
    return range;
  } catch (error) {
    throw missing(error);
  }
}
