import type { CellFormat, DocBlock, DocCell } from "../reports/sheetDoc";
import { literalText, looksLikeFormula } from "./safeText";

/** Excel's format codes by meaning: money has no decimals, small money two but for a zero, shares one. */
const formatCodes: Readonly<Record<CellFormat, string>> = {
  // A share where it lies between minus one and one: what is measured is somebody's choice.
  measure: "[>=1]#,##0;[<=-1]-#,##0;0.0%",
  text: "@",
  count: "#,##0",
  money: "#,##0",
  smallMoney: "#,##0.00;-#,##0.00;0",
  share: "0.0%",
  date: "yyyy-mm-dd",
  dateTime: "yyyy-mm-dd hh:mm",
  general: "General",
};

/** What is sent for a cell: its number format, then its content. Excel leaves a cell alone for which null is sent. */
export interface SentCell {
  readonly numberFormat: string | null;
  readonly content: string | number | null;
}

/** A formula in a cell of text format would stay text, so only text itself gets that format. */
export function sentCell(cell: DocCell, format: CellFormat): SentCell {
  const plain = format === "text" ? "General" : formatCodes[format];
  if (cell === null) return { numberFormat: formatCodes[format], content: "" };
  if (typeof cell === "number") return { numberFormat: plain, content: cell };
  if (typeof cell === "string") {
    // In a cell of text format Excel would show the prefix; there it is not needed but for what looks like a formula.
    return format === "text" && !looksLikeFormula(cell)
      ? { numberFormat: "@", content: cell }
      : { numberFormat: plain, content: literalText(cell) };
  }
  if ("asIs" in cell) return { numberFormat: null, content: null };
  if ("day" in cell) return { numberFormat: formatCodes.date, content: cell.day };
  return "formula" in cell
    ? { numberFormat: cell.format ? formatCodes[cell.format] : plain, content: cell.formula }
    : { numberFormat: "General", content: literalText(cell.text) };
}

/** One accent colour; everything else is black, grey or a warning. */
export const accent = "#1F4E79";
export const grey = "#595959";

/** The font that a workbook's cells have as long as nobody chose another. */
export type PlainFont = Pick<Excel.RangeFont, "name" | "size">;

/** Takes out of cells what an earlier block gave them: fonts are set and not inherited. */
export function undress({ format }: Excel.Range, { name, size }: PlainFont): void {
  format.fill.clear();
  format.font.set({ name, size, bold: false, italic: false, underline: "None", color: "#000000" });
}

/** Gives a text block its look. */
export function dressText(range: Excel.Range, style: Extract<DocBlock, { kind: "text" }>["style"]): void {
  const { font } = range.format;
  switch (style) {
    case "title":
      font.size = 16;
      font.bold = true;
      font.color = accent;
      return;
    case "heading":
      font.size = 12;
      font.bold = true;
      font.color = accent;
      return;
    case "strong":
      font.bold = true;
      return;
    case "label":
      font.color = grey;
      return;
    case "note":
      font.color = grey;
      return;
    case "warning":
      font.bold = true;
      font.color = "#9C0006";
      return;
    case "body":
      return;
    default:
      return style satisfies never;
  }
}

/** Gives a list of pairs its look: quiet names, and every value where the next column begins. */
export function dressPairs(names: Excel.Range, values: Excel.Range): void {
  names.format.font.color = grey;
  values.format.horizontalAlignment = "Left";
}

/** Excel's width of a column in points, from characters of the default font: seven pixels each and five of margin. */
export function pointsOf(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}
