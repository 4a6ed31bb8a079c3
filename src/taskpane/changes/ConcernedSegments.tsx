import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { ConcernedSegment } from "../../actions/changes/concernedSegments";
import { plannedWords } from "../../text/plannedWords";
import { useFigures, usePaneLanguage } from "../words";
import { useFigureTable } from "./useFigureTable";

export interface ConcernedSegmentsProps {
  readonly segments: readonly ConcernedSegment[];
}

/** The segments that somebody would join or leave, and who answers for them. */
export function ConcernedSegments({ segments }: ConcernedSegmentsProps): ReactElement {
  const figures = useFigureTable();
  const styles = useStyles();
  const words = plannedWords[usePaneLanguage()];
  const { count } = useFigures();
  const sum = ({ customers, value }: ConcernedSegment["joining"]): ReactElement =>
    customers === 0 ? (
      <>–</>
    ) : (
      <>
        {count(customers)}
        <Caption1 block className={styles.quiet}>
          {words.brief(value)}
        </Caption1>
      </>
    );
  return (
    <table className={figures.table} aria-label={words.segments}>
      <thead>
        <tr>
          <th scope="col">{words.segment}</th>
          <th scope="col" className={figures.number}>
            {words.joining}
          </th>
          <th scope="col" className={figures.number}>
            {words.leaving}
          </th>
        </tr>
      </thead>
      <tbody>
        {segments.map(({ id, name, owner, joining, leaving }) => (
          <tr key={id}>
            <th scope="row">
              {name}
              <Caption1 block className={styles.quiet}>
                {owner === "" ? words.noOwner : owner}
              </Caption1>
            </th>
            <td className={figures.number}>{sum(joining)}</td>
            <td className={figures.number}>{sum(leaving)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
});
