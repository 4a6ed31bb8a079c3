import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import type { PeopleColumns } from "../../actions/changes/peopleColumns";
import { writeChanges } from "../../actions/changes/writeChanges";
import { changeWords } from "../../text/changeWords";
import { CellLink } from "../shell/CellLink";
import { FailureNote } from "../shell/FailureNote";
import { ProgressLine } from "../shell/ProgressLine";
import { readPreference } from "../state/keptPreference";
import { useTask } from "../state/useTask";
import { usePaneLanguage } from "../words";

export interface WriteListProps {
  /** The columns that the list shows. */
  readonly columns: PeopleColumns;
  readonly disabled: boolean;
  readonly onShow: (cell: string) => void;
  /** Called when the writing has ended, well or not. */
  readonly onEnd: () => void;
}

/** Writes the list of all segmentations to a sheet of its own. */
export function WriteList({ columns, disabled, onShow, onEnd }: WriteListProps): ReactElement {
  const styles = useStyles();
  const words = changeWords[usePaneLanguage()].pane;
  const [sheet, setSheet] = useState<string | null>(null);
  const task = useTask<"write">();

  async function write(): Promise<void> {
    setSheet(null);
    await task.start("write", async (onProgress) => {
      const person = readPreference("person") ?? "";
      setSheet(await writeChanges({ columns, now: new Date(), person, onProgress }));
    });
    onEnd();
  }

  return (
    <div className={styles.write}>
      <Button
        className={styles.button}
        disabled={disabled || task.running !== null}
        onClick={() => {
          void write();
        }}
      >
        {words.write}
      </Button>
      <Caption1>{words.writeMeans}</Caption1>
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
