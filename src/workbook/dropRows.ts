import { overlap, rangeAt } from "./address";
import type { Session } from "./inExcel";
import { readTexts } from "./readTexts";
import { readStandingTables } from "./standingTable";

/** Rows of a table that go: those whose cell in a column holds one of these texts. */
export interface DroppedRows {
  readonly table: string;
  /** Of the column. */
  readonly header: string;
  readonly texts: readonly string[];
}

/** Deletions that one request holds. */
const spansPerRequest = 200;

/**
 * Takes rows out of a table as Excel's own deletion of table rows does: cells below them move up, cells beside the table
 * stay. May be repeated. A table that is filtered, has the column no more, or would be left without a row stays, and so
 * does one with another table below it: Excel moves no part of a table.
 */
export async function dropRows(session: Session, sheetName: string, dropped: DroppedRows): Promise<void> {
  const tables = await readStandingTables(session, sheetName, { rows: false });
  const table = tables.find(({ name }) => name === dropped.table);
  const index = table?.headers.indexOf(dropped.header) ?? -1;
  if (!table || table.filtered || index < 0) return;
  if (
    tables.some(({ place }) => place.row > table.place.row && overlap({ ...place, row: table.place.row }, table.place))
  ) {
    return;
  }
  const body = { ...table.place, row: table.place.row + 1, rows: table.place.rows - 1 };
  const column = { ...body, column: body.column + index, columns: 1 };
  const [texts = []] = await readTexts(session, sheetName, column);
  const spans = spansOf(texts, new Set(dropped.texts));
  if (spans.reduce((sum, { rows }) => sum + rows, 0) === body.rows) return;
  const sheet = session.workbook.worksheets.getItem(sheetName);
  // From below, so that what is still to go stays where it was found.
  for (const [i, { first, rows }] of spans.reverse().entries()) {
    rangeAt(sheet, { ...body, row: body.row + first, rows }).delete("Up");
    if (i % spansPerRequest === spansPerRequest - 1) await session.sync();
  }
  await session.sync();
}

interface Span {
  readonly first: number;
  rows: number;
}

/** Neighbouring rows that go, from the top. */
function spansOf(texts: readonly string[], gone: ReadonlySet<string>): Span[] {
  const spans: Span[] = [];
  texts.forEach((text, row) => {
    if (!gone.has(text)) return;
    const last = spans.at(-1);
    if (last && last.first + last.rows === row) last.rows++;
    else spans.push({ first: row, rows: 1 });
  });
  return spans;
}
