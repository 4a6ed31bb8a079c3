import { Failure } from "../failure";
import { cellName, gridColumns, rangeAt } from "./address";
import type { Session } from "./inExcel";
import type { TableFacts } from "./tableFacts";

/** Refuses if new columns do not fit beside the table, or cells or merged cells are in their way. */
export async function requireSpace(session: Session, facts: TableFacts, added: number): Promise<void> {
  const { place } = facts;
  const right = place.column + place.columns;
  if (right + added > gridColumns) {
    throw new Failure("sheet-full", `table ${facts.name} reaches the sheet's last column`, { subject: facts.sheet });
  }
  const sheet = session.workbook.worksheets.getItem(facts.sheet);
  const merged = rangeAt(sheet, { ...place, columns: place.columns + added })
    .getMergedAreasOrNullObject()
    .load("address");
  const space =
    added === 0 ? null : rangeAt(sheet, { row: place.row, column: right, rows: place.rows, columns: added });
  const used = space?.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex");
  await session.sync();
  if (!merged.isNullObject) {
    throw new Failure("merged-cells", "merged cells touch the table", { subject: merged.address.slice(0, 200) });
  }
  if (used && !used.isNullObject) {
    const subject = cellName(facts.sheet, used.rowIndex, used.columnIndex);
    throw new Failure("cells-in-the-way", `cells right of table ${facts.name} are not empty`, { subject });
  }
}
