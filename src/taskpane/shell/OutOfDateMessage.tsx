import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { Fragment, type ReactElement } from "react";

import type { OutOfDate } from "../../actions/outOfDate/findOutOfDate";
import type { FailureData } from "../../failure";
import { outOfDateWords } from "../../text/outOfDateWords";
import { useFailureText, usePaneLanguage, useWords } from "../words";
import { CellLink } from "./CellLink";
import { Disclosure } from "./Disclosure";

export interface OutOfDateMessageProps {
  readonly found: OutOfDate;
  /** Reads the table again, where what the pane shows is older than the change; or leads to the preview. */
  readonly onReadAgain: (() => void) | null;
  readonly onPreview: (() => void) | null;
  readonly onShow: (cell: string) => void;
}

/** What changed in the customer table since the last run: columns by name, rows by number, cells on demand. */
export function OutOfDateMessage({ found, onReadAgain, onPreview, onShow }: OutOfDateMessageProps): ReactElement {
  const styles = useStyles();
  const language = usePaneLanguage();
  const words = outOfDateWords(language);
  const { data } = useWords();
  const run = new Date(found.run.at);
  const restless = found.columns.flatMap(({ restless: never, name }) => (never ? [name] : []));
  const lists = [
    ...found.columns.map(({ name, customers, cells }) => ({ name, number: customers, cells })),
    { name: words.newCustomers, number: found.entered, cells: found.enteredCells },
  ].filter(({ cells }) => cells.length > 0);
  const act = onReadAgain ?? onPreview;
  return (
    <MessageBar intent="warning" layout="multiline" role="status">
      <MessageBarBody>
        <MessageBarTitle>{words.title}</MessageBarTitle>
        <div>
          {found.unreadable === null
            ? words.says({ ...found, columns: found.columns.map(({ name }) => name) }, run)
            : words.unreadable(run)}
        </div>
        {found.unreadable !== null && <UnreadableWhy failure={found.unreadable} />}
        {restless.length > 0 && <div>{words.restless(restless)}</div>}
        {lists.length > 0 && (
          <Disclosure title={words.cells}>
            {lists.map(({ name, number, cells }) => (
              <div key={name} className={styles.cells}>
                {words.list(name)}
                {cells.map((cell, i) => (
                  <Fragment key={cell}>
                    {i > 0 && words.listComma}
                    <CellLink cell={cell} text={cell.slice(cell.lastIndexOf("!") + 1)} onShow={onShow} />
                  </Fragment>
                ))}
                {number > cells.length && ` ${words.more(number - cells.length)}`}
              </div>
            ))}
          </Disclosure>
        )}
      </MessageBarBody>
      {act !== null && (
        <MessageBarActions>
          <Button size="small" onClick={act}>
            {onReadAgain === null ? words.preview : data.readAgain}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

function UnreadableWhy({ failure }: { readonly failure: FailureData }): ReactElement {
  return <div>{useFailureText(failure).what}</div>;
}

const useStyles = makeStyles({
  cells: { maxHeight: "120px", overflowY: "auto", paddingBottom: tokens.spacingVerticalXS },
});
