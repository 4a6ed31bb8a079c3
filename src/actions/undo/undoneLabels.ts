import type { KeptLabels } from "../../engine/keptLabels";
import { Failure } from "../../failure";
import { missingColumn } from "../../table/missingColumn";
import type { Column } from "../../table/customerTable";
import { cellName } from "../../workbook/address";
import type { DroppedColumn } from "../../workbook/dropColumns";
import type { Session } from "../../workbook/inExcel";
import { inTurns } from "../../workbook/inTurns";
import { keyMarks } from "../../workbook/keyMarks";
import { readTexts } from "../../workbook/readTexts";
import type { TableFacts } from "../../workbook/tableFacts";
import { columnsInUse, type WrittenSheets } from "../writing/columnsInUse";
import type { Own, Undo } from "../writing/journal";
import { showsSame, type RunLabel, type Shown } from "../writing/labelNames";
import type { LeftColumn } from "../writing/retiredColumns";
import { undoneText } from "../writing/undoCodes";
import { isAsWritten, markIndex } from "../writing/writtenLabel";
import { writtenMarks } from "../writing/writtenMarks";

/** What the undoing of a run does to the table's columns. */
export interface UndoneLabels {
  /** Columns that get their former labels, header included. */
  readonly labels: readonly RunLabel[];
  /** Per label column the text of each row from then on. */
  readonly texts: readonly (readonly string[])[];
  readonly dropped: readonly DroppedColumn[];
  /** Columns of the run that stay, as they are named now, and why. */
  readonly left: readonly LeftColumn[];
  /** Cells whose label somebody changed since, as people name them. They stay. */
  readonly edited: readonly string[];
  /** Customers of whom a label changes. */
  readonly customers: number;
}

export interface UndoneLabelsInput {
  readonly undo: Undo;
  /** The labels that the run wrote. */
  readonly written: KeptLabels;
  /** The label of customers that it could not classify. */
  readonly notClassified: string;
  readonly own: Own;
  readonly facts: TableFacts;
  readonly keys: Column;
  readonly sheets: WrittenSheets;
}

/**
 * Decides by key what every label goes back to, however the rows stand by now. A label that is no longer the one that
 * the run wrote is somebody's work and stays, and so does a column of the run in which there is one, or that a formula
 * of theirs reads.
 *
 * @throws {Failure} `missing-column` if a column that is to get its former labels was deleted or renamed;
 *   `same-column-names` if somebody took the name of one that is to come back
 */
export async function undoneLabels(session: Session, input: UndoneLabelsInput): Promise<UndoneLabels> {
  const { undo, facts, keys } = input;
  const marks = await keyMarks(keys);
  const whose = await writtenMarks(session, facts, input.written, keys);
  const rowOf = markIndex(input.written.keys);
  const changedOf = markIndex(undo.keys);
  const labels: RunLabel[] = [];
  const texts: (readonly string[])[] = [];
  const added: (DroppedColumn & { readonly index: number })[] = [];
  const left: LeftColumn[] = [];
  const edited: string[] = [];
  const changes = new Set<number>();
  for (const label of undo.labels) {
    const { segmentation, measure, before, width, removed, formerly = segmentation } = label;
    const holds = measure === undefined ? {} : { measure };
    if (removed) {
      labels.push({ segmentation, ...holds, name: requireFreeName(facts, before ?? ""), before: null });
      texts.push(marks.map((mark) => undoneText(label, changedOf.get(mark)) ?? ""));
      continue;
    }
    const column = columnOf(input, label);
    if (column.index < 0) {
      if (before !== null) throw missingColumn(facts.name, facts.columns, column.name ?? before);
      if (column.renamed !== null) left.push({ name: column.renamed, why: "renamed" });
      continue;
    }
    const { id, name } = facts.columns[column.index] as TableFacts["columns"][number];
    const at = facts.place.column + column.index;
    const place = { row: facts.firstRow, column: at, rows: facts.rows, columns: 1 };
    const [now = []] = await readTexts(session, facts.sheet, place);
    const read = await readRows(marks, now, {
      wrote: isAsWritten(input.written, label, input.notClassified),
      place: (row) => rowOf.get(whose[row] ?? ""),
      former: (mark) => undoneText(label, changedOf.get(mark)),
    });
    edited.push(...read.edited.map((row) => cellName(facts.sheet, facts.firstRow + row, at)));
    if (before !== null) read.texts.forEach((text, row) => text !== now[row] && changes.add(row));
    if (before !== null) {
      labels.push({ segmentation: formerly, ...holds, name: before, before: { id, name } });
      texts.push(read.texts);
    } else if (read.strange) left.push({ name, why: "changed" });
    else added.push({ id, name, width, index: column.index });
  }
  const indexes = added.map(({ index }) => index);
  const readers = await columnsInUse(session, facts, indexes, input.sheets);
  const dropped = added.flatMap(({ index: _, ...column }, i) => {
    const by = readers[i];
    if (by) left.push({ name: column.name, why: "used", by });
    return by ? [] : [column];
  });
  return { labels, texts, dropped, left, edited, customers: changes.size };
}

interface ReadRows {
  /** What each row goes back to. */
  readonly texts: readonly string[];
  /** Rows of changed customers whose label is neither the run's nor the former one. */
  readonly edited: readonly number[];
  /** True if some row holds a label that the run did not write. */
  readonly strange: boolean;
}

async function readRows(
  marks: readonly string[],
  now: readonly string[],
  by: {
    readonly wrote: (row: number | undefined, text: string) => boolean;
    /** The place of a row's customer among the labels that the run wrote. */
    readonly place: (row: number) => number | undefined;
    readonly former: (mark: string) => string | null;
  },
): Promise<ReadRows> {
  const texts: string[] = [];
  const edited: number[] = [];
  const strange: number[] = [];
  await inTurns(now.length, (row) => {
    const mark = marks[row] ?? "";
    const is = now[row] ?? "";
    const ours = by.wrote(by.place(row), is);
    const former = by.former(mark);
    texts.push(ours && former !== null ? former : is);
    if (!ours && is !== "") strange.push(row);
    if (!ours && former !== null && is !== former) edited.push(row);
  });
  return { texts, edited, strange: strange.length > 0 };
}

/** The column of a segmentation: where it stands, or what it is called now if somebody renamed it. */
function columnOf(
  { own, facts, undo }: UndoneLabelsInput,
  wanted: Shown,
): { readonly index: number; readonly name: string | null; readonly renamed: string | null } {
  const ours = own.labels.find(
    (label) => showsSame(label, wanted) && [facts.id, undo.table.id, undo.table.name].includes(label.table),
  );
  const index = facts.columns.findIndex(({ id, name }) => id === ours?.id && name === ours.name);
  const renamed = index < 0 ? facts.columns.find(({ id }) => id === ours?.id)?.name : undefined;
  return { index, name: ours?.name ?? null, renamed: renamed ?? null };
}

/** A column that comes back needs its name, for the reports of the run before call it so. */
function requireFreeName(facts: TableFacts, name: string): string {
  if (facts.columns.every((column) => column.name.toLowerCase() !== name.toLowerCase())) return name;
  throw new Failure("same-column-names", `table ${facts.name} has a column ${name} by now`, { subject: name });
}
