import type { ActionOptions } from "../progress";
import type { TableProposal } from "./proposeTable";
import type { ListAsked } from "./readList";

export interface TableWanted extends ListAsked, ActionOptions {
  /** Where the list stands, as a clean copy on a new sheet, or whichever reads more of it. A table may be copied, too. */
  readonly how: "in-place" | "copy" | "better";
  readonly now: Date;
}

/** A table that was made. */
export interface MadeTable {
  readonly id: string;
  readonly name: string;
  readonly sheet: string;
  readonly how: "in-place" | "copy";
  /** What became of the list, as it was proposed. */
  readonly proposal: TableProposal;
  /** Where the rows and columns of a copy stand in the original, counted from zero; null where it stands. */
  readonly sources: {
    /** The row of the copy's first client on its own sheet. */
    readonly firstRow: number;
    readonly sheet: string;
    readonly rows: readonly number[];
    readonly columns: readonly number[];
  } | null;
}
