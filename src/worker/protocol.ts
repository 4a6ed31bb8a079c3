import type { EngineProgress } from "../engine/engine";
import type { Outcome, RowReason, SegmentationOutcome } from "../engine/outcome";
import type { FailureData } from "../failure";
import type { Plan } from "../plan/plan";
import type { CustomerRows } from "../table/customerTable";
import type { Transactions } from "../table/transactions";

/** A column as it crosses: numbers as buffers that are handed over, texts only where there are any. */
export interface PackedColumn {
  readonly name: string;
  readonly kinds: Uint8Array;
  readonly numbers: Float64Array;
  readonly days?: Uint8Array | undefined;
  readonly textRows: Uint32Array;
  readonly texts: readonly string[];
}

/**
 * The columns that the plan's methods read. Keys and client groups stay behind: a hundred thousand ids are slow to copy
 * and unused there. Where a customer has several rows, its number stands for it.
 */
export interface PackedTable {
  readonly name: string;
  readonly rows: number;
  /** Columns that stay behind, by name. */
  readonly behind: readonly string[];
  readonly customers: Omit<CustomerRows, "keys"> | null;
  readonly columns: readonly PackedColumn[];
  readonly from1904: boolean;
  /** By the id of the segmentation: customers and orders are numbers there, so that no text of a line crosses. */
  readonly transactions: Readonly<Record<string, Transactions>>;
}

/** Listed rows as they cross: keys and contents are looked up again where the table is. */
export interface PackedRows {
  readonly rows: Uint32Array;
  readonly reasons: readonly RowReason[];
  readonly columns: readonly string[];
  /** What the list says of each where a customer has several rows, so that no cell may hold it; null where one does. */
  readonly contents: readonly string[] | null;
}

export type PackedSegmentation = Omit<SegmentationOutcome, "notClassified" | "remarks"> & {
  readonly notClassified: PackedRows;
  readonly remarks: PackedRows;
};

export type PackedOutcome = Omit<Outcome, "segmentations"> & { readonly segmentations: readonly PackedSegmentation[] };

/** Pane to worker. There is no cancel message: a busy worker cannot read one, so it is ended. */
export interface RunRequest {
  readonly plan: Plan;
  readonly table: PackedTable;
}

/** Worker to pane: any number of `progress`, then exactly one `done` or `failed`. */
export type RunReply =
  | { readonly kind: "progress"; readonly progress: EngineProgress }
  | { readonly kind: "done"; readonly outcome: PackedOutcome }
  | { readonly kind: "failed"; readonly failure: FailureData };
