import { Caption1, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { PlannedSegmentation } from "../../actions/changes/plannedChanges";
import { plannedWords } from "../../text/plannedWords";
import { Disclosure } from "../shell/Disclosure";
import { useFigures, usePaneLanguage, useWords } from "../words";
import { MovesTable } from "./MovesTable";

export interface MovesMatrixProps {
  readonly planned: PlannedSegmentation;
}

/** The most segments that stand side by side in the narrowest pane. */
const mostColumns = 5;

/** From which segment to which how many customers would move; a list of the ways where there are too many. */
export function MovesMatrix({ planned }: MovesMatrixProps): ReactElement {
  const styles = useStyles();
  const language = usePaneLanguage();
  const words = plannedWords[language];
  const { history } = useWords();
  const { count } = useFigures();
  const { name, moves, same } = planned;
  const anybody = (cells: readonly (number | undefined)[]): boolean => cells.some((customers) => customers !== 0);
  const rows = [...moves.from, history.notClassified, history.entered]
    .map((from, a) => ({ from, a }))
    .filter(({ a }) => anybody(moves.customers[a] ?? []));
  const columns = [...moves.to, history.notClassified, history.left]
    .map((to, b) => ({ to, b }))
    .filter(({ b }) => anybody(moves.customers.map((cells) => cells[b])));
  const ways = <MovesTable name={name} moves={moves} />;
  if (columns.length > mostColumns) return ways;
  return (
    <>
      <table className={styles.table} aria-label={words.matrix(name)}>
        <thead>
          <tr>
            <th scope="col">{words.corner}</th>
            {columns.map(({ to, b }) => (
              <th key={b} scope="col">
                {to}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ from, a }) => (
            <tr key={a}>
              <th scope="row">{from}</th>
              {columns.map(({ b }) => {
                const customers = moves.customers[a]?.[b] ?? 0;
                const value = moves.values[a]?.[b];
                const stays = same[a] === b;
                return (
                  <td key={b} className={stays ? styles.stays : undefined}>
                    {customers > 0 && <span className={mergeClasses(!stays && styles.moves)}>{count(customers)}</span>}
                    {customers > 0 && value !== undefined && <span className={styles.value}>{words.brief(value)}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <Caption1 className={styles.hint}>{words.matrixHint}</Caption1>
      <Disclosure title={words.ways}>{ways}</Disclosure>
    </>
  );
}

const useStyles = makeStyles({
  table: {
    width: "100%",
    tableLayout: "fixed",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
    "& th, & td": {
      padding: tokens.spacingHorizontalXXS,
      border: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: "end",
      verticalAlign: "top",
      hyphens: "auto",
      overflowWrap: "anywhere",
    },
    "& th": { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
    "& th:first-child": { textAlign: "start" },
  },
  stays: { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground2 },
  moves: { fontWeight: tokens.fontWeightSemibold },
  value: { display: "block", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase100 },
  hint: { color: tokens.colorNeutralForeground2 },
});
