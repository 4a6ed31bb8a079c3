import { useState } from "react";

import { changedBetween } from "../../actions/policy/policyMark";
import type { SeenPolicy } from "../../actions/policy/requirePolicy";
import type { PolicyState } from "../../actions/policy/policyState";
import type { WorkbookState } from "../../actions/readState";

/** How what the pane is changing and what people changed on the Policy sheet get on with each other. */
export interface Policy {
  /** What a run is told: it refuses if the sheet says anything else by then. */
  readonly seen: SeenPolicy;
  /** The sheet as last read. */
  readonly now: string | null;
  /** Cells of the sheet that cannot be used; none once a person decided to write over them. */
  readonly problems: PolicyState["problems"];
  /** Ids of segmentations that were changed on the sheet after somebody had begun to change the form. */
  readonly changed: readonly string[];
  /** From now on the form rests on this. */
  readonly rest: (mark: string | null) => void;
  /** Lets the next run write over cells that cannot be used, as they are now. */
  readonly overwrite: () => void;
}

/** @param drafting - true while the form says something of its own; else it says what the sheet says */
export function usePolicy(state: WorkbookState | null, drafting: boolean): Policy {
  const [base, setBase] = useState<string | null>(null);
  const [overwritten, setOverwritten] = useState<string | null>(null);
  const now = state?.policy?.mark ?? null;
  const changed = drafting ? changedBetween(base, now) : [];
  const overwrite = overwritten !== null && overwritten === now;
  return {
    seen: { mark: changed.length > 0 ? base : now, overwrite },
    now,
    problems: overwrite ? [] : (state?.policy?.problems ?? []),
    changed,
    rest: setBase,
    overwrite: () => setOverwritten(now),
  };
}
