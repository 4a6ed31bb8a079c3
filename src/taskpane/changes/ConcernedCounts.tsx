import { Caption1, Link, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { changeWords } from "../../text/changeWords";
import { useFigures, usePaneLanguage } from "../words";
import type { Concerned } from "../../actions/changes/concernedPeople";
import { useFigureTable } from "./useFigureTable";

export interface ConcernedCountsProps {
  /** The column that is counted by. */
  readonly by: string;
  readonly counts: readonly Concerned[];
  /** The content that the list is filtered to, or null. */
  readonly only: string | null;
  readonly onOnly: (value: string | null) => void;
}

/** The most managers or branches that are counted one by one. */
const mostCounts = 20;

/** How many customers each manager or branch is to look at; a click filters the list below. */
export function ConcernedCounts({ by, counts, only, onOnly }: ConcernedCountsProps): ReactElement {
  const figures = useFigureTable();
  const styles = useStyles();
  const words = changeWords[usePaneLanguage()].pane;
  const { count, amount } = useFigures();
  const all = counts.reduce((sum, { customers }) => sum + customers, 0);
  const filter = (value: string | null, text: string): ReactElement => (
    <Link as="button" inline className={styles.name} aria-pressed={only === value} onClick={() => onOnly(value)}>
      {text}
    </Link>
  );
  return (
    <>
      <table className={figures.table} aria-label={words.counts(by)}>
        <thead>
          <tr>
            <th scope="col">{by}</th>
            <th scope="col" className={figures.number}>
              {words.customers}
            </th>
            <th scope="col" className={figures.number}>
              {words.valueNow}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.slice(0, mostCounts).map(({ value, customers, amount: sum }) => (
            <tr key={value} className={only === value ? styles.chosen : undefined}>
              <td>{filter(value, value === "" ? words.blank : value)}</td>
              <td className={figures.number}>{count(customers)}</td>
              <td className={figures.number}>{amount(sum)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {counts.length > mostCounts && <Caption1>{words.moreValues(counts.length - mostCounts)}</Caption1>}
      {only !== null && <Caption1>{filter(null, words.all(all))}</Caption1>}
    </>
  );
}

const useStyles = makeStyles({
  name: { fontSize: "inherit", lineHeight: "inherit", textAlign: "start" },
  chosen: { "& td": { fontWeight: tokens.fontWeightSemibold } },
});
