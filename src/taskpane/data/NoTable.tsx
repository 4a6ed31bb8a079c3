import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { EmptyState } from "../shell/EmptyState";
import { useWords } from "../words";

export interface NoTableProps {
  readonly busy: boolean;
  readonly onLookAgain: () => void;
}

/** The workbook has no table: how to make one. */
export function NoTable({ busy, onLookAgain }: NoTableProps): ReactElement {
  const { data } = useWords();
  return (
    <EmptyState title={data.none} text={data.noneWhy} steps={data.noneSteps}>
      <Button appearance="primary" disabledFocusable={busy} onClick={onLookAgain}>
        {busy ? data.looking : data.lookAgain}
      </Button>
    </EmptyState>
  );
}
