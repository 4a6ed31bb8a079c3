import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { StepState } from "./monthSteps";

export interface StepMarkProps {
  readonly state: StepState;
}

/** A filled circle with a tick, a ring with a dot, an empty ring: told apart without colours. */
export function StepMark({ state }: StepMarkProps): ReactElement {
  const styles = useStyles();
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false" className={styles[state]}>
      <circle cx="6" cy="6" r="5" fill={state === "done" ? "currentColor" : "none"} stroke="currentColor" />
      {state === "now" && <circle cx="6" cy="6" r="2.5" fill="currentColor" />}
      {state === "done" && <path d="M3.5 6.2l1.8 1.8 3.2-3.8" fill="none" className={styles.tick} />}
    </svg>
  );
}

const useStyles = makeStyles({
  done: { color: tokens.colorBrandForeground1, forcedColorAdjust: "auto" },
  now: { color: tokens.colorBrandForeground1, forcedColorAdjust: "auto" },
  open: { color: tokens.colorNeutralForeground3, forcedColorAdjust: "auto" },
  tick: { stroke: tokens.colorNeutralBackground1, strokeWidth: "1.4px" },
});
