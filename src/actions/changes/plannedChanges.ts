import { changedCustomers, largestFirst } from "../../engine/changedCustomers";
import type { Moves } from "../../engine/compareRuns";
import { byCustomer } from "../../engine/consolidate/byCustomer";
import { mostChanges } from "../../engine/keptChanges";
import type { KeptLabels } from "../../engine/keptLabels";
import type { SegmentationOutcome } from "../../engine/outcome";
import { Failure } from "../../failure";
import type { Plan } from "../../plan/plan";
import type { Segmentation } from "../../segmentations/plans";
import { columnNamed } from "../../table/columnNamed";
import { readNumber } from "../../table/readNumber";
import { fingerprint } from "../../workbook/fingerprint";
import { inExcel, type Session } from "../../workbook/inExcel";
import { inTurns } from "../../workbook/inTurns";
import { readColumns } from "../../workbook/readColumns";
import { tableFacts, type TableFacts } from "../../workbook/tableFacts";
import type { Carried } from "../carry/carryFile";
import { markRows, type MarkedCustomers } from "../markedCustomers";
import type { Preview } from "../previewPlan";
import type { RunRecord } from "../readState";
import { knowsCustomersOf, movesSince, rowsBefore } from "../writing/comparedRuns";
import { changedLines, peopleText, whoLeft, type ChangedSegmentation, type Reading } from "./changedLines";
import { comparedWith, type ComparedWith } from "./comparedWith";
import { concernedCounter } from "./concernedPeople";
import { concernedSegments, type ConcernedSegment } from "./concernedSegments";
import { namesOf, peopleColumns, type PeopleColumns } from "./peopleColumns";
import type { ChangesAsked } from "./readChanges";
import { scoredInPreview } from "./scoredCustomers";

/** What a run would change in one segmentation that the last run had as well. */
export interface PlannedSegmentation extends ChangedSegmentation {
  readonly moves: Moves;
  /** Per former segment, and last for not classified, the index of the same one now; -1 for one that is gone. */
  readonly same: readonly number[];
  /** The segments that somebody would join or leave, with who answers for them. */
  readonly segments: readonly ConcernedSegment[];
}

/** What a run would change, before anything is written. */
export interface PlannedChanges {
  readonly plan: Plan;
  readonly customers: number;
  /** The run with which it is compared, perhaps one of another workbook; null before the first one. */
  readonly since: RunRecord | null;
  /** False where that run knew customers by other columns, or its labels were not kept: then nobody can say who moves. */
  readonly comparable: boolean;
  readonly columns: PeopleColumns;
  /** All columns of the table, to choose others from. */
  readonly offered: readonly string[];
  readonly segmentations: readonly PlannedSegmentation[];
  /** Segmentations in which everybody gets a segment for the first time. */
  readonly first: readonly {
    readonly id: string;
    readonly name: string;
    readonly classified: number;
    readonly notClassified: number;
  }[];
}

export interface PlannedAsked extends ChangesAsked {
  /** What last month's file brought; a run of the workbook's own goes before it. */
  readonly carried?: Carried | undefined;
}

/**
 * Who would change segment, and why, if a preview were written: compared customer by customer with the labels of the
 * last complete run, or with those that a file carries over. May be asked of several previews.
 *
 * @throws {Failure} `table-changed` if customers came, went or were sorted since the preview was read;
 *   `missing-table`, `missing-column`, `no-answer`; `run-unfinished` while a run stands open
 */
export function plannedChanges(preview: Preview, asked: PlannedAsked, signal?: AbortSignal): Promise<PlannedChanges> {
  return inExcel(preview.plan.table.name, (session) => plannedList(session, preview, asked), { signal });
}

