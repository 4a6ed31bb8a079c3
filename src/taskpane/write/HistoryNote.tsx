import { Caption1 } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { HistoryKept } from "../../actions/history/keepHistory";
import { historyWords } from "../../text/historyWords";
import { FailureNote } from "../shell/FailureNote";
import { usePaneLanguage } from "../words";

export interface HistoryNoteProps {
  readonly history: HistoryKept | null;
}

/** Whether a run was added to the history of customers; nothing where there is none. */
export function HistoryNote({ history }: HistoryNoteProps): ReactElement | null {
  const words = historyWords(usePaneLanguage()).pane;
  if (history === null) return null;
  if (history.failure !== null) return <FailureNote title={words.notAdded} failure={history.failure} />;
  return <Caption1 role="status">{words.added(history.sheet)}</Caption1>;
}
