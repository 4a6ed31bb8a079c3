import type { KeptLabels } from "../../engine/keptLabels";
import type { Plan } from "../../plan/plan";
import type { Column } from "../../table/customerTable";
import { sheetWords } from "../../text/sheetWords";
import type { SheetDoc } from "../../reports/sheetDoc";
import type { ColumnReader } from "../../workbook/columnReaders";
import { tearsBeside } from "../../workbook/deleteColumns";
import type { Session } from "../../workbook/inExcel";
import { inTurns } from "../../workbook/inTurns";
import { readColumns } from "../../workbook/readColumns";
import type { FoundSheet } from "../../workbook/ownSheets";
import { readTexts } from "../../workbook/readTexts";
import type { TableFacts } from "../../workbook/tableFacts";
import { columnsInUse } from "./columnsInUse";
import type { Own } from "./journal";
import { showsSame, type RunLabel, type Shown } from "./labelNames";
import { isAsWritten, markIndex } from "./writtenLabel";
import { writtenMarks } from "./writtenMarks";

/** Why a label column of a segmentation that is gone stays in the table. */
export type LeftColumn =
  | { readonly name: string; readonly why: "renamed" | "changed" | "beside" }
  | { readonly name: string; readonly why: "used"; readonly by: ColumnReader };

/** What becomes of the label columns of segmentations that the plan no longer has. */
export interface RetiredColumns {
  /** Those that go, as they stand now. */
  readonly dropped: readonly (Shown & { readonly id: number; readonly name: string })[];
  /** Those that stay, and are people's own from now on. */
  readonly left: readonly LeftColumn[];
}

export interface RetiredInput {
  readonly facts: TableFacts;
  readonly own: Own;
  /** The label columns of the run. */
  readonly labels: readonly RunLabel[];
  /** Labels of the run before; null where nobody remembers them. */
  readonly written: KeptLabels | null;
  /** The plan of the run before; null where there is none that can be read. */
  readonly writtenPlan: Plan | null;
  readonly found: readonly FoundSheet[];
  /** The reports as they stand on the sheets. */
  readonly docs: readonly SheetDoc[];
}

/**
 * The columns of segmentations that the plan no longer has, and of measures that a segmentation no longer writes: they
 * go, unless somebody renamed one, changed a cell in it, or refers to it, or what stands beside the table does not let it
 * go.
 */
export async function retiredColumns(session: Session, input: RetiredInput): Promise<RetiredColumns> {
  const { facts, own, labels, found, docs } = input;
  const used = new Set(labels.map(({ before }) => before?.id));
  const retired = own.labels.filter(
    (column) =>
      (column.table === facts.id || column.table === facts.name) &&
      !used.has(column.id) &&
      !labels.some((label) => showsSame(label, column)),
  );
  const left: LeftColumn[] = [];
  const asWritten: (RetiredColumns["dropped"][number] & { readonly index: number })[] = [];
  for (const { segmentation, measure, id, name } of retired) {
    const shown = measure === undefined ? { segmentation } : { segmentation, measure };
    const index = facts.columns.findIndex((column) => column.id === id);
    const now = facts.columns[index]?.name;
    if (now === undefined) continue;
    if (now !== name) left.push({ name: now, why: "renamed" });
    else if (!(await holdsWritten(session, input, shown, index))) left.push({ name, why: "changed" });
    else asWritten.push({ ...shown, id, name, index });
  }
  const indexes = asWritten.map(({ index }) => index);
  const readers = await columnsInUse(session, facts, indexes, { found, remembered: own.sheets, docs });
  const dropped = asWritten.flatMap(({ index: _, ...column }, i) => {
    const by = readers[i];
    if (by) left.push({ name: column.name, why: "used", by });
    return by ? [] : [column];
  });
  const last = facts.columns.length - dropped.length;
  const goes = new Set(dropped.map(({ id }) => id));
  const atEnd =
    labels.every(({ before }) => before !== null) && facts.columns.slice(last).every(({ id }) => goes.has(id));
  if (dropped.length === 0 || atEnd || !(await tearsBeside(session, facts))) return { dropped, left };
  return { dropped: [], left: [...left, ...dropped.map(({ name }) => ({ name, why: "beside" as const }))] };
}

/** True if every cell of a column holds what the run before wrote, or nothing. */
async function holdsWritten(
  session: Session,
  { facts, written, writtenPlan }: RetiredInput,
  shown: Shown,
  index: number,
): Promise<boolean> {
  if (!written?.segmentations.some(({ id }) => id === shown.segmentation) || !writtenPlan) return false;
  if (facts.columns.every(({ name }) => name !== written.keyColumn)) return false;
  const place = { row: facts.firstRow, column: facts.place.column + index, rows: facts.rows, columns: 1 };
  const [now = []] = await readTexts(session, facts.sheet, place);
  const [keys] = await readColumns(session, facts, [written.keyColumn]);
  const marks = await writtenMarks(session, facts, written, keys as Column);
  const { notClassified } = sheetWords(writtenPlan.sheetLanguage);
  const rowOf = markIndex(written.keys);
  const wrote = isAsWritten(written, shown, notClassified);
  let same = true;
  await inTurns(now.length, (row) => {
    const text = now[row] ?? "";
    if (text !== "" && !wrote(rowOf.get(marks[row] ?? ""), text)) same = false;
  });
  return same;
}
