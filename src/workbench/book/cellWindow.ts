import { formatValue } from "../../host/format/formatValue";
import { cellAddress, type Area } from "../../host/model/address";
import type { Book, CellValue, Sheet } from "../../host/model/book";
import { cellAt } from "../../host/model/cells";
import type { CellView, CellWindow } from "../hostProtocol";
import { ruleLooks } from "./ruleLooks";

/** The cells of an area as text and look. Empty cells count where they have a look of their own. */
export function cellWindow(book: Book, sheet: Sheet, area: Area, locale: "en" | "zh"): CellWindow {
  const cells: CellView[] = [];
  const spans = columnStyles(sheet, area);
  const ruleAt = ruleLooks(book, sheet, area, today());
  for (let row = area.row; row < area.row + area.rows; row++) {
    const stored = sheet.rows.get(row)?.cells;
    for (let column = area.column; column < area.column + area.columns; column++) {
      const cell = stored?.get(column);
      const style = cell?.style ?? spans.get(column) ?? 0;
      const value = cell?.value ?? null;
      const rule = ruleAt(row, column);
      if (value === null && style === 0 && rule === undefined) continue;
      const { text, color } = shownText(book, value, style, locale);
      cells.push({
        row,
        column,
        text,
        style,
        kind: kindOf(value),
        ...(color === undefined ? {} : { color }),
        ...(rule === undefined ? {} : { rule }),
        ...linkOf(sheet, row, column),
      });
    }
  }
  return { area, cells, styles: book.styles };
}

/** The day as Excel counts it, by the clock of this machine. */
function today(): number {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000 + 25_569;
}

/** The area's texts as the grid shows them, tab-separated. */
export function copiedText(book: Book, sheet: Sheet, area: Area, locale: "en" | "zh"): string {
  const lines: string[] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    const texts: string[] = [];
    for (let column = area.column; column < area.column + area.columns; column++) {
      const cell = cellAt(sheet, row, column);
      texts.push(shownText(book, cell?.value ?? null, cell?.style ?? 0, locale).text);
    }
    lines.push(texts.join("\t"));
  }
  return lines.join("\n");
}

/** What one would type to get a cell's content: the formula, or the value without its number format. */
export function inputText(book: Book, sheet: Sheet, row: number, column: number): string {
  const cell = cellAt(sheet, row, column);
  if (!cell || (cell.value === null && cell.formula === undefined)) return "";
  if (cell.formula !== undefined) return cell.formula;
  const { value } = cell;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "object" && value !== null) return value.error;
  const format = book.styles[cell.style]?.numberFormat ?? "General";
  if (typeof value === "number" && isDateFormat(format)) return dateText(value, book.date1904);
  return String(value);
}

function shownText(book: Book, value: CellValue, style: number, locale: "en" | "zh"): { text: string; color?: string } {
  if (value === null) return { text: "" };
  return formatValue(value, book.styles[style]?.numberFormat ?? "General", book.date1904, locale);
}

function kindOf(value: CellValue): CellView["kind"] {
  if (value === null) return "empty";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "logical";
  return typeof value === "string" ? "text" : "error";
}

function linkOf(sheet: Sheet, row: number, column: number): Pick<CellView, "link"> {
  const link = sheet.hyperlinks.size === 0 ? undefined : sheet.hyperlinks.get(cellAddress(row, column));
  if (!link) return {};
  const { documentReference: place, address } = link;
  return { link: { ...(place === undefined ? {} : { place }), ...(address === undefined ? {} : { address }) } };
}

function columnStyles(sheet: Sheet, area: Area): Map<number, number> {
  const styles = new Map<number, number>();
  for (const span of sheet.columns) {
    if (span.style === undefined || span.style === 0) continue;
    const last = Math.min(span.last, area.column + area.columns - 1);
    for (let column = Math.max(span.first, area.column); column <= last; column++) styles.set(column, span.style);
  }
  return styles;
}

function isDateFormat(format: string): boolean {
  return /[ymd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "")) && !/General/i.test(format);
}

function dateText(serial: number, date1904: boolean): string {
  const hasTime = serial % 1 !== 0;
  return formatValue(serial, hasTime ? "yyyy-mm-dd hh:mm:ss" : "yyyy-mm-dd", date1904).text;
}
