import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import type { ActionOptions } from "../../actions/progress";
import { changeWords } from "../../text/changeWords";
import { CellLink } from "../shell/CellLink";
import { FailureNote } from "../shell/FailureNote";
import { ProgressLine } from "../shell/ProgressLine";
import { useTask } from "../state/useTask";
import { usePaneLanguage } from "../words";

export interface WriteListProps {
  /** What the button says, and what it means. */
  readonly button: string;
  readonly means: string;
  readonly disabled: boolean;
  /** Writes the list and gives the name of its sheet. */
  readonly write: (onProgress: NonNullable<ActionOptions["onProgress"]>) => Promise<string>;
  readonly onShow: (cell: string) => void;
  /** Called when the writing has ended, well or not. */
  readonly onEnd: () => void;
}

/** Writes the list of all segmentations to a sheet of its own. */
export function WriteList({ button, means, disabled, write, onShow, onEnd }: WriteListProps): ReactElement {
  const styles = useStyles();
  const words = changeWords[usePaneLanguage()].pane;
  const [sheet, setSheet] = useState<string | null>(null);
  const task = useTask<"write">();

  async function begin(): Promise<void> {
    setSheet(null);
    await task.start("write", async (onProgress) => setSheet(await write(onProgress)));
    onEnd();
  }

  return (
    <div className={styles.write}>
      <Button
        className={styles.button}
        disabled={disabled || task.running !== null}
        onClick={() => {
          void begin();
        }}
      >
        {button}
      </Button>
      <Caption1>{means}</Caption1>
      {task.running !== null && <ProgressLine progress={task.progress} />}
      {task.failure !== null && <FailureNote title={words.notWritten} failure={task.failure} />}
      {sheet !== null && (
        <Caption1 role="status">
          {words.written(sheet)} <CellLink cell={`${sheet}!A1`} text={words.showSheet} onShow={onShow} />
        </Caption1>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  write: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXS },
  button: { justifySelf: "start" },
});
