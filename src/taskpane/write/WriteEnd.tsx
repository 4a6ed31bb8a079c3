import type { ReactElement } from "react";

import { FailureNote } from "../shell/FailureNote";
import { Message } from "../shell/Message";
import type { RunState } from "../state/useRun";
import { useWords } from "../words";
import { HistoryNote } from "./HistoryNote";
import { WrittenNote } from "./WrittenNote";

export interface WriteEndProps {
  readonly state: Extract<RunState, { kind: "done" | "failed" }>;
  readonly onClose: () => void;
  /** Writes what a filter refused; null where that is no way out. */
  readonly withoutFilter: (() => void) | null;
}

/** How writing ended: what stands in the workbook now, or what went wrong and what to do next. */
export function WriteEnd({ state, onClose, withoutFilter }: WriteEndProps): ReactElement {
  const { write } = useWords();
  if (state.kind === "done") {
    return (
      <>
        <WrittenNote result={state.result} onClose={onClose} />
        <HistoryNote history={state.history} />
      </>
    );
  }
  const { code } = state.failure;
  if (code === "cancelled") return <Message intent="info" text={write.cancelled} onClose={onClose} />;
  const uncertain = code === "rollback-failed" || code === "no-answer" || code === "run-unfinished";
  return (
    <FailureNote
      title={uncertain ? write.failedMixed : write.failed}
      failure={state.failure}
      {...(withoutFilter === null ? {} : { another: { word: write.clearFilter, act: withoutFilter } })}
      onClose={onClose}
    />
  );
}
