import type { Area } from "../../src/host/model/address";
import type { Book, Cell, Sheet, Table } from "../../src/host/model/book";
import { defaultStyle } from "../../src/host/model/style";
import type { RegisterField } from "../../src/register/register";
import { registerWords } from "../../src/reports/registerWords";
import { snapshot } from "../safety/snapshot";
import { customerTable, keyColumn } from "./names";

/** Everything a person can see of a workbook, and where they stand in it. */
export function whole(book: Book): Readonly<Record<string, unknown>> {
  const { sheets, ...rest } = snapshot(book);
  // How wide a column of a sheet of ours is, is a look, and a roll-back may leave it.
  const contents = sheets.map((sheet) => ({ ...(sheet as object), columns: null }));
  return { ...rest, sheets: contents, around: around(book), layout: book.sheets.filter(isVisible).map(layoutOf) };
}

/** Where a person stands: which sheet, which cells, and whether Excel calculates by itself. */
export function around({ sheets, activeSheetId, selection, calculationMode, structureProtected }: Book): Around {
  const active = sheets.find(({ id }) => id === activeSheetId)?.name ?? "";
  return { active, selection: { ...selection }, calculationMode, structureProtected };
}

export interface Around extends Pick<Book, "selection" | "calculationMode" | "structureProtected"> {
  /** Name of the sheet in front. */
  readonly active: string;
}

