import type { OutOfDate } from "../../actions/outOfDate/findOutOfDate";
import type { WorkbookState } from "../../actions/readState";
import { outOfDatePart } from "../shell/outOfDatePart";
import type { Edits } from "./useEdits";
import { type Loaded, useLoaded } from "./useLoaded";
import type { Preview } from "../../actions/previewPlan";

/** After an edit others follow; and what opens with the pane comes first. In milliseconds. */
const pause = 1000;

/** Rows above which an edit alone is no reason to read all of them again: who asks, waits. */
const mostRows = 100_000;

export interface OutOfDateInput {
  readonly state: WorkbookState | null;
  readonly tableId: string | null;
  readonly rows: number;
  readonly preview: Loaded<Preview>;
  readonly edits: Edits;
  /** True while Tierbook writes: changes are its own. */
  readonly writing: boolean;
}

/** What changed in the customer table since the last run; looked at once the preview stands, and after edits. */
export function useOutOfDate({
  state,
  tableId,
  rows,
  preview,
  edits,
  writing,
}: OutOfDateInput): Loaded<OutOfDate | null> {
  const run = [...(state?.runs ?? [])].reverse().find(({ status }) => status === "complete");
  const ready = !writing && state?.unfinished === null && state.plan?.table.id === tableId;
  const version = preview.value === null && preview.busy ? null : String(rows > mostRows ? 0 : edits.count);
  return useLoaded({
    subject: ready && run !== undefined ? run.id : null,
    version,
    delay: pause,
    load: async (signal) => {
      const { findOutOfDate } = await outOfDatePart.fetch();
      return findOutOfDate({ signal, preview: preview.busy || edits.edited ? null : preview.value });
    },
  });
}
