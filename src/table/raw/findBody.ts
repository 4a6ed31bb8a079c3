import { CellKind } from "../customerTable";
import { cellShape, fitsProfile, profileOf, type Profile } from "./cellShape";
import type { Header } from "./findHeader";
import { isInformation } from "./informationText";
import { filledCells, isBlank, isText, mergeAt } from "./rawCells";
import type { RawTable } from "./rawTable";
import type { Steps } from "./steps";
import { isTotalRow } from "./totalRow";

/** The rows below a header, each in one of these. */
export interface Body {
  /** The last row that belongs to the list; below it stand notes, signatures and other lists. */
  readonly lastRow: number;
  /** Per column 1 where some row of the list holds something. */
  readonly filled: Uint8Array;
  readonly blankRows: readonly number[];
  readonly totals: readonly number[];
  /** Rows between others that name a part of the list, as a branch above its clients. */
  readonly sections: readonly number[];
  /** Rows that repeat the header, as on each printed page. */
  readonly repeated: readonly number[];
  /** The row where another list begins below this one; null for none. */
  readonly otherList: number | null;
}

/** Rows by which the columns of a list are known. */
const rowsCompared = 200;
/** Rows of titles that may stand above the header of another list. */
const mostTitles = 6;

type RowKind = "blank" | "total" | "section" | "repeated" | "note" | "list";

/** Looks at the rows below the header one by one, until the list ends. Yields once a row. */
export function* findBody(table: RawTable, header: Header): Steps<Body> {
  const firstRow = header.row + header.rows + header.numbering;
  const sample: number[] = [];
  for (let row = firstRow; row < table.rows && sample.length < rowsCompared; row++) {
    if (filledCells(table, row).length > 1 && !isTotalRow(table, row)) sample.push(row);
  }
  const list: List = { table, header, profile: profileOf(table.columns, sample), named: namesOf(table, header) };
  const kinds: RowKind[] = [];
  let last = firstRow - 1;
  let otherList: number | null = null;
  for (let row = firstRow; row < table.rows; row++) {
    yield;
    const before = kinds.at(-1);
    if (before === "blank" && last >= firstRow && beginsOther(list, row)) {
      otherList = row;
      break;
    }
    const kind = kindOf(list, row, before);
    kinds.push(kind);
    if (kind === "list" || kind === "total") last = row;
  }
  kinds.length = Math.max(0, last - firstRow + 1);
  const rowsOf = (...wanted: readonly RowKind[]): readonly number[] =>
    kinds.flatMap((kind, i) => (wanted.includes(kind) ? [firstRow + i] : []));
  return {
    lastRow: last,
    filled: filledColumns(table, rowsOf("list")),
    blankRows: rowsOf("blank"),
    totals: rowsOf("total"),
    sections: rowsOf("section", "note"),
    repeated: rowsOf("repeated"),
    otherList,
  };
}

interface List {
  readonly table: RawTable;
  readonly header: Header;
  readonly profile: Profile;
  /** Per column the name in the last row of the header. */
  readonly named: readonly string[];
}

function namesOf(table: RawTable, { row, rows }: Header): readonly string[] {
  return table.columns.map((column) => {
    for (let at = row + rows - 1; at >= row; at--) if (!isBlank(column, at)) return plain(column.texts[at] ?? "");
    return "";
  });
}

function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}

function kindOf(list: List, row: number, before: RowKind | undefined): RowKind {
  const { table, profile, named } = list;
  const cells = filledCells(table, row);
  if (cells.length === 0) return mergeFills(table, row) ? "list" : "blank";
  if (isTotalRow(table, row)) return "total";
  if (repeatsHeader(list, row)) return "repeated";
  if (fitsProfile(table.columns, profile, row)) return "list";
  const wide = named.filter((name) => name !== "").length > 2;
  const [first] = cells;
  if (cells.length === 1 && first && wide && isText(table.columns[first.column]!, row)) {
    const text = table.columns[first.column]!.texts[row] ?? "";
    const apart = before === "blank" || isInformation(text) || isSection(list, row, first.column, first.span);
    return apart ? "section" : "list";
  }
  return isNote(list, row, before) ? "note" : "list";
}

