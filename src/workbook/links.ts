import type { DocBlock, DocCell, SheetDoc } from "../reports/sheetDoc";
import { quotedSheet, rangeAt } from "./address";

/** Puts the link of a cell, if it has one, into the batch. */
export function queueLink(sheet: Excel.Worksheet, row: number, column: number, cell: DocCell): void {
  if (cell === null || typeof cell !== "object" || !("linkTo" in cell)) return;
  rangeAt(sheet, { row, column, rows: 1, columns: 1 }).hyperlink = {
    documentReference: `${quotedSheet(cell.linkTo.sheet)}!${cell.linkTo.cell}`,
    textToDisplay: cell.text,
  };
}

/** Puts the end of links into the batch that a report no longer has: other contents would keep them. */
export function queueLostLinks(sheet: Excel.Worksheet, docs: { previous: SheetDoc | null; next: SheetDoc }): void {
  const kept = new Set(docs.next.blocks.flatMap(linksOf).map(({ row, column }) => `${row},${column}`));
  for (const { row, column } of (docs.previous?.blocks ?? []).flatMap(linksOf)) {
    if (!kept.has(`${row},${column}`)) rangeAt(sheet, { row, column, rows: 1, columns: 1 }).clear("Hyperlinks");
  }
}

/** Puts the links of one report in the place of another's into the batch. Contents and formats are to follow. */
export function queueFormerLinks(sheet: Excel.Worksheet, docs: { previous: SheetDoc | null; next: SheetDoc }): void {
  for (const { row, column } of docs.next.blocks.flatMap(linksOf)) {
    rangeAt(sheet, { row, column, rows: 1, columns: 1 }).clear("Hyperlinks");
  }
  for (const { row, column, cell } of (docs.previous?.blocks ?? []).flatMap(linksOf)) {
    queueLink(sheet, row, column, cell);
  }
}

interface Link {
  readonly row: number;
  readonly column: number;
  readonly cell: DocCell;
}

function linksOf(block: DocBlock): readonly Link[] {
  const { row, column } = block;
  const cells: readonly Link[] =
    block.kind === "text"
      ? [{ row, column, cell: block.cell }]
      : block.kind === "table"
        ? block.rows.flatMap((line, i) => line.map((cell, k) => ({ row: row + 1 + i, column: column + k, cell })))
        : [];
  return cells.filter(({ cell }) => cell !== null && typeof cell === "object" && "linkTo" in cell);
}
