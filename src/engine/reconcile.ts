import { sumOf } from "../methods/statistics/sumOf";
import { combinationFor } from "../plan/combinationFor";
import type { Plan } from "../plan/plan";
import { columnNamed } from "../table/columnNamed";
import { noCustomer, type Column, type CustomerRows, type CustomerTable } from "../table/customerTable";
import { summedNumber } from "../table/readNumber";
import { combineColumn, customersIn } from "./consolidate/consolidate";
import type { Outcome, SegmentationOutcome } from "./outcome";

/**
 * One segmentation against its table. Rows and values of the table are counted anew, not taken from the groups. Where
 * the values of a customer's rows are not added up, values are those of customers.
 */
export interface Reconciled {
  readonly id: string;
  readonly name: string;
  readonly valueColumn: string;
  readonly rows: number;
  /** Rows with a label, and rows of the customers that are listed without one. */
  readonly rowsClassified: number;
  readonly rowsNotClassified: number;
  readonly customers: number;
  readonly classified: number;
  readonly notClassified: number;
  /** Of all numbers in the value column. */
  readonly total: number;
  readonly valueClassified: number;
  readonly valueNotClassified: number;
  /** What is left of the total; zero but for the last binary digits, which are rounded away. */
  readonly valueOpen: number;
}

/** Whether every row, every customer and every amount of the table is in a group or listed. */
export function reconcile(plan: Plan, outcome: Outcome, table: CustomerTable): readonly Reconciled[] {
  const customers = customersIn(plan, table);
  const columns = new Map<string, Amounts>();
  const amountsIn = (name: string): Amounts => {
    const amounts = columns.get(name) ?? amountsOf(plan, table, customers, name);
    columns.set(name, amounts);
    return amounts;
  };
  return plan.segmentations.flatMap(({ id, name, valueColumn }) => {
    const result = outcome.segmentations.find((candidate) => candidate.id === id);
    if (!result) return [];
    const amounts = amountsIn(valueColumn);
    const counts = countsOf(result, table, customers);
    const { total } = amounts;
    const valueClassified = result.totalValue;
    const valueNotClassified = sorted(amounts.of(result));
    const open = total - valueClassified - valueNotClassified;
    return [
      {
        id,
        name,
        valueColumn,
        ...counts,
        total,
        valueClassified,
        valueNotClassified,
        valueOpen: Math.abs(open) <= 1e-9 * Math.abs(total) ? 0 : open,
      },
    ];
  });
}

type Counts = Pick<
  Reconciled,
  "rows" | "rowsClassified" | "rowsNotClassified" | "customers" | "classified" | "notClassified"
>;

/** Rows are counted by their labels and by the list, which must come to the same. */
function countsOf(result: SegmentationOutcome, { rows }: CustomerTable, customers: CustomerRows | null): Counts {
  const { classified, labels, groups, notClassified } = result;
  const without = withoutLabel(result, customers);
  return {
    rows,
    rowsClassified: labels.reduce((count, label) => (label === groups.length ? count : count + 1), 0),
    rowsNotClassified: customers
      ? customers.of.reduce((count, _, row) => (without.has(whose(row, customers)) ? count + 1 : count), 0)
      : notClassified.length,
    customers: customers
      ? customers.of.reduce((count, customer) => (customer === noCustomer ? count + 1 : count), customers.count)
      : rows,
    classified,
    notClassified: without.size,
  };
}

/** The numbers of the customers that are listed; of rows where each is one. */
function withoutLabel({ notClassified }: SegmentationOutcome, customers: CustomerRows | null): ReadonlySet<number> {
  return new Set(notClassified.map(({ row }) => whose(row, customers)));
}

/** The number of a row's customer; rows that are left out have numbers of their own, below zero. */
function whose(row: number, customers: CustomerRows | null): number {
  const customer = customers ? customers.of[row]! : row;
  return customer === noCustomer ? -1 - row : customer;
}

interface Amounts {
  readonly total: number;
  /** Those that are not classified. */
  readonly of: (result: SegmentationOutcome) => readonly number[];
}

/** Row by row where amounts are added up, so that nothing which was left out of a sum is missed; else by customer. */
function amountsOf(plan: Plan, table: CustomerTable, customers: CustomerRows | null, name: string): Amounts {
  const byRow = !customers || plan.rows.perCustomer === "one" || combinationFor(plan, name) === "sum";
  // What a customer is worth is known also where nobody knows its client group.
  const column = byRow ? columnNamed(table, name) : combineColumn(plan, table, { ...customers, torn: [] }, name).column;
  const all = Float64Array.from(column.kinds, (_, place) => numberOf(column, place));
  return {
    total: sumOf(all.slice().sort()),
    of(result) {
      const without = withoutLabel(result, customers);
      const isWithout = (place: number): boolean => without.has(byRow ? whose(place, customers) : place);
      return without.size === 0 ? [] : Array.from(all).filter((_, place) => isWithout(place));
    },
  };
}

function numberOf(column: Column, place: number): number {
  return summedNumber(column, place) ?? 0;
}

function sorted(numbers: readonly number[]): number {
  return sumOf(Float64Array.from(numbers).sort());
}