/** The same within a session that is open already. */
export async function plannedList(session: Session, preview: Preview, asked: PlannedAsked): Promise<PlannedChanges> {
  const { plan, outcome } = preview;
  const { run, labels, owners } = await comparedWith(session, asked.carried);
  const facts = await tableFacts(session, plan.table);
  const offered = facts.columns.map(({ name }) => name);
  const columns = asked.columns ?? peopleColumns(plan, offered);
  const former = labels !== null && knowsCustomersOf(labels, plan, preview.customers.letters) ? labels : null;
  const known = new Set(former?.segmentations.map(({ id }) => id));
  const first = outcome.segmentations.filter(({ id }) => !known.has(id));
  const marked = former && (await rowsOf(session, facts, preview, columns));
  const scored = scoredInPreview(plan, outcome);
  const reading = marked && { ...marked, facts, plan, columns, language: asked.language, scored };
  return {
    plan,
    customers: outcome.customers,
    since: run,
    comparable: run === null || former !== null,
    columns,
    offered,
    segmentations: former && reading ? await compared(former, preview, reading, owners) : [],
    first: first.map(({ id, name, classified, notClassified }) => {
      return { id, name, classified, notClassified: notClassified.length };
    }),
  };
}

/** The customers of a preview, with the columns to read the list by as they stand now. */
async function rowsOf(
  session: Session,
  facts: TableFacts,
  { plan, customers }: Preview,
  columns: PeopleColumns,
): Promise<MarkedCustomers> {
  const read = customers.table.columns.filter(({ name }) => name !== plan.keyColumn);
  const wanted = namesOf(columns).filter((name) => read.every((column) => column.name !== name));
  const [keys, ...people] = await readColumns(session, facts, [...new Set([plan.keyColumn, ...wanted])]);
  if (!keys || (await fingerprint(keys)) !== customers.fingerprint) {
    throw new Failure("table-changed", `table ${facts.name} changed since it was read`, { subject: facts.name });
  }
  return markRows(plan, { ...customers.table, columns: [keys, ...read, ...people] });
}

async function compared(
  former: KeptLabels,
  { plan, outcome, customers }: Preview,
  reading: Reading,
  owners: ComparedWith["owners"],
): Promise<readonly PlannedSegmentation[]> {
  const now = byCustomer(plan, outcome, customers.table);
  const rows = await rowsBefore(former, reading.marks);
  const found: PlannedSegmentation[] = [];
  for (const moves of await movesSince(former, plan, now, rows)) {
    const segmentation = plan.segmentations.find(({ id }) => id === moves.id);
    const before = former.segmentations.find(({ id }) => id === moves.id);
    const result = now.outcome.segmentations.find(({ id }) => id === moves.id);
    if (!segmentation || !before || !result) continue;
    const changes = await changesOf(segmentation, { before, result, rows, moves }, reading);
    const same = before.groups.map((group) => result.groups.findIndex(({ id }) => id === group.id));
    found.push({
      ...changes,
      moves,
      same: [...same, result.groups.length],
      segments: concernedSegments(moves, before.groups, result.groups, owners),
    });
  }
  return found;
}

interface Difference {
  readonly before: KeptLabels["segmentations"][number];
  readonly result: SegmentationOutcome;
  readonly rows: Int32Array;
  readonly moves: Moves;
}

async function changesOf(
  segmentation: Segmentation,
  { before, result, rows, moves }: Difference,
  reading: Reading,
): Promise<ChangedSegmentation> {
  const { id, name, valueColumn } = segmentation;
  const { columns, table, marks } = reading;
  const values = columnNamed(table, valueColumn);
  const changed = changedCustomers(before, result, rows);
  const [manager, branch] = [concernedCounter(), concernedCounter()];
  await inTurns(changed.rows.length, (i) => {
    const customer = changed.rows[i] ?? 0;
    const value = readNumber(values, customer);
    const amount = typeof value === "number" ? value : null;
    manager.add(peopleText(reading, columns.manager, customer), amount);
    branch.add(peopleText(reading, columns.branch, customer), amount);
  });
  const listed = largestFirst(changed.rows, values, marks, mostChanges).map((customer) => {
    return { customer, from: changed.from[customer] ?? 0, to: result.labels[customer] ?? 0 };
  });
  return {
    id,
    name,
    valueColumn,
    customers: await changedLines(segmentation, listed, moves, reading),
    by: { manager: manager.counts(), branch: branch.counts() },
    more: changed.rows.length - listed.length,
    gone: 0,
    left: whoLeft(moves, reading.language),
  };
}