/** The id of a sheet's report; null for a sheet that is not ours. */
export function markOf({ names }: Book, { id, name }: Sheet): string | null {
  if (name.startsWith("_tierbook")) return name;
  const mark = names.find((one) => one.sheetId === id && one.name === "tierbook_sheet");
  return mark === undefined ? null : mark.formula.replace(/[="]/g, "");
}

export function markedSheet(book: Book, mark: string): Sheet | null {
  return book.sheets.find((sheet) => markOf(book, sheet) === mark) ?? null;
}

export interface Place {
  readonly sheet: Sheet;
  readonly table: Table;
}

/** The table of customers, wherever it stands by now. */
export function customersIn({ sheets }: Book): Place | null {
  for (const sheet of sheets) {
    const table = sheet.tables.find(({ name }) => name === customerTable);
    if (table) return { sheet, table };
  }
  return null;
}

/** The rows of a table that hold data. */
export function bodyRows({ area, showTotals }: Table): number[] {
  return Array.from({ length: area.rows - 1 - (showTotals ? 1 : 0) }, (_, i) => area.row + 1 + i);
}

export type Shown = readonly [value: unknown, formula: string | null, style: string | null];

function shownCell({ styles }: Book, cell: Cell | undefined): Shown | null {
  if (!cell) return null;
  const { base: _base, ...style } = styles[cell.style] ?? defaultStyle;
  const { base: _plain, ...plain } = defaultStyle;
  const look = JSON.stringify(style);
  const isPlain = look === JSON.stringify(plain);
  return cell.value === null && cell.formula === undefined && isPlain
    ? null
    : [cell.value, cell.formula ?? null, isPlain ? null : look];
}

/** What is the user's on one sheet. */
export interface ForeignSheet {
  /** By "row,column". */
  readonly cells: Readonly<Record<string, Shown>>;
  /** The user's columns of the customers' table, top down. */
  readonly columns: Readonly<Record<string, readonly (Shown | null)[]>>;
  readonly layout: unknown;
  /** The customers' table, where it stands here. */
  readonly table: Area | null;
}

/** All that is the user's, by sheet: whole sheets, and of the customers' sheet the cells and columns that are not ours. */
export function foreign(book: Book, user: ReadonlySet<string>): Readonly<Record<string, ForeignSheet>> {
  const theirs = book.sheets.filter((sheet) => markOf(book, sheet) === null);
  return Object.fromEntries(theirs.map((sheet) => [sheet.name, foreignSheet(book, sheet, user)]));
}

function foreignSheet(book: Book, sheet: Sheet, user: ReadonlySet<string>): ForeignSheet {
  const table = sheet.tables.find(({ name }) => name === customerTable);
  const cells: Record<string, Shown> = {};
  for (const [row, { cells: found }] of sheet.rows) {
    for (const [column, cell] of found) {
      const shown = table && holds(table.area, row, column) ? null : shownCell(book, cell);
      if (shown) cells[`${row},${column}`] = shown;
    }
  }
  const columns: Record<string, (Shown | null)[]> = {};
  table?.columns.forEach(({ name }, i) => {
    if (!user.has(name)) return;
    const { row, rows, column } = table.area;
    columns[name] = Array.from({ length: rows }, (_, at) =>
      shownCell(book, sheet.rows.get(row + at)?.cells.get(column + i)),
    );
  });
  return { cells, columns, layout: layoutOf(sheet), table: table?.area ?? null };
}

export function holds({ row, column, rows, columns }: Area, atRow: number, atColumn: number): boolean {
  return atRow >= row && atRow < row + rows && atColumn >= column && atColumn < column + columns;
}

function isVisible({ visibility }: Sheet): boolean {
  return visibility === "Visible";
}

/** What belongs to a sheet beside its cells, its tables' columns left out. */
function layoutOf(sheet: Sheet): unknown {
  const { name, tabColor, merges, freeze, showGridlines, protection, visibility, filter } = sheet;
  return {
    name,
    tabColor,
    visibility,
    merges,
    freeze,
    showGridlines,
    protected: protection.isProtected,
    filter: filter && [...filter.criteria],
    hidden: [...sheet.rows].filter(([, row]) => row.hidden === true || row.filtered === true).map(([row]) => row),
    links: [...sheet.hyperlinks].sort(([a], [b]) => (a < b ? -1 : 1)),
    // A table that came back is the last one, wherever it stands.
    tables: Object.fromEntries(
      sheet.tables.map((table) => {
        const filter = table.filter && [...table.filter.criteria];
        return [table.name, { totals: table.showTotals, filter, style: table.style }] as const;
      }),
    ),
  };
}

/** Label columns by header and key; a key that stands in several rows has them one after the other. */
export type Labels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What our columns of the customers' table say; null where the table is gone. A formula in one is told as such. */
export function labelsIn(book: Book, user: ReadonlySet<string>): Labels | null {
  const place = customersIn(book);
  if (!place) return null;
  const { sheet, table } = place;
  const keyAt = table.columns.findIndex(({ name }) => name === keyColumn || name === renamedKey);
  const at = (row: number, index: number): Cell | undefined =>
    sheet.rows.get(row)?.cells.get(table.area.column + index);
  const columns = table.columns.flatMap(({ name }, i): [string, Record<string, string>][] => {
    if (user.has(name)) return [];
    const byKey: Record<string, string> = {};
    for (const row of bodyRows(table)) {
      const key = String(at(row, keyAt)?.value ?? "");
      const cell = at(row, i);
      const text = cell?.formula !== undefined ? `formula ${cell.formula}` : JSON.stringify(cell?.value ?? "");
      byKey[key] = key in byKey ? `${byKey[key] ?? ""}, ${text}` : text;
    }
    return [[name, byKey]];
  });
  return Object.fromEntries(columns.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a colleague may call the column of keys. */
export const renamedKey = "Key";

/** What people wrote into the Owners table, by segment id; rows without an id are kept together. */
export interface OwnersSeen {
  readonly byId: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Segment names by id. */
  readonly names: Readonly<Record<string, string>>;
  readonly without: readonly unknown[];
  /** Ids that stand in more than one row. */
  readonly twice: readonly string[];
}

/** What Tierbook writes on every row itself. */
const ownFields: readonly RegisterField[] = ["id", "segmentation", "segment", "inPlan", "actual", "progress"];

export function fieldAt(table: Table, field: RegisterField): number {
  const known = registerWords.headers[field];
  return table.columns.findIndex(({ name }) => known.includes(name));
}

export function ownersIn(book: Book): OwnersSeen | null {
  const sheet = markedSheet(book, "owners");
  const table = sheet?.tables[0];
  if (!sheet || !table) return null;
  const ours = new Set(ownFields.flatMap((field) => registerWords.headers[field]));
  const byId: Record<string, Record<string, unknown>> = {};
  const names: Record<string, string> = {};
  const without: unknown[] = [];
  const twice: string[] = [];
  for (const row of bodyRows(table)) {
    const at = (i: number): unknown => {
      const cell = sheet.rows.get(row)?.cells.get(table.area.column + i);
      return cell?.formula ?? cell?.value ?? null;
    };
    const kept = table.columns.flatMap(({ name }, i) => (ours.has(name) ? [] : [[name, at(i)] as const]));
    const values = Object.fromEntries(kept.filter(([, value]) => value !== null && value !== ""));
    const id = String(at(fieldAt(table, "id")) ?? "");
    if (id === "") {
      if (Object.keys(values).length > 0) without.push(values);
      continue;
    }
    if (id in byId) twice.push(id);
    byId[id] = values;
    names[id] = String(at(fieldAt(table, "segment")) ?? "");
  }
  return { byId, names, without, twice };
}
