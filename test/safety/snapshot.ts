import { isDeepStrictEqual } from "node:util";
import type { Book, Cell, Sheet } from "../../src/host/model/book";
import { cellAddress, areaAddress } from "../../src/host/model/address";
import { defaultStyle } from "../../src/host/model/style";

export interface Snapshot {
  /** Hidden sheets but for the store, whose journal may differ. */
  readonly hiddenSheets: readonly string[];
  readonly sheets: readonly unknown[];
  readonly names: readonly unknown[];
  readonly calculationMode: string;
}

/** Everything a person can see or use of a workbook, as plain data: two workbooks are the same if these are equal. */
export function snapshot(book: Book): Snapshot {
  return {
    hiddenSheets: book.sheets
      .filter(({ visibility }) => visibility !== "Visible")
      .map(({ name }) => name)
      .filter((name) => name !== "_tierbook"),
    sheets: book.sheets.filter(({ visibility }) => visibility === "Visible").map((sheet) => sheetSnapshot(book, sheet)),
    names: book.names.filter(({ sheetId }) => sheetId === null).map(({ name, formula }) => [name, formula]),
    calculationMode: book.calculationMode,
  };
}

function sheetSnapshot(book: Book, sheet: Sheet): unknown {
  const cells: Record<string, unknown> = {};
  for (const [row, { cells: found }] of [...sheet.rows].sort(([a], [b]) => a - b)) {
    for (const [column, cell] of [...found].sort(([a], [b]) => a - b)) {
      const shown = cellSnapshot(book, cell);
      if (shown !== null) cells[cellAddress(row, column)] = shown;
    }
  }
  return {
    name: sheet.name,
    cells,
    // A table or a chart that came back is the last one in the file, wherever it stands.
    tables: [...sheet.tables].sort(byPlace).map((table) => ({
      name: table.name,
      area: areaAddress(table.area),
      columns: table.columns.map(({ id, name }) => [id, name]),
      style: table.style,
      totals: table.showTotals,
      filter: table.filter === null ? null : [...table.filter.criteria],
    })),
    charts: sheet.charts
      .map(({ id: _id, foreign: _foreign, ...chart }) => chart)
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    hyperlinks: [...sheet.hyperlinks].sort(([a], [b]) => (a < b ? -1 : 1)),
    merges: sheet.merges.map(areaAddress),
    freeze: sheet.freeze,
    gridlines: sheet.showGridlines,
    // A page layout without breaks is one that never had any.
    page: { ...sheet.pageLayout, rowBreaks: sheet.pageLayout.rowBreaks ?? [] },
    columns: columnsSnapshot(sheet),
  };
}

/**
 * A column that is not hidden is the same as one that never was. Widths beside the customers are looks of label columns,
 * which come after all that is whole or not at all: after an error they may be others.
 */
function columnsSnapshot({ columns, tables }: Sheet): unknown {
  const beside = tables.some(({ name }) => !name.startsWith("Tierbook_"));
  return columns
    .filter(({ width, hidden }) => (width !== undefined && !beside) || hidden === true)
    .map(({ hidden, ...column }) => (hidden === true ? { ...column, hidden } : column));
}

function byPlace({ area: a }: Sheet["tables"][number], { area: b }: Sheet["tables"][number]): number {
  return a.row - b.row || a.column - b.column;
}

function cellSnapshot(book: Book, cell: Cell): unknown {
  const { base: _base, ...style } = book.styles[cell.style] ?? defaultStyle;
  const { base: _default, ...plain } = defaultStyle;
  const isPlain = JSON.stringify(style) === JSON.stringify(plain);
  // Excel answers "" for a blank cell, and blanks a cell that is given "": the two are one.
  const value = cell.value === "" && cell.formula === undefined ? null : cell.value;
  if (value === null && cell.formula === undefined && isPlain) return null;
  return [value, cell.formula ?? null, isPlain ? null : style];
}

/**
 * Expects a workbook to be one of some. Jest's comparison, which tells where they differ, takes ten times as long as
 * Node's and is asked only where they do.
 */
export function expectSame(found: unknown, ...wanted: readonly [unknown, ...unknown[]]): void {
  if (wanted.some((each) => isDeepStrictEqual(found, each))) return;
  if (wanted.length === 1) expect(found).toEqual(wanted[0]);
  else expect(wanted).toContainEqual(found);
}

/** What cells of a snapshot hold, without their looks: those of changed cells go with the staging sheet. */
export function contents(book: unknown): unknown {
  const { sheets } = book as { sheets: { name: string; cells: Record<string, unknown[]>; tables: unknown }[] };
  return sheets.map(({ name, cells, tables }) => {
    const held = Object.entries(cells).map(([address, [value, formula]]) => [address, value, formula]);
    return { name, tables, cells: held.filter(([, value, formula]) => value !== null || formula !== null) };
  });
}
