import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

import { EmptyState } from "../shell/EmptyState";
import { useWords } from "../words";

export interface NoTableProps {
  readonly busy: boolean;
  readonly onLookAgain: () => void;
  /** Other ways to begin. */
  readonly children: ReactNode;
}

/** The workbook has no table: how to make one, and other ways to begin. */
export function NoTable({ busy, onLookAgain, children }: NoTableProps): ReactElement {
  const styles = useStyles();
  const { data } = useWords();
  return (
    <>
      <EmptyState title={data.none} text={data.noneWhy} steps={data.noneSteps}>
        <Button appearance="primary" disabledFocusable={busy} onClick={onLookAgain}>
          {busy ? data.looking : data.lookAgain}
        </Button>
      </EmptyState>
      <div className={styles.others}>{children}</div>
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
});
