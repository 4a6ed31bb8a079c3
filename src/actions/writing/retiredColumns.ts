import type { KeptLabels } from "../../engine/keptLabels";
import type { Plan } from "../../plan/plan";
import type { Column } from "../../table/customerTable";
import { sheetWords } from "../../text/sheetWords";
import { columnReaders } from "../../workbook/columnReaders";
import type { Session } from "../../workbook/inExcel";
import { inTurns } from "../../workbook/inTurns";
import { readColumns } from "../../workbook/readColumns";
import type { FoundSheet } from "../../workbook/ownSheets";
import { readTexts } from "../../workbook/staging";
import type { TableFacts } from "../../workbook/tableFacts";
import type { Own } from "./journal";
import type { RunLabel } from "./labelNames";
import { markIndex, writtenLabel } from "./writtenLabel";
import { writtenMarks } from "./writtenMarks";

/** Why a label column of a segmentation that is gone stays in the table. */
export type LeftColumn = {
  readonly name: string;
  readonly why: "renamed" | "changed" | "used";
};

/** What becomes of the label columns of segmentations that the plan no longer has. */
export interface RetiredColumns {
  /** Those that go, as they stand now. */
  readonly dropped: readonly { readonly segmentation: string; readonly id: number; readonly name: string }[];
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
}

/**
 * The columns of segmentations that the plan no longer has: they go with their segmentation, unless somebody renamed
 * one, changed a label in it, or refers to it in a formula.
 */
export async function retiredColumns(session: Session, input: RetiredInput): Promise<RetiredColumns> {
  const { facts, own, labels, found } = input;
  const used = new Set(labels.map(({ before }) => before?.id));
  const retired = own.labels.filter(
    ({ table, segmentation, id }) =>
      (table === facts.id || table === facts.name) &&
      !used.has(id) &&
      labels.every((label) => label.segmentation !== segmentation),
  );
  const dropped: RetiredColumns["dropped"][number][] = [];
  const left: LeftColumn[] = [];
  const ownSheets = found.flatMap(({ name, mark }) => (mark === null ? [] : [name]));
  for (const { segmentation, id, name } of retired) {
    const index = facts.columns.findIndex((column) => column.id === id);
    const now = facts.columns[index]?.name;
    if (now === undefined) continue;
    if (now !== name) left.push({ name: now, why: "renamed" });
    else if (!(await isAsWritten(session, input, segmentation, index))) left.push({ name, why: "changed" });
    else if ((await columnReaders(session, facts, index, ownSheets))?.length !== 0) left.push({ name, why: "used" });
    else dropped.push({ segmentation, id, name });
  }
  return { dropped, left };
}

/** True if every label of a column is the one that the run before wrote, or blank. */
async function isAsWritten(
  session: Session,
  { facts, written, writtenPlan }: RetiredInput,
  segmentation: string,
  index: number,
): Promise<boolean> {
  if (!written?.segmentations.some(({ id }) => id === segmentation) || !writtenPlan) return false;
  if (facts.columns.every(({ name }) => name !== written.keyColumn)) return false;
  const place = { row: facts.firstRow, column: facts.place.column + index, rows: facts.rows, columns: 1 };
  const [now = []] = await readTexts(session, facts.sheet, place);
  const [keys] = await readColumns(session, facts, [written.keyColumn]);
  const marks = await writtenMarks(session, facts, written, keys as Column);
  const { notClassified } = sheetWords(writtenPlan.sheetLanguage);
  const rowOf = markIndex(written.keys);
  const label = writtenLabel(written, segmentation, notClassified);
  let same = true;
  await inTurns(now.length, (row) => {
    if (now[row] !== "" && now[row] !== label(rowOf.get(marks[row] ?? ""))) same = false;
  });
  return same;
}
