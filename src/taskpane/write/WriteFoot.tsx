import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useEffect, useEffectEvent } from "react";

import type { Pane } from "../state/usePane";
import { useWords } from "../words";
import { useHindrance } from "./useHindrance";
import { WriteEnd } from "./WriteEnd";
import { WriteProgress } from "./WriteProgress";

export interface WriteFootProps {
  readonly pane: Pane;
}

/** Where the keyboard goes on when somebody comes back from looking at the changes. */
export const previewButton = "preview-changes";

/** The foot of the segments: the way from the preview into the workbook, step by step. */
export function WriteFoot({ pane }: WriteFootProps): ReactElement {
  const styles = useStyles();
  const { write } = useWords();
  const { run } = pane;
  const hindrance = useHindrance(pane);
  const runs = pane.command === "run" && hindrance === null && run.state.kind !== "running";
  const askNow = useEffectEvent(() => {
    pane.commandDone();
    run.ask();
  });
  useEffect(() => {
    if (runs) askNow();
  }, [runs]);
  return (
    <footer className={styles.foot}>
      {run.state.kind === "running" && <WriteProgress {...run.state} onStop={run.stop} />}
      {(run.state.kind === "done" || run.state.kind === "failed") && (
        <WriteEnd state={run.state} onClose={run.close} withoutFilter={run.withoutFilter} />
      )}
      {run.state.kind !== "running" && (
        <>
          {hindrance !== null && <Caption1>{hindrance}</Caption1>}
          <Button id={previewButton} appearance="primary" disabled={hindrance !== null} onClick={run.ask}>
            {write.open}
          </Button>
        </>
      )}
    </footer>
  );
}

const useStyles = makeStyles({
  foot: {
    position: "sticky",
    bottom: 0,
    display: "grid",
    gap: tokens.spacingVerticalS,
    // Long messages scroll inside the foot, so that its buttons never leave a low window.
    maxHeight: "80vh",
    overflowY: "auto",
    margin: `0 calc(-1 * ${tokens.spacingHorizontalM})`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow8,
    zIndex: 1,
  },
});
