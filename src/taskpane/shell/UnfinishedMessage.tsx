import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";

import type { ActionProgress } from "../../actions/progress";
import type { UnfinishedRun } from "../../actions/readState";
import { unfinishedWords } from "../../text/unfinishedWords";
import { undoWords } from "../../text/undoWords";
import { useFigures, usePaneLanguage, useWords } from "../words";
import { ProgressLine } from "./ProgressLine";

export interface UnfinishedMessageProps {
  readonly run: UnfinishedRun;
  /** What the user chose, while it is under way. */
  readonly doing: "finish" | "rollBack" | null;
  readonly progress: ActionProgress | null;
  readonly onLookAgain: () => void;
  readonly onFinish: () => void;
  readonly onRollBack: () => void;
}

/**
 * A run that was interrupted, and the two ways out of it with what each of them means; where somebody may still be writing
 * it, only once a person takes it over who knows that.
 */
export function UnfinishedMessage({
  run,
  doing,
  progress,
  onLookAgain,
  onFinish,
  onRollBack,
}: UnfinishedMessageProps): ReactElement {
  const { bar, data } = useWords();
  const { moment } = useFigures();
  const language = usePaneLanguage();
  const undo = undoWords(language);
  const alive = unfinishedWords(language);
  const [taken, take] = useState<string | null>(null);
  const says = run.undoing
    ? { title: undo.unfinished, canFinish: undo.canFinish, onlyBack: undo.onlyBack }
    : { title: bar.unfinished, canFinish: bar.unfinishedCanFinish, onlyBack: bar.unfinishedOnlyBack };
  const ways = run.canFinish ? says.canFinish : says.onlyBack;
  const { writer } = run;
  if (writer !== null && taken !== writer.since && doing === null) {
    return (
      <MessageBar intent="warning" layout="multiline" role="alert">
        <MessageBarBody>
          <MessageBarTitle>{alive.title(writer.by, moment(new Date(writer.since)))}</MessageBarTitle>
          <div>{alive.mayBeAlive}</div>
          <div>{alive.whenToTake}</div>
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" appearance="primary" onClick={onLookAgain}>
            {alive.lookAgain}
          </Button>
          <Button size="small" onClick={() => take(writer.since)}>
            {alive.takeOver}
          </Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>
          {run.at === "" ? bar.unfinishedUnknown : says.title(moment(new Date(run.at)), run.person)}
        </MessageBarTitle>
        <div>{run.canRollBack ? ways : undo.onlyFinish}</div>
        {run.labelColumns.length > 0 && <div>{bar.unfinishedColumns(run.labelColumns.join(data.listComma))}</div>}
        {doing !== null && <ProgressLine progress={progress} />}
      </MessageBarBody>
      <MessageBarActions>
        {run.canFinish && (
          <Button size="small" appearance="primary" disabled={doing !== null} onClick={onFinish}>
            {bar.finish}
          </Button>
        )}
        {run.canRollBack && (
          <Button size="small" disabled={doing !== null} onClick={onRollBack}>
            {bar.rollBack}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
