import type { ListedRow } from "../../engine/outcome";
import type { RfmLines, RfmResult } from "./rfmResult";

/** What is to become of a customer. */
export const Standing = { scored: 0, noNetSpend: 1, noOrder: 2, notClassified: 3 } as const;
export type Standing = (typeof Standing)[keyof typeof Standing];

/** The three measures of the customers, before they are scored. */
export interface Measured extends Pick<
  RfmResult,
  "dataDate" | "monthEnd" | "from" | "days" | "lastDays" | "orders" | "amounts"
> {
  readonly standings: Uint8Array;
  /** Per customer what the amount is scored by: the amount itself, or that of an average order. */
  readonly monetary: Float64Array;
  /** The customers of standing `notClassified`. */
  readonly notClassified: readonly ListedRow[];
  readonly lines: RfmLines | null;
}
