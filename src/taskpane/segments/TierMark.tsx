import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { Segmentation } from "../../segmentations/plans";
import { tierColour, tierSign } from "./tierColours";

export interface TierMarkProps {
  /** Place of the tier, the best being zero. */
  readonly tier: number;
  readonly method: Segmentation["method"];
}

/** A tier's letter on its colour; the name stands beside it. */
export function TierMark({ tier, method }: TierMarkProps): ReactElement {
  const styles = useStyles();
  const { fill, letter } = tierColour(tier);
  return (
    <span className={styles.mark} style={{ backgroundColor: fill, color: letter }} aria-hidden="true">
      {tierSign(tier, method)}
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
