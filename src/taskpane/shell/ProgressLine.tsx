import { Caption1, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { ActionProgress } from "../../actions/progress";
import { useWords } from "../words";

export interface ProgressLineProps {
  /** Null before the first step is known. */
  readonly progress: ActionProgress | null;
}

/** The step in words with a bar; screen readers hear each new step, not each slice of it. */
export function ProgressLine({ progress }: ProgressLineProps): ReactElement {
  const styles = useStyles();
  const { write, data } = useWords();
  const step = progress === null ? data.loading : write.stages[progress.stage];
  const counted = progress !== null && progress.total > 1;
  return (
    <div className={styles.line}>
      <div className={styles.words}>
        <Caption1 role="status">{step}</Caption1>
        {counted && <Caption1>{write.step(progress.done, progress.total)}</Caption1>}
      </div>
      <ProgressBar aria-label={step} {...(counted ? { value: progress.done, max: progress.total } : {})} />
    </div>
  );
}

const useStyles = makeStyles({
  line: { display: "grid", gap: tokens.spacingVerticalXS, padding: `${tokens.spacingVerticalXS} 0` },
  words: { display: "flex", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
});
