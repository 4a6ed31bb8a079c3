import { Caption1, Checkbox } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { historyWords } from "../../text/historyWords";
import type { Pane } from "../state/usePane";
import { usePaneLanguage } from "../words";

export interface HistoryChoiceProps {
  readonly pane: Pane;
}

/** Whether the run, and every later one, is added to the history of customers; nothing where there is none. */
export function HistoryChoice({ pane }: HistoryChoiceProps): ReactElement | null {
  const words = historyWords(usePaneLanguage()).pane;
  const sheet = pane.workbook.value?.sheets.find(({ id }) => id === "history");
  if (sheet === undefined || pane.form === null) return null;
  return (
    <div>
      <Checkbox
        label={words.every(sheet.name)}
        checked={pane.form.settings.history === undefined}
        onChange={(_, { checked }) => pane.edit({ kind: "history", everyRun: checked === true })}
      />
      <Caption1 block>{words.everyMeans}</Caption1>
    </div>
  );
}
