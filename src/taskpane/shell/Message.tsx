import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { useWords } from "../words";
import { Icon } from "./Icon";

export interface MessageProps {
  readonly intent: "success" | "warning" | "info";
  readonly title?: string;
  readonly text: string;
  readonly onClose?: () => void;
  /** What one can do about it. */
  readonly action?: { readonly word: string; readonly act: () => void };
}

/** A message in one or two sentences. */
export function Message({ intent, title, text, onClose, action }: MessageProps): ReactElement {
  const { shell } = useWords();
  return (
    <MessageBar intent={intent} layout="multiline" role="status">
      <MessageBarBody>
        {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>}
        <div>{text}</div>
      </MessageBarBody>
      {action !== undefined && (
        <MessageBarActions>
          <Button size="small" onClick={action.act}>
            {action.word}
          </Button>
        </MessageBarActions>
      )}
      {onClose !== undefined && (
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              size="small"
              aria-label={shell.dismiss}
              icon={<Icon name="remove" />}
              onClick={onClose}
            />
          }
        />
      )}
    </MessageBar>
  );
}
