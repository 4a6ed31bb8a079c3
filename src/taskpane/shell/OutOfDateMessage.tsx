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

/** What changed since the last run, in the customer table and in orders: columns, numbers of rows, cells on demand. */
export function OutOfDateMessage({ found, onReadAgain, onPreview, onShow }: OutOfDateMessageProps): ReactElement {
  const styles = useStyles();
  const language = usePaneLanguage();
  const words = outOfDateWords(language);
  const { data } = useWords();
  const known = [...found.columns, ...found.orders.flatMap(({ columns }) => columns)];
  const restless = known.flatMap(({ restless: never, name }) => (never ? [name] : []));
  const lists = [
    ...found.columns.map(({ name, customers, cells }) => ({ name, number: customers, cells })),
    { name: words.newCustomers, number: found.entered, cells: found.enteredCells },
    ...found.orders.flatMap(({ table, changed, changedCells, entered, enteredCells }) => [
      { name: words.changedLines(table), number: changed, cells: changedCells },
      { name: words.newLines(table), number: entered, cells: enteredCells },
    ]),
  ].filter(({ cells }) => cells.length > 0);
  const act = onReadAgain ?? onPreview;
  return (
    <MessageBar intent="warning" layout="multiline" role="status">
      <MessageBarBody>
        <MessageBarTitle>{words.title}</MessageBarTitle>
        {sentences(found, words).map((sentence) => (
          <div key={sentence}>{sentence}</div>
        ))}
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

/** One about the customers, and one about each table of orders. */
function sentences(found: OutOfDate, words: ReturnType<typeof outOfDateWords>): readonly string[] {
  const run = new Date(found.run.at);
  if (found.unreadable !== null) return [words.unreadable(run)];
  const named = <Of extends { readonly columns: OutOfDate["columns"] | OutOfDate["orders"][number]["columns"] }>(
    of: Of,
  ) => {
    return { ...of, columns: of.columns.map(({ name }) => name) };
  };
  const customers = found.columns.length + found.entered + found.left > 0;
  return [
    ...(customers ? [words.says(named(found), run)] : []),
    ...found.orders.map((orders) => words.orders(named(orders), run)),
  ];
}

function UnreadableWhy({ failure }: { readonly failure: FailureData }): ReactElement {
  return <div>{useFailureText(failure).what}</div>;
}

const useStyles = makeStyles({
  cells: { maxHeight: "120px", overflowY: "auto", paddingBottom: tokens.spacingVerticalXS },
});
