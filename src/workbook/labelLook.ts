import { widthFor } from "../reports/textWidth";
import { rangeAt } from "./address";
import { pointsOf } from "./cellFormats";
import type { Session } from "./inExcel";
import { shownContents, type OwnColumn } from "./ownColumns";
import { keptCells, type Staging } from "./staging";
import type { TableFacts } from "./tableFacts";
import { writeText } from "./writeCell";

/** What the button of the filter takes of a header, in characters. */
const button = 3;
const widestLabel = 40;

/** How wide a column is: as the sheet has it, or in points. */
export type Width = Excel.RangeFormat;

/** Keeps, as widths of the staging sheet, how wide the columns are in which the labels will stand. */
export async function keepWidths(
  session: Session,
  facts: TableFacts,
  staging: Staging,
  targets: readonly number[],
): Promise<void> {
  const sheet = session.workbook.worksheets.getItem(facts.sheet);
  const widths = targets.map((column) =>
    loadWidth(rangeAt(sheet, { row: facts.place.row, column, rows: 1, columns: 1 })),
  );
  await session.sync();
  widths.forEach((width, label) => {
    queueWidth(keptCells(session, facts, staging, label, "table"), width);
  });
}

/** Loads the widths that were kept for some of the labels. */
export function loadKeptWidths(
  session: Session,
  facts: TableFacts,
  staging: Staging,
  labels: readonly number[],
): readonly Width[] {
  return labels.map((label) => loadWidth(keptCells(session, facts, staging, label, "table")));
}

/** The widths that were kept for all labels, in points; null for a column that has the sheet's own. */
export async function readKeptWidths(
  session: Session,
  facts: TableFacts,
  staging: Staging,
): Promise<readonly (number | null)[]> {
  const labels = Array.from({ length: staging.labelColumns }, (_, label) => label);
  const widths = loadKeptWidths(session, facts, staging, labels);
  await session.sync();
  return widths.map(({ columnWidth, useStandardWidth }) => (useStandardWidth ? null : columnWidth));
}

/** Puts the giving of a loaded width to the columns of some cells into the batch. */
export function queueWidth(cells: Excel.Range, width: Width | undefined): void {
  if (!width) return;
  const { format } = cells.getEntireColumn();
  if (width.useStandardWidth) format.useStandardWidth = true;
  else format.columnWidth = width.columnWidth;
}

/** Loads how wide the columns of some cells are. */
export function loadWidth(cells: Excel.Range): Width {
  return cells.getEntireColumn().format.load("columnWidth,useStandardWidth");
}

/**
 * Makes columns that a run has added look as if they had always been there: the header as the one on its left, the
 * labels in that column's font, and wide enough for both. May be repeated.
 *
 * @param facts - the table with the added columns
 * @param texts - per label column the label of each customer
 */
export async function dressLabels(
  session: Session,
  facts: TableFacts,
  labels: readonly OwnColumn[],
  texts: readonly (readonly string[])[],
): Promise<void> {
  const added = labels.flatMap((label, i) => {
    const target = facts.columns.findIndex(({ name }) => name === label.name);
    return label.before === null && target >= 0 ? [{ ...label, target, texts: texts[i] ?? [] }] : [];
  });
  const beside = Math.min(...added.map(({ target }) => target)) - 1;
  if (added.length === 0 || beside < 0) return;
  const { columns } = session.workbook.tables.getItem(facts.id);
  // Told by the table itself: somebody may move it meanwhile.
  const at = (index: number): Excel.TableColumn => columns.getItem(facts.columns[index]?.id ?? 0);
  const font = at(beside).getDataBodyRange().format.font.load("name,size");
  const widths = added.map(({ target }) => loadWidth(at(target).getDataBodyRange()));
  await session.sync();
  added.forEach(({ name, measure, target, texts: contents }, i) => {
    if (facts.showHeaders) {
      const header = at(target).getHeaderRowRange();
      header.copyFrom(at(beside).getHeaderRowRange(), "Formats");
      // The mark that a text is literally a text is a format too, and so is that of a cell of text.
      writeText(header, [name]);
    }
    queueFont(at(target).getDataBodyRange(), font);
    const least = pointsOf(
      Math.max(widthFor([name], 0, widestLabel) + button, widthFor(shownContents(measure, contents), 0, widestLabel)),
    );
    const now = widths[i]?.columnWidth ?? 0;
    // A column without width is one that a person has hidden.
    if (now > 0 && now < least) at(target).getDataBodyRange().getEntireColumn().format.columnWidth = least;
  });
  await session.sync();
}

/** Name and size are null where the cells that they were loaded from differ. */
function queueFont({ format }: Excel.Range, font: Excel.RangeFont): void {
  if (font.name) format.font.name = font.name;
  if (font.size) format.font.size = font.size;
}
