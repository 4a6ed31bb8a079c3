import type { DocBlock, DocCell } from "../reports/sheetDoc";
import { rangeAt, type Place } from "./address";
import { accent, grey, undress, type PlainFont } from "./cellFormats";

/** True for a cell of people's own. */
export function isAsIs(cell: DocCell | undefined): boolean {
  return cell !== null && typeof cell === "object" && "asIs" in cell;
}

type TableBlock = Extract<DocBlock, { kind: "table" }>;

const lineColor = "#D9D9D9";

/** True if a table that stands on the sheet looks as it should already: as many rows of the same kinds and formats. */
export function sameLook(block: TableBlock, former: DocBlock | undefined): boolean {
  return former?.kind === "table" && lookOf(block) === lookOf(former);
}

function lookOf({ columns, standing = 0, rows, looks }: TableBlock): string {
  return JSON.stringify([columns.map(({ format }) => format === "text"), standing + rows.length, looks ?? null]);
}

/**
 * Puts a table's look into the batch, cell by cell: programs that draw no table styles show it as Excel does.
 *
 * What an earlier run gave a row that now is another one goes first. In a table that people fill in, their rows keep
 * what they made of them, and so do its headers: only new rows below are dressed.
 */
export function dressTable(sheet: Excel.Worksheet, block: TableBlock, table: Place, plain: PlainFont): void {
  const { standing = 0 } = block;
  const kept = standing > 0 ? standing : keptRows(block);
  if (kept === standing + block.rows.length && kept > 0) return;
  // The header stands above the first row.
  const skipped = kept > 0 ? kept + 1 : 0;
  const place = { ...table, row: table.row + skipped, rows: table.rows - skipped };
  undress(rangeAt(sheet, place), plain);
  const whole = rangeAt(sheet, place).format;
  whole.verticalAlignment = "Center";
  if (place.rows > 1) line(whole, "InsideHorizontal", lineColor);
  line(whole, "EdgeBottom", accent);
  block.columns.forEach(({ format }, i) => {
    const isText = format === "text";
    const besideNumbers = isText && i > 0 && block.columns[i - 1]?.format !== "text";
    const column = rangeAt(sheet, { ...place, column: place.column + i, columns: 1 }).format;
    column.horizontalAlignment = isText ? "Left" : "Right";
    column.wrapText = isText;
    // Numbers end where the next column begins: words there would run on from them.
    column.indentLevel = besideNumbers ? 1 : 0;
  });
  if (kept > 0) {
    line(whole, "EdgeTop", lineColor);
    return;
  }
  const head = rangeAt(sheet, { ...place, rows: 1 }).format;
  head.fill.color = accent;
  head.font.color = "#FFFFFF";
  head.font.bold = true;
  head.wrapText = true;
  // Filter buttons stand at the right end of their cells.
  if (block.filters) head.horizontalAlignment = "Left";
  block.looks?.forEach((look, i) => {
    if (look === "plain") return;
    const row = rangeAt(sheet, { ...place, row: place.row + 1 + i, rows: 1 }).format;
    if (look === "muted") {
      row.font.color = grey;
      return;
    }
    row.font.bold = true;
    line(row, "EdgeTop", accent);
  });
}

/** How many rows, from the first, are people's own: in a table that they fill in, those of which nothing is written. */
function keptRows({ columns, rows }: TableBlock): number {
  const standing = rows.filter((cells) => columns.some(({ input }, i) => input && isAsIs(cells[i])));
  if (standing.length > 0 || columns.some(({ input }) => input)) return standing.length;
  return rows.some((cells) => cells.some(isAsIs)) ? rows.length : 0;
}

function line(format: Excel.RangeFormat, edge: "InsideHorizontal" | "EdgeTop" | "EdgeBottom", color: string): void {
  const border = format.borders.getItem(edge);
  border.style = "Continuous";
  border.color = color;
}
