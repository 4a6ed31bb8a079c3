import { Failure } from "../failure";
import type { Plan } from "../plan/plan";
import type { Segmentation } from "../segmentations/plans";
import { LeftOut, type CustomerRows, type CustomerTable } from "../table/customerTable";
import { readNumber } from "../table/readNumber";
import type { EngineProgress } from "./engine";
import type { Outcome } from "./outcome";
import { classifyAbc } from "./classifyAbc";
import { classifyCutoffs } from "./classifyCutoffs";
import { classifyGroups } from "./classifyGroups";
import { classifyMatrix } from "./classifyMatrix";
import { classifyQuantiles } from "./classifyQuantiles";
import { classifyRules } from "./classifyRules";
import { combineColumn, consolidate, customersIn } from "./consolidate/consolidate";
import { toRows } from "./consolidate/toRows";
import { classifyRfm } from "./rfm/classifyRfm";
import { withShares, type Classified } from "./withShares";

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
    if (!consolidated) return withShares(classifyBy(segmentation, plan, table));
    const found = classifyBy(segmentation, plan, consolidated.table);
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

/** The only place where a method named in a plan meets its code. */
function classifyBy(segmentation: Segmentation, plan: Plan, table: CustomerTable): Classified {
  const { keyColumn, sheetLanguage } = plan;
  switch (segmentation.method) {
    case "abc":
      return classifyAbc(segmentation, keyColumn, table);
    case "quantiles":
      return classifyQuantiles(segmentation, keyColumn, table);
    case "cutoffs":
      return classifyCutoffs(segmentation, keyColumn, table);
    case "groups":
      return classifyGroups(segmentation, keyColumn, table, sheetLanguage);
    case "matrix":
      return classifyMatrix(segmentation, keyColumn, table, sheetLanguage);
    case "rules":
      return classifyRules(segmentation, plan, table);
    case "rfm":
      return classifyRfm(segmentation, plan, table);
    default:
      return segmentation satisfies never;
  }
}
