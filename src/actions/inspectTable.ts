import type { FailureData } from "../failure";
import type { ColumnGuess } from "./findTables";
import type { ActionOptions } from "./progress";

/** What one column holds. Counts add up to the rows of the table. */
export interface InspectedColumn {
  readonly name: string;
  /** Column letters on the sheet, e.g. "C". */
  readonly letters: string;
  readonly looksLike: ColumnGuess;
  readonly counts: {
    readonly empty: number;
    readonly number: number;
    readonly text: number;
    readonly logical: number;
    readonly error: number;
  };
  /** Different values, counted up to `distinctLimit`. */
  readonly distinct: number;
  readonly distinctCapped: boolean;
  /** True where every row has a value of its own: fit to be the key. */
  readonly unique: boolean;
  /** Up to three values as a reader sees them, for the list of columns. */
  readonly samples: readonly string[];
}

/** Something about the table that a person should know before running; none of them stops a reading. */
export interface TableProblem {
  readonly kind:
    | "no-key-column"
    | "blank-cells"
    | "text-among-numbers"
    | "error-cells"
    | "duplicate-keys"
    | "blank-keys"
    | "digits-lost"
    | "all-values-equal"
    | "one-row"
    | "filtered"
    | "hidden-rows"
    | "totals-row"
    | "merged-cells"
    | "sheet-protected"
    | "read-only";
  readonly count: number;
  /** "Clients!C14", or the column, table or sheet. */
  readonly subject: string;
  /** Addresses of the first cells at fault, at most ten. */
  readonly cells: readonly string[];
  readonly column: string | null;
}

export interface TableInspection {
  readonly id: string;
  readonly name: string;
  readonly sheet: string;
  readonly address: string;
  readonly rows: number;
  readonly columns: readonly InspectedColumn[];
  /** Names of columns fit to be the key, the best first. */
  readonly keyCandidates: readonly string[];
  /** Names of numeric columns, the likeliest measure of a customer's worth first. */
  readonly valueCandidates: readonly string[];
  readonly problems: readonly TableProblem[];
  /** What would refuse a run now, or null. */
  readonly refusal: FailureData | null;
}

/** Different values are counted up to this number. */
export const distinctLimit = 100_000;

/** Reads a whole table and says what its columns hold, which could be the key, and what is odd about it. */
export function inspectTable(tableId: string, options?: ActionOptions): Promise<TableInspection> {
  throw new Error(`inspectTable is being written: ${tableId} ${String(options)}`);
}
