import type { DocBlock, SheetDoc } from "../reports/sheetDoc";
import { rangeAt } from "./address";
import { pointsOf } from "./cellFormats";
import type { Look } from "./looks";
import { pageBreaks } from "./pageBreaks";

/** Heights in points: of a line of the title, and of two lines of a table's header. */
const titleHeight = 24;
const headerHeight = 30;

/** The widths, heights and page of a new sheet. A sheet that stands keeps what people made of it: this is done once. */
export function layOutSheet(sheet: Excel.Worksheet, where: string, doc: SheetDoc): readonly Look[] {
  const widths = (): void => {
    for (const [column, width] of widthsOf(doc)) {
      sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = pointsOf(width);
    }
    // After the widths: a width would show the column again.
    for (const column of hiddenColumnsOf(doc)) {
      sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().columnHidden = true;
    }
    layOutRows(sheet, doc, new Map());
  };
  const page = (): void => {
    const titles = titleRowsOf(doc);
    if (titles !== null) sheet.pageLayout.setPrintTitleRows(titles);
    sheet.pageLayout.orientation = "Landscape";
    sheet.pageLayout.paperSize = "A4";
    // A scale of our own would be too large wherever another font makes the columns wider.
    sheet.pageLayout.zoom = { horizontalFitToPages: 1, ...(isOnePage(doc) ? { verticalFitToPages: 1 } : {}) };
    layOutPages(sheet, doc, []);
  };
  return [
    { kind: "widths", where, queue: widths },
    ...(doc.frozenRows > 0
      ? [{ kind: "freeze", where, queue: () => sheet.freezePanes.freezeRows(doc.frozenRows) } as const]
      : []),
    { kind: "gridlines", where, queue: () => (sheet.showGridlines = false) },
    { kind: "page", where, queue: page },
  ];
}

/** What moves with the blocks of a sheet that stands: heights of rows, and where pages begin. */
export function layOutMoved(sheet: Excel.Worksheet, where: string, doc: SheetDoc, previous: SheetDoc): readonly Look[] {
  const widths = (): void => {
    layOutRows(sheet, doc, heightsOf(previous));
    widenForNewTables(sheet, doc, previous);
  };
  return [
    { kind: "widths", where, queue: widths },
    { kind: "page", where, queue: () => layOutPages(sheet, doc, breaksOf(previous)) },
  ];
}

/** Heights and pages that go back with the blocks to where they stood before a run. */
export function layOutFormer(
  sheet: Excel.Worksheet,
  where: string,
  previous: SheetDoc,
  next: SheetDoc,
): readonly Look[] {
  return [
    { kind: "widths", where, queue: () => layOutRows(sheet, previous, heightsOf(next)) },
    { kind: "page", where, queue: () => layOutPages(sheet, previous, breaksOf(next)) },
  ];
}

/** A table that the sheet did not have may need more room than its columns were made for; others keep their widths. */
function widenForNewTables(sheet: Excel.Worksheet, doc: SheetDoc, previous: SheetDoc): void {
  const stood = new Set(previous.blocks.map(({ id }) => id));
  const added = doc.blocks.filter(({ kind, id }) => kind === "table" && !stood.has(id));
  const former = widthsOf(previous);
  const hidden = hiddenColumnsOf(doc);
  for (const [column, width] of widthsOf({ ...doc, blocks: added, widths: {} })) {
    // A width would show a column again that is hidden.
    if (width <= (former.get(column) ?? 0) || hidden.includes(column)) continue;
    sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = pointsOf(width);
  }
}

function layOutRows(sheet: Excel.Worksheet, doc: SheetDoc, former: ReadonlyMap<number, number>): void {
  const heights = heightsOf(doc);
  const formatOf = (row: number): Excel.RangeFormat => rangeAt(sheet, { row, column: 0, rows: 1, columns: 1 }).format;
  for (const row of former.keys()) if (!heights.has(row)) formatOf(row).autofitRows();
  for (const [row, height] of heights) if (former.get(row) !== height) formatOf(row).rowHeight = height;
}

function heightsOf({ blocks }: SheetDoc): ReadonlyMap<number, number> {
  return new Map(
    blocks.flatMap((block): [number, number][] => {
      const height = heightOf(block);
      return height === null ? [] : [[block.row, height]];
    }),
  );
}

function layOutPages(sheet: Excel.Worksheet, doc: SheetDoc, former: readonly number[]): void {
  const breaks = breaksOf(doc);
  if (breaks.join() === former.join()) return;
  if (former.length > 0) sheet.horizontalPageBreaks.removePageBreaks();
  for (const row of breaks) sheet.horizontalPageBreaks.add(`A${row + 1}`);
}

/** Without a table nothing on the sheet grows. */
function isOnePage({ blocks }: SheetDoc): boolean {
  return blocks.every(({ kind }) => kind !== "table");
}

/** Where pages begin, by the widths that the columns have when the sheet is made. */
function breaksOf(doc: SheetDoc): readonly number[] {
  if (isOnePage(doc)) return [];
  const hidden = hiddenColumnsOf(doc);
  const shown = [...widthsOf(doc)].filter(([column]) => !hidden.includes(column));
  return pageBreaks(
    doc,
    shown.reduce((sum, [, width]) => sum + pointsOf(width), 0),
  );
}

/** Widths in characters: what the widest table of a column needs, but where the report says otherwise. */
function widthsOf(doc: SheetDoc): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (const block of doc.blocks) {
    if (block.kind !== "table") continue;
    block.columns.forEach(({ width }, i) => {
      const column = block.column + i;
      widths.set(column, Math.max(width, widths.get(column) ?? 0));
    });
  }
  for (const [column, width] of Object.entries(doc.widths)) widths.set(Number(column), width);
  return widths;
}

function hiddenColumnsOf({ blocks }: SheetDoc): readonly number[] {
  return blocks.flatMap((block) =>
    block.kind === "table" ? block.columns.flatMap(({ hidden }, i) => (hidden ? [block.column + i] : [])) : [],
  );
}

/** Rows that every printed page repeats: the header of the only table, or what stays on screen above several. */
function titleRowsOf({ blocks, frozenRows }: SheetDoc): string | null {
  const [only, ...others] = blocks.filter(({ kind }) => kind === "table");
  if (only && others.length === 0) return `$${only.row + 1}:$${only.row + 1}`;
  return frozenRows > 0 ? `$1:$${frozenRows}` : null;
}

function heightOf(block: DocBlock): number | null {
  if (block.kind === "table") return block.columns.some(({ format }) => format !== "text") ? headerHeight : null;
  return block.kind === "text" && block.style === "title" ? titleHeight : null;
}
