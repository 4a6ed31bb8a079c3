import type { Plan } from "../plan/plan";
import { plainSettings } from "../plan/plainSettings";
import { engineKind } from "../segmentations/engines";
import type { Segmentation } from "../segmentations/plans";
import type { ScoredCustomer } from "../segmentations/rfm/whyScored";
import type { RuleTest } from "../segmentations/rules/plan";
import { dateReading } from "../segmentations/shared/dateReading";
import type { CustomerTable } from "../table/customerTable";
import type { RowReason } from "./outcome";

/** Why a customer is in a segment, from the cells as they are now. */
export type Why =
  /** Between two cumulative shares; `to` is null for the last tier. */
  | {
      readonly kind: "share";
      readonly column: string;
      readonly value: number;
      readonly from: number;
      readonly to: number | null;
    }
  /** A value of zero or less, which is in the last tier. */
  | { readonly kind: "nothing"; readonly column: string; readonly value: number }
  /** Between two cumulative shares of the customers, counted from the highest or the lowest. */
  | {
      readonly kind: "rank";
      readonly column: string;
      readonly value: number;
      readonly highFirst: boolean;
      readonly from: number;
      readonly to: number;
    }
  /** In a band [from, below), or (from, below] where a limit belongs to the lower side; null where it has no such end. */
  | {
      readonly kind: "band";
      readonly column: string;
      readonly value: number;
      readonly from: number | null;
      readonly below: number | null;
      readonly lower: boolean;
    }
  /** By the tests of the rule that decided, which counts from one. */
  | { readonly kind: "rule"; readonly rule: number; readonly tests: readonly RuleTest[] }
  /** No rule holds. */
  | { readonly kind: "no-rule" }
  /** The rules lead elsewhere by now. */
  | { readonly kind: "other-rule" }
  /** By the scores of recency, frequency and amount; null for a segment that is gone. */
  | {
      readonly kind: "scores";
      readonly scores: readonly [number, number, number];
      readonly segment: string | null;
      readonly measures: readonly { readonly column: string; readonly content: string }[];
    }
  /** By what these cells hold; "" for a blank one. */
  | { readonly kind: "contents"; readonly cells: readonly { readonly column: string; readonly content: string }[] }
  | {
      readonly kind: "not-classified";
      readonly column: string;
      readonly reason: RowReason;
      readonly content: string;
    }
  /** The cell has changed since the run and no longer leads there. */
  | { readonly kind: "changed"; readonly column: string; readonly content: string };

/**
 * Why the customer of a row is where the last run put it.
 *
 * @param to - the index of the segment; null for not classified
 * @param reading - how the plan reads dates that are text; null where nobody said
 * @param scored - what a run found of the customer beside the segment, where that is at hand
 */
export function why(
  segmentation: Segmentation,
  to: number | null,
  table: CustomerTable,
  row: number,
  reading: Plan["reading"] | null,
  scored?: ScoredCustomer,
): Why {
  const dates = dateReading(reading ?? plainSettings.reading, table.from1904 ?? false);
  return engineKind(segmentation).why(segmentation, { to, table, row, dates, scored });
}
