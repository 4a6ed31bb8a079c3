import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

import { Disclosure } from "../shell/Disclosure";
import { EmptyState } from "../shell/EmptyState";
import { useWords } from "../words";

export interface NoTableProps {
  readonly busy: boolean;
  readonly onLookAgain: () => void;
  /** Other ways to begin. */
  readonly children: ReactNode;
}

/** The workbook has no table: ways to begin, the shortest first, and how to make a table by hand. */
export function NoTable({ busy, onLookAgain, children }: NoTableProps): ReactElement {
  const styles = useStyles();
  const { data } = useWords();
  return (
    <>
      <EmptyState title={data.none} text={data.noneWhy} />
      <div className={styles.others}>
        {children}
        <Disclosure title={data.noneHow}>
          <ol className={styles.steps}>
            {data.noneSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Disclosure>
        <div>
          <Button disabledFocusable={busy} onClick={onLookAgain}>
            {busy ? data.looking : data.lookAgain}
          </Button>
        </div>
      </div>
    </>
  );
}

const useStyles = makeStyles({
  others: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalL,
  },
  steps: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});
