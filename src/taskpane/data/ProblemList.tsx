import { Body1, Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { Fragment, type ReactElement } from "react";

import type { TableProblem } from "../../actions/inspectTable";
import { CellLink } from "../shell/CellLink";
import { useWords } from "../words";
import { cellList } from "./cellList";

export interface ProblemListProps {
  readonly problems: readonly TableProblem[];
  readonly onShow: (cell: string) => void;
}

/** Cells named per problem; the count says how many there are. */
const cellsShown = 5;

/** What is odd about the table, counted, with the first cells of each. */
export function ProblemList({ problems, onShow }: ProblemListProps): ReactElement {
  const styles = useStyles();
  const { data } = useWords();
  return (
    <section className={styles.part}>
      <Subtitle2 as="h3">{data.worthALook(problems.length)}</Subtitle2>
      {problems.length === 0 && <Body1>{data.nothingOdd}</Body1>}
      <ul className={styles.list}>
        {problems.map(({ kind, count, column, subject, cells, errors }) => (
          <li key={`${kind} ${subject} ${column ?? ""}`} className={styles.problem}>
            <Body1>
              {data.problems[kind](count, column ?? subject)} {errors}
            </Body1>
            {cells.length > 0 && (
              <Caption1 className={styles.quiet}>
                {cellList(cells.slice(0, cellsShown)).map((text, i) => (
                  <Fragment key={cells[i]}>
                    {i > 0 && data.listComma}
                    <CellLink cell={cells[i] ?? text} text={text} onShow={onShow} />
                  </Fragment>
                ))}
                {cells.length > cellsShown || count > cells.length ? "…" : ""}
              </Caption1>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const useStyles = makeStyles({
  part: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
  },
  problem: {
    display: "grid",
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorPaletteMarigoldBorder2}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});
