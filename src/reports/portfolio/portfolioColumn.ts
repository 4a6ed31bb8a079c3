import type { CellFormat, DocCell } from "../sheetDoc";

/** A column of the customer table, summed over the rows that meet all criteria. References and criteria as in formulas. */
export interface Amount {
  readonly of: string;
  readonly where?: readonly { readonly column: string; readonly is: string }[];
}

interface Looks {
  readonly header: string;
  readonly format: CellFormat;
  /** In characters. */
  readonly width: number;
}

/** A column of a portfolio table and how its cells come about. A column before it is named by its place. */
export type PortfolioColumn = Looks &
  (
    | { readonly kind: "amount"; readonly amount: Amount }
    /** One column divided by another. */
    | { readonly kind: "ratio"; readonly part: number; readonly of: number }
    /** Amounts that have no column of their own, divided by a column. */
    | { readonly kind: "part"; readonly amounts: readonly Amount[]; readonly of: number }
    /** Customers that meet a criterion, of all of the segment. */
    | { readonly kind: "customers"; readonly column: string; readonly is: string }
    /** A value of the run. */
    | { readonly kind: "dated"; readonly cell: (place: PortfolioPlace) => DocCell }
    /** A column less what a former run found; null where there is nothing to compare with. */
    | { readonly kind: "change"; readonly of: number; readonly former: (place: PortfolioPlace) => number | null }
  );

/** A row of the table: a group by its id, the customers not classified, or all. */
export type PortfolioPlace = { readonly group: string } | "open" | "total";
