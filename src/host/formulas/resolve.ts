import type { Area } from "../model/address";
import type { Book, DefinedName, Sheet, Table } from "../model/book";
import { isProblem, parseFormula, type Node } from "./parseFormula";
import type { StructuredReference } from "./structuredReference";
import { errors, type Reference } from "./value";

/** The cell in which a formula stands. */
export interface Home {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** The sheet of that name, without regard to case. */
export function sheetNamed(book: Book, name: string): Sheet | null {
  const wanted = name.toLowerCase();
  return book.sheets.find((sheet) => sheet.name === name || sheet.name.toLowerCase() === wanted) ?? null;
}

/** A defined name as seen from a sheet: the sheet's own before the book's. */
export function definedName(book: Book, name: string, home: Sheet, onSheet: string | null): DefinedName | null {
  let index = namesOf.get(book);
  if (!index) {
    index = new Map();
    for (const defined of book.names) {
      const key = defined.name.toLowerCase();
      index.set(key, [...(index.get(key) ?? []), defined]);
    }
    namesOf.set(book, index);
  }
  const same = index.get(name.toLowerCase());
  if (!same) return null;
  const sheet = onSheet === null ? home : sheetNamed(book, onSheet);
  return same.find(({ sheetId }) => sheetId === sheet?.id) ?? same.find(({ sheetId }) => sheetId === null) ?? null;
}

/** Looks the names of a book up anew: they, or the sheets that they belong to, have changed. */
export function forgetNames(book: Book): void {
  namesOf.delete(book);
}

const namesOf = new WeakMap<Book, Map<string, readonly DefinedName[]>>();

/** What a name stands for, or null for what is not calculated: relative references and foreign formulas. */
export function nameNode(name: DefinedName): Node | null {
  const known = nameNodes.get(name.formula);
  if (known !== undefined) return known;
  const parsed = parseFormula(name.formula);
  const node = isProblem(parsed) || isRelative(parsed) ? null : parsed;
  nameNodes.set(name.formula, node);
  return node;
}

const nameNodes = new Map<string, Node | null>();

function isRelative(node: Node): boolean {
  switch (node.kind) {
    case "area":
      return node.relative;
    case "sign":
    case "percent":
    case "group":
      return isRelative(node.of);
    case "binary":
      return isRelative(node.left) || isRelative(node.right);
    case "call":
      return node.args.some(isRelative);
    default:
      return false;
  }
}

/** The cells that an A1 reference means. */
export function resolveArea(
  book: Book,
  home: Home,
  sheet: string | null,
  area: Area,
): Reference | typeof errors.reference {
  const found = sheet === null ? home.sheet : sheetNamed(book, sheet);
  return found ? { sheet: found, area } : errors.reference;
}

/** The cells that a structured reference means, as seen from a cell. */
export function resolveStructured(
  book: Book,
  home: Home,
  reference: StructuredReference,
): Reference | typeof errors.reference | typeof errors.value {
  const found = reference.table === null ? tableAround(home) : tableNamed(book, reference.table);
  if (!found) return errors.reference;
  const { sheet, table } = found;
  const columns = columnsOf(table, reference);
  const rows = rowsOf(table, reference, home.row);
  if (rows === "elsewhere") return errors.value;
  if (!columns || !rows) return errors.reference;
  return { sheet, area: { ...rows, ...columns } };
}

/** The rows of the table of that name, which its bare name stands for; null if there is none. */
export function tableBody(book: Book, name: string): Reference | null {
  const found = tableNamed(book, name);
  const rows = found && rowsOf(found.table, { table: name, sections: [], first: null, last: null }, 0);
  if (!rows || rows === "elsewhere") return null;
  const { column, columns } = found.table.area;
  return { sheet: found.sheet, area: { ...rows, column, columns } };
}

function tableNamed(book: Book, name: string): { sheet: Sheet; table: Table } | null {
  const wanted = name.toLowerCase();
  for (const sheet of book.sheets) {
    const table = sheet.tables.find((one) => one.name.toLowerCase() === wanted);
    if (table) return { sheet, table };
  }
  return null;
}

function tableAround({ sheet, row, column }: Home): { sheet: Sheet; table: Table } | null {
  const table = sheet.tables.find(
    ({ area }) =>
      row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
  );
  return table ? { sheet, table } : null;
}

function columnsOf(table: Table, { first, last }: StructuredReference): Pick<Area, "column" | "columns"> | null {
  if (first === null || last === null) return { column: table.area.column, columns: table.area.columns };
  const indexOf = (name: string): number => {
    const exact = table.columns.findIndex((column) => column.name === name);
    return exact >= 0 ? exact : table.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase());
  };
  const [a, b] = [indexOf(first), indexOf(last)];
  if (a < 0 || b < 0) return null;
  return { column: table.area.column + Math.min(a, b), columns: Math.abs(a - b) + 1 };
}

function rowsOf(
  { area, showHeaders, showTotals }: Table,
  { sections }: StructuredReference,
  homeRow: number,
): Pick<Area, "row" | "rows"> | "elsewhere" | null {
  const top = area.row + (showHeaders ? 1 : 0);
  const end = area.row + area.rows - (showTotals ? 1 : 0);
  const wanted = sections.length === 0 ? ["#Data" as const] : sections;
  let from = Infinity;
  let to = -Infinity;
  const include = (first: number, past: number): void => {
    from = Math.min(from, first);
    to = Math.max(to, past);
  };
  for (const section of wanted) {
    if (section === "#All") include(area.row, area.row + area.rows);
    else if (section === "#Headers" && showHeaders) include(area.row, top);
    else if (section === "#Data") include(top, end);
    else if (section === "#Totals" && showTotals) include(end, area.row + area.rows);
    else if (section === "#This Row") {
      if (homeRow < top || homeRow >= end) return "elsewhere";
      include(homeRow, homeRow + 1);
    }
  }
  return to > from ? { row: from, rows: to - from } : null;
}
