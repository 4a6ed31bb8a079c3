import { maxRows } from "../../host/model/address";
import type { Book, Row, Sheet, Table } from "../../host/model/book";
import type { Chart } from "../../host/model/chart";
import type { DrawnChart } from "../charts/drawnChart";
import type { BookView, SheetView, TableView } from "../hostProtocol";

/** The whole book as the page needs it, without cells. */
export function bookView(book: Book, shown: BookView["shown"], readChart: (chart: Chart) => DrawnChart): BookView {
  const visible = book.sheets.filter((sheet) => sheet.visibility === "Visible");
  return {
    sheets: visible.map((sheet) => sheetView(book, sheet, readChart)),
    hiddenSheets: book.sheets.length - visible.length,
    readOnly: book.readOnly,
    shown,
  };
}

/** CSS pixels of a length in points. */
export function pixels(points: number): number {
  return Math.round((points * 4) / 3);
}

/** CSS pixels of a column whose width the file gives in characters: seven a character in Excel's default font. */
export function columnPixels(characters: number): number {
  return Math.round(characters * 7);
}

/** Excel's default width leaves the five pixels of padding out that a stored width has in it. */
const padding = 5;

function sheetView(book: Book, sheet: Sheet, readChart: (chart: Chart) => DrawnChart): SheetView {
  const { rows, columns } = usedSize(sheet);
  return {
    id: sheet.id,
    name: sheet.name,
    tabColor: sheet.tabColor,
    isProtected: sheet.protection.isProtected,
    usedRows: rows,
    usedColumns: columns,
    rowHeight: pixels(sheet.defaultRowHeight),
    columnWidth: columnPixels(sheet.defaultColumnWidth) + padding,
    rowHeights: rowHeights(book, sheet),
    columnWidths: columnWidths(sheet),
    freeze: { ...sheet.freeze },
    merges: [...sheet.merges],
    tables: sheet.tables.map(tableView),
    charts: sheet.charts.map((chart) => lowered(readChart(chart), book, sheet)),
    showGridlines: sheet.showGridlines,
  };
}

function usedSize(sheet: Sheet): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  for (const [index, row] of sheet.rows) {
    if (row.cells.size === 0) continue;
    if (index >= rows) rows = index + 1;
    for (const column of row.cells.keys()) if (column >= columns) columns = column + 1;
  }
  return { rows, columns };
}

function rowHeights(book: Book, sheet: Sheet): [number, number][] {
  const usual = pixels(sheet.defaultRowHeight);
  const heights: [number, number][] = [];
  for (const [index, row] of sheet.rows) {
    if (row.hidden || row.filtered) heights.push([index, 0]);
    else if (row.height !== undefined) heights.push([index, pixels(row.height)]);
    else {
      const fitted = fittedHeight(book, row);
      if (fitted > usual) heights.push([index, fitted]);
    }
  }
  return heights.sort(([a], [b]) => a - b);
}

/** The model places charts as if all rows had their stored height: fitted rows above a chart push it down. */
function lowered(drawn: DrawnChart, book: Book, sheet: Sheet): DrawnChart {
  const usual = pixels(sheet.defaultRowHeight);
  const chartTop = pixels(drawn.chart.top);
  let top = 0;
  let added = 0;
  for (let index = 0; index < maxRows; index++) {
    const row = sheet.rows.get(index);
    const stored = row?.hidden || row?.filtered ? 0 : row?.height === undefined ? usual : pixels(row.height);
    top += stored;
    if (top > chartTop) break;
    if (row && stored === usual && row.height === undefined) added += Math.max(0, fittedHeight(book, row) - usual);
  }
  return { ...drawn, chart: { ...drawn.chart, top: drawn.chart.top + (added * 3) / 4 } };
}

/** A line of text takes this much of its font's size. */
const lineHeight = 1.36;

/** Excel makes a row without a height of its own as high as its largest font. */
function fittedHeight(book: Book, row: Row): number {
  let largest = 0;
  for (const { style, value } of row.cells.values()) {
    if (value !== null) largest = Math.max(largest, book.styles[style]?.fontSize ?? 0);
  }
  return pixels(largest * lineHeight);
}

/** Runs of columns to the end of the sheet are cut: nobody scrolls there. */
const furthestColumn = 1000;

function columnWidths(sheet: Sheet): [number, number][] {
  const widths: [number, number][] = [];
  for (const { first, last, width, hidden } of sheet.columns) {
    if (width === undefined && !hidden) continue;
    for (let column = first; column <= Math.min(last, furthestColumn); column++) {
      widths.push([column, hidden ? 0 : columnPixels(width ?? 0)]);
    }
  }
  return widths.sort(([a], [b]) => a - b);
}

function tableView(table: Table): TableView {
  return {
    name: table.name,
    area: table.area,
    style: table.style,
    showHeaders: table.showHeaders,
    showTotals: table.showTotals,
    showBandedRows: table.showBandedRows,
    showBandedColumns: table.showBandedColumns,
    filterMarks:
      table.filter && table.showHeaders
        ? table.columns.map((_, column) => [column, table.filter?.criteria.has(column) ?? false] as const)
        : [],
  };
}
