import { contentText } from "../../table/contentText";
import { columnNamed } from "../../table/columnNamed";
import type { CustomerTable } from "../../table/customerTable";
import type { DateReading } from "../../table/readDate";
import type { Plan } from "../../plan/plan";
import type { RowReason } from "../../engine/outcome";
import type { Why } from "../../engine/why";
import type { Classified } from "../../engine/withShares";
import type { ScoredCustomer } from "../rfm/whyScored";

/**
 * What the engine knows of one method.
 *
 * @typeParam S - a segmentation by that method
 */
export interface EngineKind<S> {
  /**
   * The segment of every customer; pure, and nothing depends on the order of rows.
   *
   * @throws {Failure} `missing-column`, `not-a-number`, `no-positive-value`, `bad-parameter`; the subject names the column
   */
  classify(segmentation: S, plan: Plan, table: CustomerTable): Classified;
  /** Why a customer is where the last run put it. */
  why(segmentation: S, asked: Asked): Why;
  /** The limits that it found, by measure, fit to be kept for a later run; "value" where there is one measure. */
  limitsFound?(
    segmentation: S,
    outcome: Pick<Classified, "limits" | "rfm">,
  ): Readonly<Record<string, readonly number[]>>;
}

/** The customer of whom it is asked why: by its row, as the cells are now. */
export interface Asked {
  /** Index of the segment that the last run put it in; null for not classified. */
  readonly to: number | null;
  readonly table: CustomerTable;
  readonly row: number;
  readonly dates: DateReading;
  /** What a run found of the customer beside the segment, where that is at hand. */
  readonly scored?: ScoredCustomer | undefined;
}

/** What the customer's cell in a column says. */
export function contentAt({ table, row }: Asked, column: string): string {
  return contentText(columnNamed(table, column), row);
}

/** The cell has changed since the run and no longer leads there. */
export function changed(asked: Asked, column: string): Why {
  return { kind: "changed", column, content: contentAt(asked, column) };
}

/** The cell holds nothing that a segment follows from. */
export function whyNoNumber(asked: Asked, reason: RowReason, column: string): Why {
  if (asked.to !== null) return changed(asked, column);
  return { kind: "not-classified", column, reason, content: contentAt(asked, column) };
}
