import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { tierColour, tierLetter } from "./tierColours";

export interface TierMarkProps {
  /** Place of the tier, the best being zero. */
  readonly tier: number;
}

/** A tier's letter on its colour; the name stands beside it. */
export function TierMark({ tier }: TierMarkProps): ReactElement {
  const styles = useStyles();
  const { fill, letter } = tierColour(tier);
  return (
    <span className={styles.mark} style={{ backgroundColor: fill, color: letter }} aria-hidden="true">
      {tierLetter(tier)}
    </span>
  );
}

const useStyles = makeStyles({
  mark: {
    display: "inline-grid",
    placeItems: "center",
    flexShrink: 0,
    width: "20px",
    height: "20px",
    boxSizing: "border-box",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    // In a contrast theme the colours carry meaning only together with their letters, so they stay.
    forcedColorAdjust: "none",
  },
});
