import { useState } from "react";

import type { Carried } from "../../actions/carry/carryFile";
import type { WorkbookState } from "../../actions/readState";

/** What last month's file brought, until a run of this workbook has taken it over. */
export interface CarriedInPane {
  readonly carried: Carried | null;
  readonly carry: (carried: Carried | null) => void;
  /** The workbook's state as a form begins with it: a workbook without a plan begins with the file's. */
  readonly begun: WorkbookState | null;
}

/** Keeps what was read from a file; it is never used over a plan of the workbook's own. */
export function useCarried(state: WorkbookState | null): CarriedInPane {
  const [carried, carry] = useState<Carried | null>(null);
  const begun = carried !== null && state !== null && state.plan === null ? { ...state, plan: carried.plan } : state;
  return { carried, carry, begun };
}
