import { Body1, Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { PeopleColumns } from "../../actions/changes/peopleColumns";
import type { PlannedChanges } from "../../actions/changes/plannedChanges";
import { plannedWords } from "../../text/plannedWords";
import { useFigures, usePaneLanguage } from "../words";
import { ConcernedCustomers } from "./ConcernedCustomers";
import { ConcernedSegments } from "./ConcernedSegments";
import { MovesMatrix } from "./MovesMatrix";
import { plannedSentence } from "./plannedSentence";

export interface PlannedViewProps {
  readonly planned: PlannedChanges;
  /** Asks for the list with other columns. */
  readonly onColumns: (columns: PeopleColumns) => void;
  readonly onShow: (cell: string) => void;
}

/** What a run would change: per segmentation who moves from where to where, then whose segments and whose clients. */
export function PlannedView({ planned, onColumns, onShow }: PlannedViewProps): ReactElement {
  const styles = useStyles();
  const words = plannedWords[usePaneLanguage()];
  const figures = useFigures();
  const { since, comparable, customers, segmentations, first } = planned;
  const moving = segmentations.filter(({ customers: changed, left }) => changed.length + left.length > 0);
  const named = moving.filter(({ customers: changed }) => changed.length > 0);
  const said =
    since === null ? words.firstRun : comparable ? words.since(figures.moment(new Date(since.at))) : words.otherKey;
  return (
    <>
      <Caption1>{said}</Caption1>
      {segmentations.map((each) => (
        <section key={each.id} className={styles.section} aria-labelledby={`planned-${each.id}`}>
          <Subtitle2 as="h3" id={`planned-${each.id}`}>
            {each.name}
          </Subtitle2>
          <Body1>{plannedSentence(each, customers, words, figures)}</Body1>
          {moving.includes(each) && <MovesMatrix planned={each} />}
          {each.segments.length > 0 && (
            <>
              <Subtitle2 as="h4" className={styles.smaller}>
                {words.segments}
              </Subtitle2>
              <ConcernedSegments segments={each.segments} />
            </>
          )}
        </section>
      ))}
      {first.map(({ id, name, classified, notClassified }) => (
        <section key={id} className={styles.section}>
          <Subtitle2 as="h3">{name}</Subtitle2>
          <Body1>{notClassified > 0 ? words.firstBut(classified, notClassified) : words.first(classified)}</Body1>
        </section>
      ))}
      {named.length > 0 && (
        <section className={styles.section}>
          <Subtitle2 as="h3">{words.clients}</Subtitle2>
          <ConcernedCustomers
            list={{ columns: planned.columns, offered: planned.offered, segmentations: named }}
            first={5}
            onColumns={onColumns}
            onShow={onShow}
          />
        </section>
      )}
    </>
  );
}

const useStyles = makeStyles({
  section: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  smaller: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});
