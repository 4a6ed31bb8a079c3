import { compareRuns, type Moves } from "../../engine/compareRuns";
import { byCustomer } from "../../engine/consolidate/byCustomer";
import { formerRows } from "../../engine/formerRows";
import { keptChanges, type KeptChanges } from "../../engine/keptChanges";
import { keptLabels, type KeptLabels } from "../../engine/keptLabels";
import type { Outcome } from "../../engine/outcome";
import type { Plan } from "../../plan/plan";
import { columnNamed } from "../../table/columnNamed";
import type { CustomerTable } from "../../table/customerTable";
import { nextTurn } from "../../workbook/inTurns";
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
  table: CustomerTable,
): Promise<ComparedRuns> {
  const now = byCustomer(plan, outcome, table);
  const marks = await keyMarks(columnNamed(now.table, plan.keyColumn));
  // Labels, moves and changes each go through all customers: each has a turn of its own.
  await nextTurn();
  const kept = keptLabels(now.outcome, plan, marks);
  if (!former || former.keyColumn !== kept.keyColumn || former.groupColumn !== kept.groupColumn) {
    return { kept, moves: [], changes: [] };
  }
  const rows = formerRows(former, marks);
  const moves = compareRuns(former, plan, now.outcome, now.table, rows);
  await nextTurn();
  return { kept, moves, changes: keptChanges(former, plan, now.outcome, now.table, rows, marks) };
}
