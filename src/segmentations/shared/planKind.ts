import type * as z from "zod/mini";
import type { Kept } from "./parts";
import type { PlanProblem } from "./problem";

/** A column of the customer table that a segmentation names, and where it does. */
export interface NamedColumn {
  /** Within the segmentation, such as "axes[0].column". */
  readonly path: string;
  readonly column: string;
}

/** What a run writes beside a label: the day of the last order, how many orders, for how much, and the three scores. */
export const writtenMeasures = ["lastOrder", "orders", "amount", "score"] as const;
export type WrittenMeasure = (typeof writtenMeasures)[number];

/**
 * What a plan knows of one method.
 *
 * @typeParam S - a segmentation by that method, as its schema says it
 */
export interface PlanKind<S> {
  readonly schema: z.ZodMiniType<S>;
  /** Every column of the customer table that it names, in their order; one may be named repeatedly. */
  columns(segmentation: S): readonly NamedColumn[];
  /** The columns that it sums or cuts; the others it reads for their values' sake. */
  measured(segmentation: S): readonly string[];
  /** All that keeps it from being run, at paths that begin with `path`. */
  problems(segmentation: S, path: string): readonly PlanProblem[];
  /** Where it goes by limits found in the data. */
  readonly limits?: LimitsKind<S>;
  /** The columns of which it tests the day. */
  daysTested?(segmentation: S): readonly string[];
  /** The column of amounts that a run finds elsewhere and writes under this name; null where the table has it already. */
  amountsWritten?(segmentation: S): string | null;
  /** What a run writes beside the label. */
  measuresBeside?(segmentation: S): readonly WrittenMeasure[];
}

/** How a method that finds limits in its data keeps them for later runs. */
export interface LimitsKind<S> {
  /** Whether it finds any, or keeps some. */
  found(segmentation: S): boolean;
  /**
   * The segmentation with other limits kept.
   *
   * @param limits - what to keep of one measure ("value" where there is one); `wanted` is how many limits there must be,
   *   null where any number will do, `former` what is kept so far
   */
  keep(segmentation: S, limits: (of: string, wanted: number | null, former: Kept | undefined) => Kept | undefined): S;
}

/** The columns of what goes by one column and sums another. */
export function columnAndValue({
  column,
  valueColumn,
}: {
  readonly column: string;
  readonly valueColumn: string;
}): readonly NamedColumn[] {
  return [
    { path: "column", column },
    { path: "valueColumn", column: valueColumn },
  ];
}
