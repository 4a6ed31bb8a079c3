import { lettersOf } from "./address";
import { sameFormula, spelling } from "./formulaCells";

/** What a cell holds, as Excel gives and takes it: a formula, text, a number or a logical value; "" for nothing. */
export type Content = string | number | boolean;

/** A table's header and body as they stand or are to stand, and where its header begins. */
export interface Grid {
  readonly row: number;
  readonly column: number;
  readonly headers: readonly Content[];
  readonly rows: readonly (readonly Content[])[];
}

/** What a writing makes of a table that people fill in: column by column, and row by row by the ids in one column. */
export interface TableChange {
  /** What stood before the writing, and what it leaves; as many columns, in the same order. */
  readonly from: Grid;
  readonly to: Grid;
  /** The column of ids. */
  readonly key: number;
}

/** A cell of a merged table: what it is to hold, and from which row and column of `to` that comes; null for people's. */
export interface MergedCell {
  readonly content: Content;
  readonly of: readonly [row: number, column: number] | null;
}

export interface MergedTable {
  /** Per column which of `to` it is; null for people's. */
  readonly columns: readonly (number | null)[];
  readonly headers: readonly MergedCell[];
  readonly rows: readonly (readonly MergedCell[])[];
  /** Per row where it stands now; null for one that is added. */
  readonly standing: readonly (number | null)[];
  /** Per row which of `to` it is if the writing adds it, else null. */
  readonly added: readonly (number | null)[];
}

/**
 * A table with a change made to it, three ways: what people did to it since stays. Rows are known by their ids and
 * columns by their headers, so that both may have been added, taken away, sorted or moved; a cell that holds neither
 * what stood before nor what is to stand is somebody's own. Making a change again changes nothing.
 *
 * A row that goes stays if somebody wrote in it; one that people took away does not come back. That holds as well for
 * rows without an id and for further copies of one: those that stood before go unless `to` keeps them, and those that
 * came since are people's. A formula of ours where neither left one is Excel's, which fills a column without contents
 * with the first that comes into it.
 *
 * @returns null where the column of ids is gone, so that nobody could tell whose row is whose
 */
export function mergedTable({ from, to, key }: TableChange, now: Grid): MergedTable | null {
  const columns = columnsOf(from, to, now);
  const keyNow = columns.indexOf(key);
  if (keyNow < 0) return null;
  const [fromRows, toRows] = [rowsByName(from, key), rowsByName(to, key)];
  const letters = new Map(columns.flatMap((j, i) => (j === null ? [] : [[to.column + j, now.column + i]])));
  const ids = namesNow({ from, to, key, fromRows, toRows }, now, columns);
  const ours = from.headers.map((_, j) => new Set([from, to].flatMap((grid) => formulasOf(grid, j, letters))));
  const isFilled = (found: Content, row: number, j: number | null): boolean =>
    isFormula(found) && j !== null && ours[j]?.has(inFirstRow(found, now.row + 1 + row)) === true;
  const met = new Set(ids);
  const target = (id: string, row: number, j: number): Content | undefined => {
    const at = toRows.get(id);
    const content = at === undefined ? undefined : to.rows[at]?.[j];
    if (at === undefined || !isFormula(content)) return content;
    return movedFormula(content, { from: to.row + 1 + at, to: now.row + 1 + row, letters });
  };
  const merged = ({ id, cells, at: standing }: Kept, row: number): readonly MergedCell[] => {
    const [source, at] = [fromRows.get(id ?? ""), toRows.get(id ?? "")];
    const moved = standing !== null && standing !== row;
    return columns.map((j, i): MergedCell => {
      const found = cells[i] ?? "";
      const rows = { from: now.row + 1 + (standing ?? row), to: now.row + 1 + row, letters: new Map<number, number>() };
      const there = isFormula(found) && moved ? movedFormula(found, rows) : found;
      const wanted = j === null || id === null ? undefined : target(id, row, j);
      if (j === null || at === undefined || wanted === undefined) return { content: there, of: null };
      const before = source === undefined ? "" : (from.rows[source]?.[j] ?? "");
      if (isFilled(found, standing ?? row, j)) return { content: wanted, of: [at, j] };
      const made = mergedCell(found, before, wanted, [at, j]);
      return made.of === null && moved ? { content: there, of: [at, j] } : made;
    });
  };
  const added = [...toRows.keys()].filter((id) => !met.has(id) && !fromRows.has(id));
  const order = orderOf(ids, fromRows, toRows);
  const kept: Kept[] = [];
  const least = Math.min(from.rows.length, to.rows.length);
  const resized = from.rows.length !== to.rows.length;
  now.rows.forEach((cells, i) => {
    const id = ids[i] ?? null;
    const left = cells.map((cell, k) => (isFilled(cell, i, columns[k] ?? null) ? "" : cell));
    const goes = id !== null && !toRows.has(id) && isUntouched(left, columns, from.rows[fromRows.get(id) ?? -1]);
    const isBlank = cells.every((cell) => cell === "");
    // What growing or shrinking a table left where it was stopped.
    const isLeft = id === null && isBlank && resized && now.rows.length > least;
    if (!goes && !isLeft) kept.push({ id, cells, at: i });
  });
  const blank = now.headers.map((): Content => "");
  // A native table has at least one row.
  const only: readonly Kept[] = kept.length + added.length > 0 ? [] : [{ id: null, cells: blank, at: null }];
  const all = [...kept, ...added.map((id): Kept => ({ id, cells: blank, at: null })), ...only];
  if (order) all.sort((a, b) => (order.get(a.id ?? "") ?? Infinity) - (order.get(b.id ?? "") ?? Infinity));
  const rows = all.map(merged);
  const headers = columns.map((j, i): MergedCell => {
    const found = now.headers[i] ?? "";
    if (j === null) return { content: found, of: null };
    return mergedCell(found, from.headers[j] ?? "", to.headers[j] ?? "", [-1, j]);
  });
  const isAdded = (id: string | null): id is string => id !== null && !fromRows.has(id);
  const standing = all.map(({ at }) => at);
  return {
    columns,
    headers,
    rows,
    standing,
    added: all.map(({ id }) => (isAdded(id) ? (toRows.get(id) ?? null) : null)),
  };
}

