import { Body1, Body1Strong, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { RunRecord } from "../../actions/readState";
import { packWords } from "../../text/packWords";
import { undoWords } from "../../text/undoWords";
import { useFigures, usePaneLanguage, useWords } from "../words";

export interface RunCardProps {
  readonly run: RunRecord;
  /** Heading of the card; null where it stands in a list that has one. */
  readonly title: string | null;
}

/** One run: when, by whom, on what, and how it ended. */
export function RunCard({ run, title }: RunCardProps): ReactElement {
  const styles = useStyles();
  const { history } = useWords();
  const { moment } = useFigures();
  const { logged } = undoWords(usePaneLanguage());
  const { logged: frozen } = packWords(usePaneLanguage());
  const undone = (it: RunRecord): string => logged(new Date(it.undone?.at ?? it.at), it.undone?.person ?? "");
  return (
    <article className={styles.card} aria-label={moment(new Date(run.at))}>
      {title !== null && (
        <Caption1 as="h2" className={styles.quiet}>
          {title}
        </Caption1>
      )}
      <Body1Strong>{moment(new Date(run.at))}</Body1Strong>
      <Body1>{run.status === "undone" ? undone(run) : history.statuses[run.status]}</Body1>
      {(run.frozen ?? []).map(({ at, person, sheet }) => (
        <Caption1 key={at}>{frozen(new Date(at), person, sheet)}</Caption1>
      ))}
      <Caption1>
        {[
          run.table,
          history.rows(run.customers ?? run.rows),
          ...(run.person === "" ? [] : [history.by(run.person)]),
          ...(run.plan === undefined ? [] : [history.plan(run.plan)]),
        ].join(" · ")}
      </Caption1>
      {run.segmentations.map(({ id, name, classified, notClassified }) => (
        <Caption1 key={id}>{history.classified(name, classified, notClassified)}</Caption1>
      ))}
      {(run.moved ?? []).map(({ id, moved, entered, left }) => (
        <Caption1 key={`${id} moved`}>
          {history.moved(run.segmentations.find((it) => it.id === id)?.name ?? id, moved, entered, left)}
        </Caption1>
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
