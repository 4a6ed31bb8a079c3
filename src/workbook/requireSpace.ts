import { Failure } from "../failure";
import { addressOf, cellName, gridColumns, overlap, rangeAt } from "./address";
import type { Session } from "./inExcel";
import { mergedAreas } from "./mergedCells";
import type { TableFacts } from "./tableFacts";

/** Refuses if new columns do not fit beside the table, or cells or merged cells are in their way. */
export async function requireSpace(session: Session, facts: TableFacts, added: number): Promise<void> {
  const { place } = facts;
  const right = place.column + place.columns;
  if (right + added > gridColumns) {
    throw new Failure("sheet-full", `table ${facts.name} reaches the sheet's last column`, { subject: facts.sheet });
  }
  const sheet = session.workbook.worksheets.getItem(facts.sheet);
  const space = { row: place.row, column: right, rows: place.rows, columns: added };
  const used = added === 0 ? null : rangeAt(sheet, space).getUsedRangeOrNullObject(true).load("rowIndex,columnIndex");
  // What is merged beside the table may begin above it.
  const asked = { ...place, columns: place.columns + added, row: 0, rows: place.row + place.rows };
  const touching = (await mergedAreas(session, sheet, asked)).filter(
    (area) => overlap(area, place) || overlap(area, space),
  );
  if (touching.length > 0) {
    const subject = touching.map((area) => `${facts.sheet}!${addressOf(area)}`).join(", ");
    throw new Failure("merged-cells", "merged cells touch the table", { subject: subject.slice(0, 200) });
  }
  if (used && !used.isNullObject) {
    const subject = cellName(facts.sheet, used.rowIndex, used.columnIndex);
    throw new Failure("cells-in-the-way", `cells right of table ${facts.name} are not empty`, { subject });
  }
}
