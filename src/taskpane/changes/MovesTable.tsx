import { Caption1 } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { Moves } from "../../engine/compareRuns";
import { useFigures, useWords } from "../words";
import { movesList } from "./movesList";
import { useFigureTable } from "./useFigureTable";

export interface MovesTableProps {
  readonly name: string;
  readonly moves: Moves;
}

/** The most ways that are shown; the Runs sheet has all of them. */
const mostWays = 30;

/** From which segment to which how many customers moved, most first. */
export function MovesTable({ name, moves }: MovesTableProps): ReactElement {
  const styles = useFigureTable();
  const { history } = useWords();
  const { count, amount } = useFigures();
  const ways = movesList(moves, history);
  return (
    <>
      <table className={styles.table} aria-label={history.moves(name)}>
        <thead>
          <tr>
            <th scope="col">{history.from}</th>
            <th scope="col">{history.to}</th>
            <th scope="col" className={styles.number}>
              {history.customers}
            </th>
            <th scope="col" className={styles.number}>
              {history.value}
            </th>
          </tr>
        </thead>
        <tbody>
          {ways.slice(0, mostWays).map(({ key, from, to, customers, value }) => (
            <tr key={key}>
              <td>{from}</td>
              <td>{to}</td>
              <td className={styles.number}>{count(customers)}</td>
              <td className={styles.number}>{value === null ? "–" : amount(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {ways.length > mostWays && <Caption1>{history.moreWays(ways.length - mostWays)}</Caption1>}
    </>
  );
}
