import type { TestToken } from "../../rules/rulesTable";

/** What a table of the Policy sheet decides. */
export type PolicyKind =
  "tiers" | "bands" | "groups" | "classes" | "cells" | "rules" | "scales" | "limits" | "lines" | "coverage" | "facts";

/** The columns of a table of combinations that name their positions, one per axis. */
export const axisFields = ["axis1", "axis2", "axis3", "axis4"] as const;
export type AxisField = (typeof axisFields)[number];

/** The limits between the scores of a measure, rising. */
export const limitFields = ["limit1", "limit2", "limit3", "limit4"] as const;
export type LimitField = (typeof limitFields)[number];

/** From which score of a measure to which. */
export type ScoreField = `${"recency" | "frequency" | "monetary"}${"From" | "To"}`;

/** A column of a table of the Policy sheet. */
export type PolicyField =
  | AxisField
  | LimitField
  | ScoreField
  | "measure"
  | "scoredBy"
  | "segment"
  | "statement"
  | "combinations"
  | "id"
  | "name"
  | "above"
  | "upTo"
  | "from"
  | "below"
  | "value"
  | "order"
  | "alternative"
  | "test"
  | "values"
  | "column"
  | "class"
  | "text"
  | "customers"
  | "about"
  | "setting"
  | "says"
  | "check";

/** One row of a table of the Policy sheet. */
export interface PolicyItem {
  /** Stable, within its table; stands in the hidden column with the table's id before it. */
  readonly id: string;
  /** What people read and may change; what follows from other cells is left out. */
  readonly cells: Readonly<Partial<Record<PolicyField, string | number>>>;
}

/** A table of the Policy sheet as a plan wants it. */
export interface PolicyTable {
  /** Stable: the id of its segmentation, and what part of it where it has several tables. */
  readonly id: string;
  readonly kind: PolicyKind;
  /** What the table belongs to, in the user's words. */
  readonly name: string;
  readonly fields: readonly PolicyField[];
  /** The fields that people may change. */
  readonly inputs: readonly PolicyField[];
  /** Headers that are names of columns of the data, and what stands there where another column has that name. */
  readonly headers?: Readonly<Partial<Record<PolicyField, readonly string[]>>>;
  /** How many scores each measure has, for what is said of their combinations. */
  readonly scores?: readonly number[];
  readonly items: readonly PolicyItem[];
}

/** The id in the hidden column. */
export function rowId(table: string, item: string): string {
  return `${table}/${item}`;
}

/** A cell that people changed so that it cannot be used, or a table that is not as it was. */
export interface PolicyProblem {
  readonly kind: PolicyProblemKind;
  /** Id of the table. */
  readonly table: string;
  /** What the table belongs to, in the user's words. */
  readonly name: string;
  /** Row below the header, from zero; null for what concerns the table or a column of it. */
  readonly row: number | null;
  readonly field: PolicyField | null;
  /** What stands there, or what is missing; shortened. */
  readonly content: string;
}

export type PolicyProblemKind =
  | "missing-table"
  | "missing-column"
  | "missing-row"
  | "same-row"
  | "new-row"
  | "not-a-number"
  | "not-a-date"
  | "share-range"
  | "out-of-order"
  | "fixed-cell"
  | "follows"
  | "name-missing"
  | "name-long"
  | "name-unfit"
  | "same-name"
  | "reserved-name"
  | "value-missing"
  | "value-unfit"
  | "same-value"
  | "same-order"
  | "missing-cell"
  | "unknown-position"
  | "unknown-class"
  | "same-cell"
  | "no-cell"
  | "text-long"
  | "too-many"
  | "no-rule"
  | "two-segments"
  | "column-missing"
  | "unknown-column"
  | "unknown-test"
  | "not-used"
  | "limit-missing"
  | "limits-crossed"
  | "unknown-segment"
  | "no-line"
  | "score-range"
  | "scores-out-of-order"
  | "score-beyond";

/** Every word by which a column of the Policy sheet is known, in every language of the sheets. */
export type PolicyWords = Readonly<Record<Exclude<PolicyField, AxisField>, readonly string[]>> & {
  /** The words for the tests of rules, in every language of the sheets. */
  readonly tests: Readonly<Record<TestToken, readonly string[]>>;
};
