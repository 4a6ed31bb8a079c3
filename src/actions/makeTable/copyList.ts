import type { Content } from "../../table/columns";
import { listWords } from "../../text/list/listWords";
import { addTableSheet, type NewTableSheet } from "../../workbook/addTableSheet";
import type { Session } from "../../workbook/inExcel";
import { inTurns, nextTurn } from "../../workbook/inTurns";
import { tableNameOf } from "../../workbook/tableNames";
import type { TableProposal } from "./proposeTable";
import type { ReadList } from "./readList";
import type { MadeTable, TableWanted } from "./tableWanted";

/** Cells named per line on the new sheet; the pane and RESULT.json name more. */
const cellsOnSheet = 20;
/** Widths in characters: of the narrowest and the widest column, and how many rows are measured. */
const [narrowest, widest, rowsMeasured] = [9, 40, 200];

/** Writes a clean copy of a list to a sheet of its own, with what differs from the original above the table. */
export async function copyList(
  session: Session,
  list: ReadList,
  proposal: TableProposal,
  { language, reading, now, onProgress }: TableWanted,
): Promise<Pick<MadeTable, "id" | "name" | "sheet"> & { readonly firstRow: number }> {
  const words = listWords(language);
  const { found, clean } = list;
  const from = `${found.sheet}!${proposal.address}`;
  const rules = words.copyRules(
    reading.numbers && words.numberStyles[reading.numbers],
    reading.dates && words.dateOrders[reading.dates],
  );
  await nextTurn();
  const rows: Content[][] = [];
  await inTurns(clean.rows, (row) => {
    rows.push(clean.columns.map(({ cells }) => cells[row] ?? null));
  });
  const wanted: NewTableSheet = {
    sheet: words.copySheet(found.name ?? found.sheet),
    table: tableNameOf(words.copySheet(found.name ?? found.sheet)),
    above: [
      words.copyTitle(from),
      words.copyMade(now.toISOString().slice(0, 10), clean.rows),
      ...(rules === "" ? [] : [rules]),
      ...proposal.changes.map(({ kind, count, column, cells }) => {
        const shown = cells.slice(0, cellsOnSheet).map((cell) => cell.slice(cell.lastIndexOf("!") + 1));
        return words.line(words.changes[kind](count, column ?? ""), words.where(shown, count - shown.length));
      }),
    ],
    columns: clean.columns.map(({ name, cells, format, formats }) => ({
      header: name,
      ...{ numberFormat: format, formats, width: widthOf(name, cells) },
    })),
    rows,
  };
  const total = clean.rows;
  const { id, table, sheet, firstRow } = await addTableSheet(session, wanted, (done) =>
    onProgress?.({ stage: "sheets", done, total }),
  );
  return { id, name: table, sheet, firstRow };
}

function widthOf(name: string, cells: readonly Content[]): number {
  const lengths = cells.slice(0, rowsMeasured).map((cell) => (typeof cell === "string" ? wide(cell) : 11));
  return Math.min(widest, Math.max(narrowest, wide(name) + 3, ...lengths.map((length) => length + 1)));
}

/** Characters of East Asia take two places. */
function wide(text: string): number {
  return text.length + (text.match(/[\u2E80-\uFFEF]/gu)?.length ?? 0);
}
