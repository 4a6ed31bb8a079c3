import { Body1, Body1Strong, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { RunRecord } from "../../actions/readState";
import { useFigures, useWords } from "../words";

export interface RunCardProps {
  readonly run: RunRecord;
}

/** One run: when, by whom, on what, and how it ended. */
export function RunCard({ run }: RunCardProps): ReactElement {
  const styles = useStyles();
  const { history } = useWords();
  const { moment } = useFigures();
  return (
    <article className={styles.card} aria-labelledby="last-run">
      <Caption1 as="h2" id="last-run" className={styles.quiet}>
        {history.last}
      </Caption1>
      <Body1Strong>{moment(new Date(run.at))}</Body1Strong>
      <Body1>{history.statuses[run.status]}</Body1>
      <Caption1>
        {[run.table, history.rows(run.rows), ...(run.person === "" ? [] : [history.by(run.person)])].join(" · ")}
      </Caption1>
      {run.segmentations.map(({ id, name, classified, notClassified }) => (
        <Caption1 key={id}>{history.classified(name, classified, notClassified)}</Caption1>
      ))}
    </article>
  );
}

const useStyles = makeStyles({
  card: {
    display: "grid",
    gap: tokens.spacingVerticalXXS,
    padding: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});
