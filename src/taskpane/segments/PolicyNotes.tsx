import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { policyProblem } from "../../text/policyProblem";
import { policyProblemsEn } from "../../text/policyProblemsEn";
import { policyProblemsZh } from "../../text/policyProblemsZh";
import { CellLink } from "../shell/CellLink";
import type { Pane } from "../state/usePane";
import { usePaneLanguage, useWords } from "../words";
import type { PlanForm } from "./planForm";

export interface PolicyNotesProps {
  readonly pane: Pane;
  readonly form: PlanForm;
}

/** Problems that a pane of this width can list; the sheet marks all of them. */
const problemsShown = 5;

/** What people changed on the Policy sheet and cannot be used, or was changed there while the form was as well. */
export function PolicyNotes({ pane, form }: PolicyNotesProps): ReactElement | null {
  const language = usePaneLanguage();
  const { policy: words } = useWords();
  const { problems, changed, overwrite, takeOver } = pane.policy;
  if (problems.length > 0) {
    return (
      <MessageBar intent="warning" layout="multiline" role="status">
        <MessageBarBody>
          <MessageBarTitle>{words.problems(problems.length)}</MessageBarTitle>
          {problems.slice(0, problemsShown).map(({ kind, name, content, cell }) => {
            const [what, next] = policyProblem(
              language === "zh" ? policyProblemsZh : policyProblemsEn,
              kind,
              content,
              name,
            );
            return (
              <div key={`${kind} ${cell}`}>
                <CellLink cell={cell} text={cell} onShow={pane.show} /> {what} {next}
              </div>
            );
          })}
          {problems.length > problemsShown && <div>{words.firstOf(problemsShown, problems.length)}</div>}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={pane.workbook.reload}>
            {words.lookAgain}
          </Button>
          {problems.every(({ kind }) => kind !== "missing-table") && (
            <Button size="small" onClick={overwrite}>
              {words.overwrite}
            </Button>
          )}
        </MessageBarActions>
      </MessageBar>
    );
  }
  if (changed.length === 0) return null;
  const names = changed.map((of) => form.segmentations.find(({ id }) => id === of)?.name ?? words.scales);
  return (
    <MessageBar intent="warning" layout="multiline" role="status">
      <MessageBarBody>
        <MessageBarTitle>{words.changed}</MessageBarTitle>
        <div>{words.changedWhere(names)}</div>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={takeOver}>
          {words.takeOver}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