/** A row that stays or is added. */
interface Kept {
  /** Null for a row that is people's own. */
  readonly id: string | null;
  readonly cells: readonly Content[];
  /** Where it stands now. */
  readonly at: number | null;
}

/** Of what stood, what stands and what is to stand: ours gives way to ours, and anything else is somebody's. */
export function mergedCell(found: Content, before: Content, wanted: Content, of: MergedCell["of"]): MergedCell {
  const asFound: MergedCell = { content: found, of: null };
  if (sameContent(before, wanted) || sameContent(found, wanted)) return asFound;
  // Excel may give a formula back in other words than it was sent.
  const isOurs = sameContent(found, before) || (isFormula(found) && (isFormula(before) || isFormula(wanted)));
  return isOurs ? { content: wanted, of } : asFound;
}

/**
 * True if two cells hold the same, but for Excel's text prefix, line ends, its spelling of formulas, and digits beyond its
 * fifteen. A day as it is sent is the number by which its workbook counts it.
 */
export function sameContent(a: Content, b: Content): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= 1e-14 * Math.max(Math.abs(a), Math.abs(b));
  if (typeof a === "number" && typeof b === "string") return isDay(b, a);
  if (typeof a === "string" && typeof b === "number") return isDay(a, b);
  if (isFormula(a) && isFormula(b)) return sameFormula(a, b);
  return typeof a === typeof b && plain(a) === plain(b);
}

/** Days from 30 December 1899, and from 1 January 1904, to 1 January 1970. */
const [since1900, since1904] = [25_569, 24_107];

function isDay(text: string, serial: number): boolean {
  const days = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) / 86_400_000 : Number.NaN;
  return serial === days + since1900 || serial === days + since1904;
}

