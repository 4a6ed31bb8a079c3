import type { Plan } from "../plan/plan";
import type { Portfolio } from "./portfolio/portfolio";

/** What a report needs to know about the run and the workbook beside the outcome. */
export interface ReportContext {
  readonly plan: Plan;
  /** When the run began. */
  readonly runAt: Date;
  /** Who ran it, as typed; empty if not stated. */
  readonly person: string;
  /** The customer table as it is named now, and the sheet it stands on. */
  readonly table: string;
  readonly sheet: string;
  /** Row number on the sheet of the first customer, counted from one. */
  readonly firstRow: number;
  /** Column letters by column name, of the key and the value columns at least. */
  readonly letters: ReadonlyMap<string, string>;
  /** Header of each label column as written, by segmentation id: a column of the user's may hold the wanted name. */
  readonly labelColumns: ReadonlyMap<string, string>;
  /** Header of each column of scores as written, by segmentation id. */
  readonly scoreColumns?: ReadonlyMap<string, string> | undefined;
  /** Names of Tierbook's sheets as they are now. */
  readonly sheetNames: {
    readonly tierbook: string;
    readonly segments: string;
    readonly runs: string;
    readonly owners: string;
    readonly policy: string;
  };
  /** The Owners table by name, and the headers that formulas look up; null where people removed or renamed one. */
  readonly owners: { readonly table: string; readonly id: string; readonly owner: string } | null;
  /** What the portfolio tables say beside their formulas; none where no column tells of a portfolio. */
  readonly portfolio?: Portfolio | null | undefined;
}
