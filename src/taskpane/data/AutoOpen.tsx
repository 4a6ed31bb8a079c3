import { Checkbox, Field } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { readAutoOpen, setAutoOpen } from "../../actions/autoOpen";
import { autoOpenWords } from "../../text/autoOpenWords";
import { FailureNote } from "../shell/FailureNote";
import { useLoaded } from "../state/useLoaded";
import type { Pane } from "../state/usePane";
import { useTask } from "../state/useTask";
import { usePaneLanguage } from "../words";

export interface AutoOpenProps {
  readonly pane: Pane;
}

/** Whether the pane opens with the workbook: off until a person ticks it. */
export function AutoOpen({ pane }: AutoOpenProps): ReactElement {
  const words = autoOpenWords(usePaneLanguage());
  const set = useLoaded({ subject: "auto-open", load: readAutoOpen });
  const task = useTask<"set">();
  return (
    <>
      <Field hint={words.hint}>
        <Checkbox
          label={words.label}
          checked={set.value === true}
          disabled={set.value === null || pane.workbook.value?.readOnly !== false}
          onChange={(_, { checked }) => {
            void task.start("set", () => setAutoOpen(checked === true)).then(set.reload);
          }}
        />
      </Field>
      {task.failure !== null && <FailureNote failure={task.failure} />}
    </>
  );
}
