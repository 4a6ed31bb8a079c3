import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { FailureData } from "../../failure";
import { useFailureText, useWords } from "../words";

export interface FailureNoteProps {
  readonly failure: FailureData;
  /** A line above what happened, such as whether anything was written. */
  readonly title?: string;
  readonly onRetry?: () => void;
  /** Another way out. */
  readonly another?: { readonly word: string; readonly act: () => void };
  readonly onClose?: () => void;
}

/** What went wrong, where in the workbook, and what to do next. */
export function FailureNote({ failure, title, onRetry, another, onClose }: FailureNoteProps): ReactElement {
  const { shell, write } = useWords();
  const { what, where, next } = useFailureText(failure);
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>}
        <div>{what}</div>
        {where !== null && <div>{where}</div>}
        <div>{next}</div>
      </MessageBarBody>
      {(onRetry ?? another ?? onClose) !== undefined && (
        <MessageBarActions>
          {onRetry !== undefined && (
            <Button size="small" onClick={onRetry}>
              {shell.tryAgain}
            </Button>
          )}
          {another !== undefined && (
            <Button size="small" onClick={another.act}>
              {another.word}
            </Button>
          )}
          {onClose !== undefined && (
            <Button size="small" onClick={onClose}>
              {write.close}
            </Button>
          )}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
