import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { type ScoreCell, scoreCells } from "../../../segmentations/rfm/scoreCells";
import { rfmPaneWords } from "../../../text/pane/rfmPaneWords";
import { usePaneLanguage } from "../../words";
import type { RfmPartProps } from "./RfmFields";

/** Combinations of scores that are named one by one. */
const mostNamed = 6;

/** Whether every combination of scores leads to a segment, to one only, and every segment has one. */
export function CoverageNote({ open, found }: RfmPartProps): ReactElement {
  const styles = useStyles();
  const words = rfmPaneWords(usePaneLanguage());
  const cells = scoreCells(open);
  const without = cells.filter(({ segment }) => segment === null);
  const twice = cells.filter(({ overruled }) => overruled.length > 0);
  const reached = new Set(cells.map(({ segment }) => segment));
  const idle = open.segments.filter(({ id }) => !reached.has(id)).map(({ name }) => name);
  const count = (here: readonly ScoreCell[]): number => {
    const meant = new Set(here.map(({ at }) => at.join()));
    return (found?.cells ?? []).reduce((sum, { at, customers }) => sum + (meant.has(at.join()) ? customers : 0), 0);
  };
  return (
    <div role="status" className={styles.note}>
      {without.length === 0 && twice.length === 0 && <Caption1 block>{words.complete(cells.length)}</Caption1>}
      {without.length > 0 && <Caption1 block>{words.without(without.length, named(without), count(without))}</Caption1>}
      {twice.length > 0 && <Caption1 block>{words.twice(twice.length, named(twice))}</Caption1>}
      {idle.length > 0 && <Caption1 block>{words.idle(idle)}</Caption1>}
    </div>
  );
}

/** "R5 F5 M1", and no more than a reader takes in. */
function named(cells: readonly ScoreCell[]): readonly string[] {
  return cells.slice(0, mostNamed).map(({ at: [r, f, m] }) => `R${r} F${f} M${m}`);
}

const useStyles = makeStyles({
  note: {
    padding: tokens.spacingHorizontalS,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: "anywhere",
  },
});
