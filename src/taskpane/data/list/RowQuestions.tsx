import { Field, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { TableInspection } from "../../../actions/inspectTable";
import type { Plan } from "../../../plan/plan";
import { listPaneWords } from "../../../text/list/listPaneWords";
import type { PlanForm } from "../../segments/planForm";
import type { Pane } from "../../state/usePane";
import { usePaneLanguage } from "../../words";

export interface RowQuestionsProps {
  readonly pane: Pane;
  readonly form: PlanForm;
  readonly inspection: TableInspection;
}

const kinds = [
  { problem: "hidden-rows", of: "hiddenRows" },
  { problem: "total-rows", of: "subtotals" },
] as const;

/** Whether hidden rows, and rows that look like totals, are customers. Asked once: the plan keeps the answer. */
export function RowQuestions({ pane, form, inspection }: RowQuestionsProps): ReactElement {
  const words = listPaneWords(usePaneLanguage());
  const { reading } = form.settings;
  return (
    <>
      {kinds.map(({ problem, of }) => {
        const found = inspection.problems.find(({ kind }) => kind === problem);
        if (!found) return null;
        const answer = reading[of];
        return (
          <Field
            key={of}
            label={words.rowQuestions[of](found.count)}
            hint={answer === null ? words.rowsUnanswered : null}
          >
            <Select
              value={answer ?? ""}
              disabled={pane.run.state.kind === "running"}
              onChange={(_, { value }) =>
                pane.edit({ kind: "reading", reading: { [of]: (value || null) as Plan["reading"][typeof of] } })
              }
            >
              <option value="">{words.choose}</option>
              <option value="read">{words.rowsCount}</option>
              <option value="leave-out">{words.rowsOut}</option>
            </Select>
          </Field>
        );
      })}
    </>
  );
}
