import type { DocBlock } from "../reports/sheetDoc";
import { rangeAt, type Place } from "./address";
import { accent, grey } from "./cellFormats";

type TableBlock = Extract<DocBlock, { kind: "table" }>;

const lineColor = "#D9D9D9";

/** True if a table that stands on the sheet looks as it should already: as many rows of the same kinds and formats. */
export function sameLook(block: TableBlock, former: DocBlock | undefined): boolean {
  return former?.kind === "table" && lookOf(block) === lookOf(former);
}

function lookOf({ columns, rows, looks }: TableBlock): string {
  return JSON.stringify([columns.map(({ format }) => format === "text"), rows.length, looks ?? null]);
}

/**
 * Puts a table's look into the batch, cell by cell: programs that draw no table styles show it as Excel does.
 *
 * What an earlier run gave a row that now is another one goes first.
 */
export function dressTable(sheet: Excel.Worksheet, block: TableBlock, place: Place): void {
  const whole = rangeAt(sheet, place).format;
  whole.fill.clear();
  whole.font.bold = false;
  whole.font.italic = false;
  whole.font.underline = "None";
  whole.font.color = "#000000";
  whole.verticalAlignment = "Center";
  line(whole, "InsideHorizontal", lineColor);
  line(whole, "EdgeBottom", accent);
  block.columns.forEach(({ format }, i) => {
    const isText = format === "text";
    const column = rangeAt(sheet, { ...place, column: place.column + i, columns: 1 }).format;
    column.horizontalAlignment = isText ? "Left" : "Right";
    column.wrapText = isText;
  });
  const head = rangeAt(sheet, { ...place, rows: 1 }).format;
  head.fill.color = accent;
  head.font.color = "#FFFFFF";
  head.font.bold = true;
  head.wrapText = true;
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

function line(format: Excel.RangeFormat, edge: "InsideHorizontal" | "EdgeTop" | "EdgeBottom", color: string): void {
  const border = format.borders.getItem(edge);
  border.style = "Continuous";
  border.color = color;
}
