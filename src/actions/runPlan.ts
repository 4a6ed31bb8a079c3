import type { Engine } from "../engine/engine";
import type { Moves } from "../engine/compareRuns";
import type { Outcome } from "../engine/outcome";
import { withAmounts } from "../engine/withAmounts";
import type { Plan } from "../plan/plan";
import { inExcel } from "../workbook/inExcel";
import type { MissingLook } from "../workbook/looks";
import { withDistinctAmounts } from "./orders/distinctAmounts";
import { compute } from "./previewPlan";
import type { Carried } from "./carry/carryFile";
import { policyMark } from "./policy/policyMark";
import type { SeenPolicy } from "./policy/requirePolicy";
import { tellingBehind, type ActionOptions } from "./progress";
import { readCustomers, type Customers } from "./readCustomers";
import type { RunRecord } from "./readState";
import { backUp } from "./recovery/backUp";
import { compareFigures, type ComparedFigures } from "./writing/compareFigures";
import { showsSame, wantedColumns, type Shown } from "./writing/labelNames";
import { docOf, prepareRun, type PreparedRun } from "./writing/prepareRun";
import type { LeftColumn } from "./writing/retiredColumns";
import { preparing, writeOrPutBack } from "./writing/writeOrPutBack";

export interface RunOptions extends ActionOptions {
  /** The moment of the run, for the run log. */
  readonly now: Date;
  /** Who runs it, as typed; empty if not stated. */
  readonly person: string;
  /** What the plan's maker knew of the Policy sheet; left out for a plan that wins over the sheet. */
  readonly policy?: SeenPolicy | undefined;
  /** What last month's file brought, for a workbook without a run of its own. */
  readonly carried?: Carried | undefined;
  /** True if somebody agreed that the table's filter is cleared for the run and set again at its end. */
  readonly clearFilter?: boolean | undefined;
}

/** A column of labels, or of a measure beside them, as it was written. */
export interface WrittenColumn extends Shown {
  readonly name: string;
  /** True where a column of the user's own has the wanted name, so that ours got a number: "ABC (2)". */
  readonly renamed: boolean;
}

export interface RunResult {
  readonly record: RunRecord;
  readonly outcome: Outcome;
  /** The customers that were classified. */
  readonly customers: Customers;
  /** Who moved since the run before, per segmentation that it had as well. */
  readonly moves: readonly Moves[];
  /** The plan as stored. */
  readonly plan: Plan;
  readonly columns: readonly WrittenColumn[];
  /** What `readState` will say of the Policy sheet as this run wrote it. */
  readonly policyMark: string;
  /** Label columns of segmentations that the plan no longer has: those that went, and those that stay, and why. */
  readonly columnsGone: readonly string[];
  readonly columnsLeft: readonly LeftColumn[];
  /** Whether the sheets show what the run found; null where they could not be read. */
  readonly figures: ComparedFigures | null;
  /** Sheets of Tierbook's own as they are named now. */
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  /** What of the looks Excel refused; labels, sheets and figures are complete all the same. */
  readonly missingLooks: readonly MissingLook[];
}

/**
 * Runs a plan and writes its labels and sheets: all of it, or nothing.
 *
 * @throws {Failure} a refusal before anything is written; `cancelled` or `rolled-back` when the workbook is as it was
 *   before (the reason is in `detail.reason`); `rollback-failed` when it is not, naming the columns not to be trusted;
 *   `no-answer` when Excel stopped answering, so that the next opening finds the run unfinished
 */
export async function runPlan(wanted: Plan, engine: Engine, options: RunOptions): Promise<RunResult> {
  const plan = withDistinctAmounts(wanted);
  const { run, outcome, customers } = await preparing(() => beforeWriting(plan, wanted, engine, options));
  const missingLooks = await writeOrPutBack(run, options);
  const figures = await inExcel(plan.table.name, async (session) => {
    const found = await compareFigures(session, plan, outcome, docOf(run.docs, "segments"));
    await backUp(session);
    return found;
  });
  return { ...resultOf(run, wanted, outcome, customers), figures, missingLooks };
}

/** Reads, computes and looks at everything that can refuse. */
async function beforeWriting(
  plan: Plan,
  wanted: Plan,
  engine: Engine,
  options: RunOptions,
): Promise<{ readonly run: PreparedRun; readonly outcome: Outcome; readonly customers: Customers }> {
  const { now, person, policy, carried, clearFilter } = options;
  const telling = tellingBehind(options);
  const read = await readCustomers(plan, { ...options, reports: true });
  const outcome = await compute(plan, engine, read, options);
  const customers = { ...read, table: withAmounts(plan, outcome, read.table) };
  telling.tell({ stage: "checking", done: 0, total: 1 });
  const input = { plan, wanted, customers, outcome, now, person, policy, carried, clearFilter };
  const run = await inExcel(plan.table.name, (session) => prepareRun(session, input), telling);
  return { run, outcome, customers };
}

function resultOf(
  { journal, moves, left, plan: written }: PreparedRun,
  wanted: Plan,
  outcome: Outcome,
  customers: Customers,
): Omit<RunResult, "figures" | "missingLooks"> {
  const plan = written ?? { ...wanted, table: journal.table };
  return {
    record: journal.record,
    outcome,
    customers: { ...customers, table: withAmounts(plan, outcome, customers.table) },
    moves: moves ?? [],
    plan,
    policyMark: policyMark(plan, []),
    columns: journal.labels.map(({ segmentation, measure, name }) => ({
      segmentation,
      ...(measure === undefined ? {} : { measure }),
      name,
      renamed: wantedColumns(wanted).every(
        (column) => !showsSame(column, { segmentation, measure }) || column.name !== name,
      ),
    })),
    columnsGone: (journal.drop?.columns ?? []).map(({ name }) => name),
    columnsLeft: left ?? [],
    sheets: journal.sheets.map(({ id, name }) => ({ id, name })),
  };
}
