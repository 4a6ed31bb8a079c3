import type { Session } from "../../workbook/inExcel";
import { inTurns } from "../../workbook/inTurns";
import { keyMarks } from "../../workbook/keyMarks";
import { readKeptWidths } from "../../workbook/labelLook";
import { readColumns } from "../../workbook/readColumns";
import { readFormer } from "../../workbook/staging";
import { readTexts } from "../../workbook/readTexts";
import type { TableFacts } from "../../workbook/tableFacts";
import type { Column } from "../../table/customerTable";
import type { Undo } from "./journal";
import type { PreparedRun } from "./prepareRun";
import { stagingOf } from "./stagedRun";
import { mostUndoTexts, undoCodes, type UndoCodes } from "./undoCodes";

/** More different former labels than this were hardly written by a run. */
const mostLabels = 10_000;

/** Characters of the longest text of this kind; a run that changed more than that cannot be undone. */
const longest = 4_000_000;

/**
 * What a staged run is about to change in the table, as it is kept for its undoing: the former labels of the customers
 * whose labels change, and nothing about the others.
 *
 * @returns null for a run that cannot be undone
 */
export async function undoText(session: Session, run: PreparedRun): Promise<string | null> {
  const { journal, facts, kept } = run;
  const dropped = journal.drop?.columns ?? [];
  if (kept === null) return null;
  const staging = stagingOf(journal);
  const former: (readonly string[] | null)[] = [];
  for (const [i, { before }] of journal.labels.entries()) {
    former.push(before === null ? null : await readFormer(session, facts, staging, i, facts.rows));
  }
  for (const { id } of dropped) former.push(await columnTexts(session, facts, id));
  const labels = [...run.labels, ...dropped.map(() => [])];
  const most = [...journal.labels, ...dropped].map(({ measure }) =>
    measure === undefined ? mostLabels : mostUndoTexts,
  );
  const widths = await readKeptWidths(session, facts, staging);
  const [keys] = await readColumns(session, facts, [journal.keyColumn]);
  const changed = await changedRows(former, labels, await keyMarks(keys as Column), most);
  if (changed === null) return null;
  const undo: Undo = {
    run: journal.record.id,
    table: journal.table,
    keyColumn: journal.keyColumn,
    keys: changed.keys,
    labels: [
      ...journal.labels.map(({ segmentation, measure, before, formerly }) => ({
        segmentation,
        ...(measure === undefined ? {} : { measure }),
        before: before?.name ?? null,
        ...(formerly === undefined ? {} : { formerly }),
      })),
      ...dropped.map(({ segmentation = "", measure, name }) => ({
        segmentation,
        ...(measure === undefined ? {} : { measure }),
        before: name,
        removed: true as const,
      })),
    ].map((label, i) => ({
      ...label,
      width: widths[i] ?? null,
      ...(changed.labels[i] ?? { texts: [], codes: "" }),
      texts: [...(changed.labels[i]?.texts ?? [])],
    })),
  };
  const text = JSON.stringify(undo);
  return text.length > longest ? null : text;
}

/** What a column that the run takes away holds. */
async function columnTexts(session: Session, facts: TableFacts, id: number): Promise<readonly string[]> {
  const column = facts.place.column + facts.columns.findIndex((candidate) => candidate.id === id);
  const place = { row: facts.firstRow, column, rows: facts.rows, columns: 1 };
  const [texts = []] = await readTexts(session, facts.sheet, place);
  return texts;
}

interface Changed {
  readonly keys: string;
  readonly labels: readonly UndoCodes[];
}

async function changedRows(
  former: readonly (readonly string[] | null)[],
  labels: readonly (readonly string[])[],
  marks: readonly string[],
  most: readonly number[],
): Promise<Changed | null> {
  const indexes = former.map(() => new Map<string, number>());
  const found = former.map((): (number | null)[] => []);
  const keys: string[] = [];
  await inTurns(marks.length, (row) => {
    const differs = former.map((texts, i) => texts !== null && texts[row] !== (labels[i]?.[row] ?? ""));
    if (!differs.includes(true)) return;
    keys.push(marks[row] ?? "");
    former.forEach((texts, i) => found[i]?.push(differs[i] ? indexIn(indexes[i], texts?.[row] ?? "") : null));
  });
  if (indexes.some(({ size }, i) => size > (most[i] ?? 0))) return null;
  return { keys: keys.join(""), labels: indexes.map((index, i) => undoCodes([...index.keys()], found[i] ?? [])) };
}

/** The index of a text among those that were met, which it joins. */
function indexIn(index: Map<string, number> | undefined, text: string): number {
  const known = index?.get(text) ?? index?.size ?? 0;
  index?.set(text, known);
  return known;
}
