import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { ActionProgress } from "../../actions/progress";
import { ProgressLine } from "../shell/ProgressLine";
import { useWords } from "../words";

export interface WriteProgressProps {
  readonly progress: ActionProgress | null;
  readonly stopping: boolean;
  readonly onStop: () => void;
}

/** The step that is under way, and a way to stop. */
export function WriteProgress({ progress, stopping, onStop }: WriteProgressProps): ReactElement {
  const styles = useStyles();
  const { write } = useWords();
  return (
    <div className={styles.progress}>
      <ProgressLine progress={progress} />
      {stopping ? (
        <Caption1 role="status">{write.cancelling}</Caption1>
      ) : (
        <div>
          <Button onClick={onStop}>{write.cancel}</Button>
        </div>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  progress: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
});
