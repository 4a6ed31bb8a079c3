import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { planDifference } from "../../plan/planDifference";
import type { Plan } from "../../plan/plan";
import { planChangeWords } from "../../text/planChangeWords";
import { planLines } from "../history/planLines";
import type { Theirs } from "../state/useForm";
import { usePaneLanguage } from "../words";

export interface PlanConflictProps {
  readonly theirs: Theirs;
  /** What the form says; null while it says nothing sound. */
  readonly mine: Plan | null;
}

/** Two people saved settings at the same time: what differs, and whose to go on with. */
export function PlanConflict({ theirs, mine }: PlanConflictProps): ReactElement {
  const words = planChangeWords(usePaneLanguage());
  const lines = mine === null ? [] : planLines(planDifference(mine, theirs.plan), words);
  return (
    <MessageBar intent="warning" layout="multiline" role="status">
      <MessageBarBody>
        <MessageBarTitle>{words.title}</MessageBarTitle>
        {mine !== null && <div>{lines.length === 0 ? words.same : words.theirs}</div>}
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
        <div>{words.means}</div>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={theirs.keepMine}>
          {words.keepMine}
        </Button>
        <Button size="small" onClick={theirs.take}>
          {words.take}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
