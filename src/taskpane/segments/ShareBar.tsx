import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { Group } from "../../engine/outcome";
import type { Segmentation } from "../../segmentations/plans";
import { useFigures } from "../words";
import { tierColour, tierSign } from "./tierColours";

export interface ShareBarProps {
  readonly title: string;
  readonly method: Segmentation["method"];
  readonly groups: readonly Group[];
  /** As a fraction of one. */
  readonly shareOf: (group: Group) => number;
}

/** Narrower parts than this have no room for a letter. */
const smallestLettered = 0.05;

/** A whole divided into tiers, as a thin bar. The same numbers stand in the table below, for those who do not see it. */
export function ShareBar({ title, method, groups, shareOf }: ShareBarProps): ReactElement {
  const styles = useStyles();
  const { share } = useFigures();
  return (
    <div aria-hidden="true">
      <Caption1 className={styles.title} truncate title={title}>
        {title}
      </Caption1>
      <div className={styles.bar}>
        {groups.map((group, tier) => {
          const part = Math.min(1, Math.max(0, shareOf(group)));
          const { fill, letter } = tierColour(tier);
          return (
            <span
              key={group.id}
              className={styles.part}
              title={`${group.name}: ${share(shareOf(group))}`}
              style={{ width: `${part * 100}%`, backgroundColor: fill, color: letter }}
            >
              {part >= smallestLettered ? tierSign(tier, method) : ""}
            </span>
          );
        })}
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  title: { display: "block", overflow: "hidden", whiteSpace: "nowrap", textOverflow: "ellipsis" },
  bar: {
    display: "flex",
    height: "18px",
    overflow: "hidden",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    forcedColorAdjust: "none",
  },
  part: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    placeItems: "center",
    fontSize: tokens.fontSizeBase100,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: 1,
    minWidth: 0,
  },
});
