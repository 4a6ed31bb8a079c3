import {
  Body1,
  Body1Strong,
  Caption1,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { SegmentationOutcome } from "../../../engine/outcome";
import { mostOtherwise } from "../../../segmentations/rules/plan";
import { rulesPaneWords } from "../../../text/pane/rulesPaneWords";
import { useFigures, usePaneLanguage } from "../../words";

export interface RulesReportNoteProps {
  readonly outcome: SegmentationOutcome;
}

/** Pairs of rules that are named. */
const namedOverlaps = 5;

/** What rules leave open and where they overlap, before anything is written. */
export function RulesReportNote({ outcome }: RulesReportNoteProps): ReactElement | null {
  const styles = useStyles();
  const { report: words } = rulesPaneWords(usePaneLanguage());
  const { count } = useFigures();
  const { rules, groups } = outcome;
  if (rules === undefined) return null;
  const { counts, overlaps, otherwise, otherwiseShare } = rules;
  const gap = words.gap(groups.at(-1)?.name ?? "", otherwise, otherwiseShare);
  const nobody = counts.flatMap(({ taken }, i) => (taken === 0 ? [count(i + 1)] : []));
  return (
    <section className={styles.note} aria-label={words.heading}>
      <Body1Strong>{words.heading}</Body1Strong>
      {otherwiseShare > mostOtherwise ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {gap} {words.wide}
          </MessageBarBody>
        </MessageBar>
      ) : (
        <Body1>{gap}</Body1>
      )}
      {nobody.length > 0 && <Body1>{words.nobody(nobody)}</Body1>}
      {overlaps.length > 0 && (
        <div>
          <Caption1 block>{words.overlaps}</Caption1>
          <ul className={styles.list}>
            {overlaps.slice(0, namedOverlaps).map(({ first, second, customers }) => (
              <li key={`${first}-${second}`}>
                <Caption1>{words.overlap(first + 1, second + 1, customers)}</Caption1>
              </li>
            ))}
          </ul>
          {overlaps.length > namedOverlaps && <Caption1>{words.more(overlaps.length - namedOverlaps)}</Caption1>}
        </div>
      )}
    </section>
  );
}

const useStyles = makeStyles({
  note: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXS },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});
