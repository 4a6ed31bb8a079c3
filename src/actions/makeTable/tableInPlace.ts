import { Failure } from "../../failure";
import { addressOf } from "../../workbook/address";
import type { Session } from "../../workbook/inExcel";
import { freeTableName, tableNameOf } from "../../workbook/tableNames";
import { tablePlace, type ReadList } from "./readList";
import type { MadeTable } from "./tableWanted";

/** Thin lines above and below, and nothing of its own between: the cells keep the look that people gave them. */
const quietStyle = "TableStyleLight1";

/** Makes a table of a list where it stands, in one request; what an error leaves half made becomes cells again. */
export async function tableInPlace(
  session: Session,
  list: ReadList,
): Promise<Pick<MadeTable, "id" | "name" | "sheet">> {
  const { found, names } = list;
  const place = tablePlace(list);
  const name = await freeTableName(session, tableNameOf(found.name ?? found.sheet));
  const sheet = session.workbook.worksheets.getItem(found.sheet);
  try {
    const table = sheet.tables.add(addressOf(place), true).load("id");
    table.style = quietStyle;
    table.showBandedRows = false;
    table.name = name;
    const header = table.getHeaderRowRange().load("values");
    await session.sync();
    const same = (header.values[0] ?? []).every(
      (value, i) => String(value).replace(/\s+/gu, " ").trim() === names.names[i],
    );
    if (!same) throw new Failure("table-changed", `header of ${found.sheet} changed`, { subject: found.sheet });
    return { id: table.id, name, sheet: found.sheet };
  } catch (error) {
    await dissolve(session, found.sheet, addressOf(place));
    throw error;
  }
}

async function dissolve(session: Session, sheetName: string, address: string): Promise<void> {
  const tables = session.workbook.worksheets.getItem(sheetName).getRange(address).getTables(true).load("items/id");
  await session.sync();
  for (const table of tables.items) table.convertToRange();
  await session.sync();
}
