import { rangeAt } from "./address";
import { failureOfOffice, type Session } from "./inExcel";
import type { TableFacts } from "./tableFacts";

/**
 * The cells outside of some sheets whose formulas read a column of a table, as Excel names them.
 *
 * @param index - of the column within the table
 * @param ownSheets - sheets whose formulas do not count
 * @returns null where Excel does not tell
 */
export async function columnReaders(
  session: Session,
  facts: TableFacts,
  index: number,
  ownSheets: readonly string[],
): Promise<readonly string[] | null> {
  const sheet = session.workbook.worksheets.getItem(facts.sheet);
  const column = rangeAt(sheet, { ...facts.place, column: facts.place.column + index, columns: 1 });
  const readers = column.getDirectDependents().load("addresses");
  try {
    await session.sync();
  } catch (error) {
    const failure = failureOfOffice(error, facts.name);
    if (failure.detail?.["excel"] === "ItemNotFound") return [];
    if (failure.detail?.["excel"] === "ApiNotFound") return null;
    throw failure;
  }
  return readers.addresses.filter((address) => !ownSheets.includes(sheetOf(address)));
}

/** The sheet of an address: "'My sheet'!B2:C3,'My sheet'!D1" is on "My sheet". */
function sheetOf(address: string): string {
  const quoted = /^'((?:[^']|'')*)'!/.exec(address);
  return quoted ? (quoted[1] ?? "").replaceAll("''", "'") : (address.split("!")[0] ?? "");
}
