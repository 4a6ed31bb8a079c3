import { Button, Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

import type { FoundTable } from "../../actions/findTables";
import { useWords } from "../words";
import { TableCard } from "./TableCard";

export interface TableChoiceProps {
  readonly tables: readonly FoundTable[];
  readonly busy: boolean;
  readonly onChoose: (id: string) => void;
  readonly onLookAgain: () => void;
  /** Other ways to begin. */
  readonly children: ReactNode;
}

/** The only question before the first result. */
export function TableChoice({ tables, busy, onChoose, onLookAgain, children }: TableChoiceProps): ReactElement {
  const styles = useStyles();
  const { data } = useWords();
  return (
    <section className={styles.choice}>
      <div>
        <Subtitle2 as="h2" block>
          {data.question}
        </Subtitle2>
        <Caption1 className={styles.hint}>{data.questionHint}</Caption1>
      </div>
      <ul className={styles.list}>
        {tables.map((table, i) => (
          <li key={table.id}>
            <TableCard table={table} likeliest={i === 0 && table.likely} onChoose={() => onChoose(table.id)} />
          </li>
        ))}
      </ul>
      <div>
        <Button disabledFocusable={busy} onClick={onLookAgain}>
          {busy ? data.looking : data.lookAgain}
        </Button>
      </div>
      {children}
    </section>
  );
}

const useStyles = makeStyles({
  choice: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalL,
  },
  hint: { color: tokens.colorNeutralForeground2 },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
  },
});
