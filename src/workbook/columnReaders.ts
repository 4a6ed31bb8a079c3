import { cellName, lettersOf, type Place } from "./address";
import type { Session } from "./inExcel";
import { readTexts } from "./readTexts";
import type { TableFacts } from "./tableFacts";

/**
 * The cells outside of some sheets, and the names of the workbook, whose formulas may read a column of a table.
 *
 * All formulas are read: what Excel tells of dependent cells leaves out those that name the column, and those on other
 * sheets after rows were inserted (office-js#4609, #4649). A formula that may read the column counts as one that does.
 *
 * @param index - of the column within the table
 * @param ownSheets - sheets whose formulas do not count
 */
export async function columnReaders(
  session: Session,
  facts: TableFacts,
  index: number,
  ownSheets: readonly string[],
): Promise<readonly string[]> {
  const sheets = session.workbook.worksheets.load("items/name");
  const names = session.workbook.names.load("items/name,items/formula");
  await session.sync();
  const others = sheets.items.filter(({ name }) => !ownSheets.includes(name));
  const used = others.map((sheet) =>
    sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount"),
  );
  await session.sync();
  const reads = readsColumn(facts, index);
  const found = names.items.flatMap(({ name, formula }) => (reads(String(formula), null) ? [name] : []));
  for (const [i, { name }] of others.entries()) {
    const range = used[i];
    if (!range || range.isNullObject) continue;
    const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = range;
    const place: Place = { row, column, rows, columns };
    (await readTexts(session, name, place)).forEach((texts, j) => {
      texts.forEach((text, k) => {
        if (text.startsWith("=") && reads(text, name)) found.push(cellName(name, row + k, column + j));
      });
    });
  }
  return found;
}

/** Whether a formula on a sheet, or of a name, may read a column of a table. */
function readsColumn(facts: TableFacts, index: number): (formula: string, sheet: string | null) => boolean {
  const { name: table, sheet: home, place } = facts;
  const others = facts.columns.flatMap(({ name }, i) => (i === index ? [] : [escaped(name)]));
  const at = place.column + index;
  return (formula, sheet) => {
    const text = formula.toLowerCase();
    // The whole table, sections of it or a run of its columns hold the column, unless only others are named.
    for (const part of structured(text, table.toLowerCase(), sheet === home)) {
      if (part.includes(":") || !others.some((other) => namesOnly(part, other))) return true;
    }
    return [...text.matchAll(cells)].some((match) => {
      const [whole, prefix, first = "", top, last, bottom] = match;
      const on = prefix === undefined ? sheet : prefix.replace(/^'|'$/g, "").replaceAll("''", "'");
      if (on?.toLowerCase() !== home.toLowerCase()) return false;
      // "A1", "A1:B2" and "A:B" are cells; letters alone are a name.
      if (top === undefined && (last === undefined || bottom !== undefined)) return false;
      const [from, to] = [columnOf(first), columnOf(last ?? first)];
      const rows = [Number(top ?? 1), Number(bottom ?? top ?? Infinity)];
      if (whole === "" || Math.max(...rows) <= place.row || Math.min(...rows) > place.row + place.rows) return false;
      return Math.min(from, to) <= at && at <= Math.max(from, to);
    });
  };
}

const cells =
  /(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?\b([a-z]{1,3})\$?(\d{1,7})?(?::\$?([a-z]{1,3})\$?(\d{1,7})?)?(?![\p{L}\p{N}_([])/giu;

/** What stands in the brackets behind a table's name, or in those without a name within the table; "" for the bare name. */
function structured(text: string, table: string, within: boolean): string[] {
  const found: string[] = [];
  for (let i = text.indexOf("["); i >= 0; i = text.indexOf("[", i + 1)) {
    const word = /[\p{L}\p{N}_.\\]*$/u.exec(text.slice(0, i))?.[0] ?? "";
    const end = closing(text, i);
    if (word === table || (word === "" && within)) found.push(text.slice(i + 1, end));
    i = end;
  }
  const bare = new RegExp(
    `(?<![\\p{L}\\p{N}_.\\\\'"])${table.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}_.[!'])`,
    "u",
  );
  return bare.test(text) ? [...found, ""] : found;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === "'") i++;
    else if (text[i] === "[") depth++;
    else if (text[i] === "]" && --depth === 0) return i;
  }
  return text.length;
}

function namesOnly(part: string, column: string): boolean {
  const inner = part.replace(/\[?#[a-z ]+\]?,?|^@/g, "").trim();
  return inner === column || inner === `[${column}]`;
}

function escaped(column: string): string {
  return column.toLowerCase().replace(/['#[\]@]/g, "'$&");
}

function columnOf(letters: string): number {
  let [low, high] = [0, 16_383];
  const wanted = letters.toUpperCase();
  const order = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(lettersOf(middle), wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