/** True for a row that tells of the list, or that is nothing like it and stands behind a blank row or a total. */
function isNote({ table, profile, named }: List, row: number, before: RowKind | undefined): boolean {
  const cells = filledCells(table, row);
  const telling = cells.filter(({ column }) => isInformation(table.columns[column]!.texts[row] ?? "")).length;
  if (telling * 2 >= cells.length) return true;
  const apart = before === "blank" || before === "total" || before === "note";
  const shaped = profile.some((shape) => shape !== null && shape !== "word");
  const holds = cells.some(({ column }) => table.columns[column]!.kinds[row] !== CellKind.text);
  return apart && shaped && !holds && cells.length * 2 <= named.length;
}

/** True where a merged cell from a row above fills this one: its row belongs to the list however blank. */
function mergeFills(table: RawTable, row: number): boolean {
  return table.columns.some((_, i) => {
    const merge = mergeAt(table, row, i);
    return merge !== undefined && merge.row < row && merge.columns === 1;
  });
}

function repeatsHeader({ table, named }: List, row: number): boolean {
  const cells = filledCells(table, row);
  const same = cells.filter(({ column }) => {
    const text = plain(table.columns[column]!.texts[row] ?? "");
    return text !== "" && text === named[column];
  });
  return cells.length > 1 && same.length === cells.length;
}

const heading =
  /^[一二三四五六七八九十]+\s*[、.．]|^[(（][一二三四五六七八九十\d]+[)）]|^第.{1,4}[章节部分]|^\d+\s*、|(分行|支行|营业部|分公司|事业部|部门?|地区|区域|片区|中心|机构)\s*:?$|:$|\b(region|branch|district|division|department|team|office|area|segment|portfolio|desk|unit)\b/iu;

/** A single word above others: merged across, in a column of numbers or codes, or called as parts of a bank are. */
function isSection({ table, profile }: List, row: number, index: number, span: number): boolean {
  if (span > 1) return true;
  const shape = profile[index] ?? null;
  if (shape !== null && shape !== "word") return true;
  return heading.test((table.columns[index]!.texts[row] ?? "").normalize("NFKC").trim());
}

/** True where a row behind a blank one begins another list: a header whose columns hold other things below it. */
function beginsOther(list: List, from: number): boolean {
  const { table, profile } = list;
  for (let row = from, titles = 0; row < table.rows && titles <= mostTitles; row++) {
    const cells = filledCells(table, row);
    if (cells.length === 0) continue;
    if (isTotalRow(table, row) || fitsProfile(table.columns, profile, row)) {
      // What looks like the list goes on with it, unless its own header comes first.
      return false;
    }
    if (repeatsHeader(list, row)) return true;
    if (cells.length > 1 && isOtherHeader(table, row)) return true;
    titles++;
  }
  return false;
}

/** A row of words below which numbers, days or codes stand. */
function isOtherHeader(table: RawTable, row: number): boolean {
  const cells = filledCells(table, row);
  if (!cells.every(({ column }) => isText(table.columns[column]!, row))) return false;
  if (cells.some(({ column }) => ["number", "blank"].includes(cellShape(table.columns[column]!, row)))) return false;
  const telling = cells.filter(({ column }) => isInformation(table.columns[column]!.texts[row] ?? "")).length;
  if (telling * 2 >= cells.length) return false;
  const below: number[] = [];
  for (let at = row + 1; at < table.rows && below.length < 20; at++) {
    if (filledCells(table, at).length === 0) break;
    below.push(at);
  }
  const profile = profileOf(table.columns, below);
  return cells.some(({ column }) => {
    const shape = profile[column] ?? null;
    return shape !== null && shape !== "word" && cellShape(table.columns[column]!, row) !== shape;
  });
}

function filledColumns(table: RawTable, rows: readonly number[]): Uint8Array {
  const filled = new Uint8Array(table.columns.length);
  for (const row of rows) {
    for (const [i, column] of table.columns.entries()) if (filled[i] === 0 && !isBlank(column, row)) filled[i] = 1;
  }
  return filled;
}
