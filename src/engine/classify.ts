import { Failure } from "../failure";
import { engineKind } from "../segmentations/engines";
import type { Plan } from "../plan/plan";
import type { Segmentation } from "../segmentations/plans";
import { LeftOut, type CustomerRows, type CustomerTable } from "../table/customerTable";
import { readNumber } from "../table/readNumber";
import type { EngineProgress } from "./engine";
import type { Outcome } from "./outcome";
import { combineColumn, consolidate, customersIn } from "./consolidate/consolidate";
import { toRows } from "./consolidate/toRows";
import { withShares } from "./withShares";

/**
 * Computes every segmentation of a plan over a table; where a customer has several rows, they are brought to one first,
 * and rows that are left out by choice are no part of it.
 * Pure: no clock, no randomness, no order of rows.
 *
 * @throws {Failure} `empty-table`, `missing-column`, `not-a-number` if no cell of a value column is a number,
 *   `no-positive-value`, `bad-parameter`; the subject names the column
 */
export function classify(plan: Plan, table: CustomerTable, onProgress?: (progress: EngineProgress) => void): Outcome {
  if (table.rows === 0) throw new Failure("empty-table", "classify requires a row", { subject: table.name });
  const total = plan.segmentations.length;
  const several = customersIn(plan, table);
  if (several?.count === 0) throw new Failure("empty-table", "classify requires a row", { subject: table.name });
  const consolidated = several && consolidate(plan, table, several);
  const segmentations = plan.segmentations.map((segmentation, done) => {
    onProgress?.({ done, total, segmentation: segmentation.name });
    if (!consolidated) return withShares(engineKind(segmentation).classify(segmentation, plan, table));
    const found = engineKind(segmentation).classify(segmentation, plan, consolidated.table);
    const result = withShares(found, heldByTorn(segmentation, plan, table, consolidated.customers));
    return toRows(result, segmentation, plan, table, consolidated);
  });
  return { rows: table.rows, customers: several ? several.count + leftOutOf(several) : table.rows, segmentations };
}

function leftOutOf({ leftOut }: CustomerRows): number {
  return leftOut?.reduce<number>((count, why) => (why === LeftOut.counts ? count : count + 1), 0) ?? 0;
}

/** What a customer holds is known also where nobody knows its client group, and so cannot classify it. */
function heldByTorn(
  { valueColumn }: Segmentation,
  plan: Plan,
  table: CustomerTable,
  customers: CustomerRows,
): Float64Array {
  const { torn } = customers;
  if (torn.length === 0 || !table.columns.some(({ name }) => name === valueColumn)) return new Float64Array();
  const { column } = combineColumn(plan, table, { ...customers, torn: [] }, valueColumn);
  return Float64Array.from(
    torn.map(({ customer }) => readNumber(column, customer)).filter((amount) => typeof amount === "number"),
  );
}