function plain(content: Content): Content {
  return typeof content === "string" ? content.replace(/^'/, "").replace(/\r\n?/g, "\n") : content;
}

export function isFormula(content: Content | undefined): content is string {
  return typeof content === "string" && content.startsWith("=");
}

function idOf(content: Content | undefined): string {
  return String(plain(content ?? "")).trim();
}

/** A row's id; for one that people added and nobody gave an id all that stands in it, whether or not Excel filled it. */
function idOrContents(cells: readonly Content[], key: number): string {
  const id = idOf(cells[key]);
  return id !== "" ? id : `\0${JSON.stringify(cells.map((cell) => (isFormula(cell) ? "" : plain(cell))))}`;
}

/** The name of the nth row, counted from zero, of those with one id or without an id and with the same contents. */
function copyName(name: string, n: number): string {
  return n === 0 ? name : `${name}\0${n}`;
}

function rowsByName({ rows }: Grid, key: number): ReadonlyMap<string, number> {
  const met = new Map<string, number>();
  return new Map(
    rows.map((cells, row) => {
      const name = idOrContents(cells, key);
      const copies = met.get(name) ?? 0;
      met.set(name, copies + 1);
      return [copyName(name, copies), row];
    }),
  );
}

/**
 * Per row of now which of ours it is; null for people's. Of several rows with one id those that hold what ours holds are
 * told apart by it, however they were sorted, and the others by their order.
 */
function namesNow(
  { from, to, key, fromRows, toRows }: TableChange & Record<"fromRows" | "toRows", ReadonlyMap<string, number>>,
  now: Grid,
  columns: readonly (number | null)[],
): readonly (string | null)[] {
  const alike = new Map<string, number[]>();
  now.rows.forEach((cells, row) => {
    const ours = from.headers.map((_, j) => cells[columns.indexOf(j)] ?? "");
    const name = idOrContents(ours, key);
    alike.set(name, [...(alike.get(name) ?? []), row]);
  });
  const names = now.rows.map((): string | null => null);
  for (const [name, found] of alike) {
    const free = new Set(found);
    const known: string[] = [];
    for (let copy = name; fromRows.has(copy) || toRows.has(copy); copy = copyName(name, known.length)) known.push(copy);
    const take = (copy: string, row: number | undefined): boolean => {
      if (row === undefined) return false;
      names[row] = copy;
      return free.delete(row);
    };
    const edited = known.filter((copy) => {
      const ours = [from.rows[fromRows.get(copy) ?? -1], to.rows[toRows.get(copy) ?? -1]];
      const holds = (row: number): boolean =>
        ours.some((cells) => cells !== undefined && (now.rows[row] ?? []).every(isOf(cells, columns)));
      return !take(copy, [...free].find(holds));
    });
    for (const copy of edited) take(copy, [...free][0]);
  }
  return names;
}

/** Per column of now which of ours it is. A header that somebody renamed is known by its place among as many. */
function columnsOf(from: Grid, to: Grid, now: Grid): readonly (number | null)[] {
  const folded = (header: Content | undefined): string =>
    String(plain(header ?? ""))
      .trim()
      .toLowerCase();
  const taken = new Set<number>();
  const found = now.headers.map((header): number | null => {
    const ours = from.headers.findIndex((before, j) => {
      const known = [folded(before), folded(to.headers[j])];
      return !taken.has(j) && folded(header) !== "" && known.includes(folded(header));
    });
    if (ours >= 0) taken.add(ours);
    return ours < 0 ? null : ours;
  });
  if (now.headers.length !== from.headers.length) return found;
  return found.map((j, i) => (j === null && !taken.has(i) ? i : j));
}

/** The order in which a writing leaves its rows, where people left them as it found or left them; else theirs counts. */
function orderOf(
  standing: readonly (string | null)[],
  fromRows: ReadonlyMap<string, number>,
  toRows: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> | null {
  const same = (wanted: ReadonlyMap<string, number>): boolean =>
    wanted.size === standing.length && [...wanted.keys()].every((name, row) => name === standing[row]);
  return same(fromRows) || same(toRows) ? toRows : null;
}

/** Whether a cell of a row as it stands now is that of a row of ours. */
function isOf(ours: readonly Content[], columns: readonly (number | null)[]): (found: Content, i: number) => boolean {
  return (found, i) => {
    const j = columns[i] ?? null;
    const wanted = j === null ? "" : (ours[j] ?? "");
    return sameContent(found, wanted) || (isFormula(found) && isFormula(wanted));
  };
}

/** The formulas in a column of ours, each as it reads in the first row and among the columns as they stand now. */
function formulasOf({ row, rows }: Grid, column: number, letters: ReadonlyMap<number, number>): readonly string[] {
  return rows.flatMap((cells, i) => {
    const content = cells[column];
    return isFormula(content) ? [inFirstRow(content, row + 1 + i, letters)] : [];
  });
}

function inFirstRow(formula: string, row: number, letters: ReadonlyMap<number, number> = new Map()): string {
  return spelling(movedFormula(formula, { from: row, to: 0, letters }));
}

function isUntouched(
  cells: readonly Content[],
  columns: readonly (number | null)[],
  before: readonly Content[] | undefined,
): boolean {
  const isBefore = isOf(before ?? [], columns);
  return cells.every((found, i) => found === "" || isBefore(found, i));
}

/** A formula of one row as it reads in another: references to cells of its own row follow it, and so do columns that moved. */
function movedFormula(
  formula: string,
  { from, to, letters }: { readonly from: number; readonly to: number; readonly letters: ReadonlyMap<number, number> },
): string {
  const moves = from !== to || [...letters].some(([before, now]) => before !== now);
  if (!moves) return formula;
  return formula.replace(
    /("(?:[^"]|"")*")|('(?:[^']|'')*'!|[\p{L}\p{N}_.]+!)?(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(])/gu,
    (whole: string, ...groups: (string | undefined)[]) => {
      const [text, sheet, fixed = "", column = "", fixedRow = "", row = ""] = groups;
      if (text !== undefined || sheet !== undefined || fixedRow !== "" || Number(row) !== from + 1) return whole;
      const now = letters.get(columnOf(column));
      return `${fixed}${now === undefined ? column : lettersOf(now)}${to + 1}`;
    },
  );
}

function columnOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
