import type { AbcUsed } from "../segmentations/abc/engine";
import type { CutoffsUsed } from "../segmentations/cutoffs/engine";
import type { GroupsUsed } from "../segmentations/groups/engine";
import type { MatrixUsed } from "../segmentations/matrix/engine";
import type { QuantilesUsed } from "../segmentations/quantiles/engine";
import type { RfmUsed } from "../segmentations/rfm/engine";
import type { RulesUsed } from "../segmentations/rules/engine";
import type { Segmentation } from "../segmentations/plans";
import type { RfmResult } from "../segmentations/rfm/rfmResult";
import type { RulesReport } from "../segmentations/rules/rulesReport";

/**
 * One tier or segment with the customers in it. Shares are fractions of one, of all customers of the table and of all
 * that those hold who hold more than nothing: with the share of those not classified they add up to one.
 */
export interface Group {
  /**
   * Stable: segmentation id + "/" + tier id, or + the value of a group of values; the group of the blank cells has
   * nothing after the stroke, that of the combinations without a policy a hyphen.
   */
  readonly id: string;
  readonly name: string;
  readonly customers: number;
  readonly value: number;
  readonly shareOfCustomers: number;
  readonly shareOfValue: number;
  /** Median value; null for a group without customers. */
  readonly median: number | null;
}

/**
 * Why a customer got no label, or a label with a remark. Where a customer has several rows: its values differ, or a cell
 * was left out because only those of its other rows could be read. "hidden-row" and "total-row" are rows that a person
 * chose to leave out.
 */
export type RowReason =
  | "blank"
  | "blank-text"
  | "text"
  | "logical"
  | "error"
  | "date"
  | "zero"
  | "negative"
  | "undeclared"
  | "no-date"
  | "future"
  | "differs"
  | "left-out"
  | "hidden-row"
  | "total-row";

/** A customer that is listed, by the row of the cell at fault: rows count from zero in table order. */
export interface ListedRow {
  readonly row: number;
  /** The customer's key, or the name of the client group. */
  readonly key: string;
  readonly reason: RowReason;
  /** The column whose cell is at fault. */
  readonly column: string;
  /** The cell's content as text, shortened to 40 characters. */
  readonly content: string;
}

/** A point of the concentration curve: the largest `customers` clients hold `value` of the total, both as fractions. */
export interface CurvePoint {
  readonly customers: number;
  readonly value: number;
}

/** Positions on the axes of a policy matrix that some customers have together. */
export interface Combination {
  /** Per axis the band's id or the value, as the plan's cells say it. */
  readonly at: readonly string[];
  readonly customers: number;
  /** Index of the group they are in. */
  readonly group: number;
}

/** The customers without a label, as a line of their own; rows that are left out by choice are nobody's. */
export type Unclassified = Pick<Group, "customers" | "value" | "shareOfCustomers" | "shareOfValue">;

/** The result of one segmentation. */
export interface SegmentationOutcome {
  readonly id: string;
  readonly name: string;
  readonly method: Segmentation["method"];
  /** Parameters as used, for RESULT.json and the run log. */
  readonly used: AbcUsed | CutoffsUsed | GroupsUsed | MatrixUsed | QuantilesUsed | RfmUsed | RulesUsed;
  /** In the order of the plan: best first. The group of the rows not classified is not among them. */
  readonly groups: readonly Group[];
  /** Per row the index into `groups`, or `groups.length` for not classified. */
  readonly labels: Uint16Array;
  /** Customers with a label. */
  readonly classified: number;
  /** Customers without one, each once, and after them the rows that are left out by choice. */
  readonly notClassified: readonly ListedRow[];
  /** What they are and hold together; values as far as they are known. */
  readonly unclassified: Unclassified;
  /** Classified customers that deserve a look, such as zero or negative values; one with several rows perhaps repeatedly. */
  readonly remarks: readonly ListedRow[];
  /** Sum over classified rows; zero and negative values included. */
  readonly totalValue: number;
  /** What the customers hold who hold more than nothing, classified or not: what all shares of value refer to. */
  readonly positiveValue: number;
  /** At most 201 points for the pane; starts at (0, 0) and ends at (1, 1). Empty where a method has none. */
  readonly curve: readonly CurvePoint[];
  /** Of tiers by shares alone: where they meet in what they cut, in order, found or kept. Between equal ones lies an empty tier. */
  readonly limits?: readonly number[];
  /** Of a policy matrix alone: the combinations that occur, the most frequent first, at most as many as a plan has cells. */
  readonly combinations?: readonly Combination[];
  /** Of ordered rules alone. */
  readonly rules?: RulesReport;
  /** Of RFM alone. */
  readonly rfm?: RfmResult;
}

/**
 * What a plan makes of a table. Customers in = classified + not classified, for every segmentation, and so for their
 * rows, all of which have the customer's label.
 */
export interface Outcome {
  readonly rows: number;
  /** As many as rows, unless a customer has several; a row that is left out by choice counts like a customer. */
  readonly customers: number;
  readonly segmentations: readonly SegmentationOutcome[];
}
