import { sumOf } from "../methods/statistics/sumOf";
import type { Plan } from "../plan/plan";
import { columnNamed } from "../table/columnNamed";
import type { CustomerTable } from "../table/customerTable";
import { readNumber } from "../table/readNumber";
import type { Outcome } from "./outcome";

/** One segmentation against its table. Rows and values of the table are counted anew, not taken from the groups. */
export interface Reconciled {
  readonly id: string;
  readonly name: string;
  readonly valueColumn: string;
  readonly rows: number;
  readonly classified: number;
  readonly notClassified: number;
  /** Of all numbers in the value column. */
  readonly total: number;
  readonly valueClassified: number;
  readonly valueNotClassified: number;
  /** What is left of the total; zero but for the last binary digits, which are rounded away. */
  readonly valueOpen: number;
}

/** Whether every row and every amount of the table is in a group or listed. */
export function reconcile(plan: Plan, outcome: Outcome, table: CustomerTable): readonly Reconciled[] {
  return plan.segmentations.flatMap(({ id, name, valueColumn }) => {
    const result = outcome.segmentations.find((candidate) => candidate.id === id);
    if (!result) return [];
    const column = columnNamed(table, valueColumn);
    const valueOf = (row: number): number => {
      const value = readNumber(column, row);
      return typeof value === "number" ? value : 0;
    };
    const total = sorted(Array.from({ length: table.rows }, (_, row) => valueOf(row)));
    const valueClassified = result.totalValue;
    const valueNotClassified = sorted(result.notClassified.map(({ row }) => valueOf(row)));
    const open = total - valueClassified - valueNotClassified;
    return [
      {
        id,
        name,
        valueColumn,
        rows: table.rows,
        classified: result.classified,
        notClassified: result.notClassified.length,
        total,
        valueClassified,
        valueNotClassified,
        valueOpen: Math.abs(open) <= 1e-9 * Math.abs(total) ? 0 : open,
      },
    ];
  });
}

function sorted(numbers: readonly number[]): number {
  return sumOf(Float64Array.from(numbers).sort());
}
