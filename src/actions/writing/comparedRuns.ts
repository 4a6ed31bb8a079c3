import { compareRuns, type Moves } from "../../engine/compareRuns";
import { byCustomer, type ByCustomer } from "../../engine/consolidate/byCustomer";
import { formerRowsFinder } from "../../engine/formerRows";
import { keptChanges, type KeptChanges } from "../../engine/keptChanges";
import { keptLabels, type KeptLabels } from "../../engine/keptLabels";
import type { Outcome } from "../../engine/outcome";
import type { Plan } from "../../plan/plan";
import { columnNamed } from "../../table/columnNamed";
import { inTurns, nextTurn } from "../../workbook/inTurns";
import type { Customers } from "../readCustomers";
import { keyMarks } from "../../workbook/keyMarks";

/** What became of the run before, and what the next one will compare itself with; all of it by customer. */
export interface ComparedRuns {
  readonly kept: KeptLabels;
  readonly moves: readonly Moves[];
  readonly changes: readonly KeptChanges[];
}

/** Compares a run with the one before; nothing moved where there was none, or where it knew customers by other columns. */
export async function comparedRuns(
  former: KeptLabels | null,
  plan: Plan,
  outcome: Outcome,
  { table, letters }: Pick<Customers, "table" | "letters">,
): Promise<ComparedRuns> {
  const now = byCustomer(plan, outcome, table);
  const marks = await keyMarks(columnNamed(now.table, plan.keyColumn));
  // Labels, moves and changes each go through all customers: each has a turn of its own.
  await nextTurn();
  const kept = withLeftOut(keptLabels(now.outcome, plan, marks), table);
  if (!former || !knowsCustomersOf(former, plan, letters)) return { kept, moves: [], changes: [] };
  const rows = await rowsBefore(former, marks);
  const moves = await movesSince(former, plan, now, rows);
  await nextTurn();
  return { kept, moves, changes: keptChanges(former, plan, now.outcome, now.table, rows, marks) };
}

/** Says so where rows of the table are left out. */
function withLeftOut(kept: KeptLabels, { customers }: Customers["table"]): KeptLabels {
  return customers?.leftOut ? { ...kept, leftOut: true } : kept;
}

/**
 * True where the run before knew the customers by the same columns: only then can anybody be found again. A key of
 * another name is the same where the table no longer has the former one, as next month's export may not.
 *
 * @param columns - all columns of the table by name
 */
export function knowsCustomersOf(former: KeptLabels, plan: Plan, columns: ReadonlyMap<string, string>): boolean {
  const { perCustomer, groupColumn } = plan.rows;
  const groups = perCustomer === "one" ? null : groupColumn;
  const sameKey = former.keyColumn === plan.keyColumn || !columns.has(former.keyColumn);
  const formerGroups = former.groupColumn ?? null;
  const sameGroups =
    formerGroups === groups || (groups !== null && formerGroups !== null && !columns.has(formerGroups));
  return sameKey && sameGroups;
}

/** Per customer of now its row at the run before, or -1. */
export async function rowsBefore(former: KeptLabels, marks: readonly string[]): Promise<Int32Array> {
  const finder = formerRowsFinder(former, marks);
  await inTurns(finder.former, (row) => finder.remember(row));
  await inTurns(marks.length, (row) => finder.find(row));
  return finder.rows;
}

/** Who moved since the run before, per segmentation that it had as well. */
export async function movesSince(
  former: KeptLabels,
  plan: Plan,
  { outcome, table }: ByCustomer,
  rows: Int32Array,
): Promise<readonly Moves[]> {
  const moves: Moves[] = [];
  for (const counter of compareRuns(former, plan, outcome, table, rows)) {
    await inTurns(table.rows, (row) => counter.add(row));
    await nextTurn();
    moves.push(counter.finish());
  }
  return moves;
}
