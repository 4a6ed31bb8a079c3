import { Checkbox, Field, MessageBar, MessageBarBody, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { ListQuestion, TableProposal } from "../../../actions/makeTable/proposeTable";
import type { ListAsked } from "../../../actions/makeTable/readList";
import { listPaneWords } from "../../../text/list/listPaneWords";
import { listWords } from "../../../text/list/listWords";
import { usePaneLanguage } from "../../words";

type Reading = ListAsked["reading"];

export interface ReadingFieldsProps {
  readonly proposal: TableProposal;
  readonly reading: Reading;
  readonly disabled: boolean;
  readonly onRead: (reading: Reading) => void;
}

const cellsShown = 2;

/**
 * What nobody but a person can say: how numbers and dates that are text are written, in all columns or in one, what
 * merged cells and certain words mean, and whether hidden rows count.
 */
export function ReadingFields({ proposal, reading, disabled, onRead }: ReadingFieldsProps): ReactElement {
  const words = listPaneWords(usePaneLanguage());
  const { questions, hiddenRows, totalRows, mergedAmounts, blankWords } = proposal;
  const merged = questions.filter(({ what }) => what === "merged");
  const [amount] = mergedAmounts;
  const spoken = [...new Set([...blankWords.map(({ word }) => word), ...(reading.blanks ?? [])])];
  return (
    <>
      {amount && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {words.mergedAmounts(
              amount.column,
              mergedAmounts
                .map(({ range }) => range)
                .slice(0, cellsShown)
                .join(", "),
            )}
          </MessageBarBody>
        </MessageBar>
      )}
      {(["numbers", "dates"] as const).map((what) => (
        <StyleFields key={what} what={what} {...{ proposal, reading, disabled, onRead }} />
      ))}
      {merged.map((question) => (
        <Field key={question.column} label={words.merged(question.column, where(question))}>
          <Select
            value={reading.mergedCells ?? ""}
            disabled={disabled}
            onChange={(_, { value }) => value === "fill" && onRead({ ...reading, mergedCells: "fill" })}
          >
            <option value="">{words.choose}</option>
            <option value="fill">{words.mergedFill}</option>
          </Select>
        </Field>
      ))}
      {spoken.length > 0 && (
        <Field label={words.blankWords}>
          <div role="group" aria-label={words.blankWords}>
            {spoken.map((word) => (
              <Checkbox
                key={word}
                label={words.blankWord(word, blankWords.find((each) => each.word === word)?.count ?? 0)}
                checked={reading.blanks?.includes(word) ?? false}
                disabled={disabled}
                onChange={(_, { checked }) => onRead(withBlank(reading, word, checked === true))}
              />
            ))}
          </div>
        </Field>
      )}
      {hiddenRows > 0 && (
        <RowsField
          label={words.hidden(hiddenRows)}
          value={reading.hiddenRows}
          disabled={disabled}
          onChoose={(rows) => onRead({ ...reading, hiddenRows: rows })}
        />
      )}
      {totalRows > 0 && (
        <RowsField
          label={words.totals(totalRows)}
          value={reading.subtotals}
          disabled={disabled}
          onChoose={(rows) => onRead({ ...reading, subtotals: rows })}
        />
      )}
    </>
  );
}

type Style = "numbers" | "dates";
type Own = NonNullable<Reading["columns"]>[number];

/** How numbers, or dates, that are text are written: in all columns, and in each for which that does not hold. */
function StyleFields({
  what,
  proposal,
  reading,
  disabled,
  onRead,
}: ReadingFieldsProps & { what: Style }): ReactElement {
  const language = usePaneLanguage();
  const words = listPaneWords(language);
  const { numberStyles, dateOrders } = listWords(language);
  const named: Readonly<Record<string, string>> = what === "numbers" ? numberStyles : dateOrders;
  const { columns: all } = proposal;
  const questions = proposal.questions.filter((question) => question.what === what);
  const open = questions.filter(({ contradicted }) => !contradicted);
  const [first] = open;
  // What was said of a column that is not here stays said, for the list that has it.
  const own = (reading.columns ?? []).filter((each) => each[what] !== undefined && all.includes(each.column));
  // One question is answered for all columns; where there are several, each may have an answer of its own.
  const asked = [...(open.length > 1 ? open : []), ...questions.filter(({ contradicted }) => contradicted)];
  const columns = [...new Set([...own.map(({ column }) => column), ...asked.map(({ column }) => column)])];
  const general = open.length === 1 && first ? first : undefined;
  const label = (column: string): string => {
    const question = questions.find((each) => each.column === column);
    const cells = question ? where(question) : "";
    if (question?.contradicted)
      return what === "numbers" ? words.numbersAgain(column, cells) : words.datesAgain(column, cells);
    return words[what](column, cells);
  };
  const options = (question: ListQuestion | undefined): ReactElement[] =>
    Object.entries(named).map(([value, name]) => (
      <option key={value} value={value}>
        {question ? `${name} (${words.reads(question.reads[value] ?? 0, mostRead(question))})` : name}
      </option>
    ));
  return (
    <>
      {(open.length > 0 || reading[what] !== null) && (
        <Field
          label={
            general
              ? words[what](general.column, where(general))
              : what === "numbers"
                ? words.numbersDeclared
                : words.datesDeclared
          }
        >
          <Select
            value={reading[what] ?? ""}
            disabled={disabled}
            onChange={(_, { value }) => onRead({ ...reading, [what]: value === "" ? null : value })}
          >
            <option value="">{words.choose}</option>
            {options(general)}
          </Select>
        </Field>
      )}
      {columns.map((column) => (
        <Field key={column} label={label(column)}>
          <Select
            value={own.find((each) => each.column === column)?.[what] ?? ""}
            disabled={disabled}
            onChange={(_, { value }) => onRead(withStyle(reading, column, what, value))}
          >
            <option value="">{words.asAll}</option>
            {options(questions.find((each) => each.column === column))}
          </Select>
        </Field>
      ))}
    </>
  );
}

/** What is said of one column by itself; "" takes it back. */
function withStyle(reading: Reading, column: string, what: Style, value: string): Reading {
  const { [what]: _, ...before } = reading.columns?.find((each) => each.column === column) ?? { column };
  const after: Own = value === "" ? before : { ...before, [what]: value };
  const others = (reading.columns ?? []).filter((each) => each.column !== column);
  const columns = Object.keys(after).length > 1 ? [...others, after] : others;
  const { columns: __, ...rest } = reading;
  return columns.length > 0 ? { ...rest, columns } : rest;
}

function withBlank(reading: Reading, word: string, means: boolean): Reading {
  const { blanks = [], ...rest } = reading;
  const said = [...blanks.filter((each) => each !== word), ...(means ? [word] : [])];
  return said.length > 0 ? { ...rest, blanks: said } : rest;
}

/** The first cells that a question is about. */
function where({ cells }: ListQuestion): string {
  return cells
    .slice(0, cellsShown)
    .map((cell) => cell.slice(cell.lastIndexOf("!") + 1))
    .join(", ");
}

interface RowsFieldProps {
  readonly label: string;
  readonly value: Reading["hiddenRows"];
  readonly disabled: boolean;
  readonly onChoose: (rows: Reading["hiddenRows"]) => void;
}

/** Whether some rows are customers. */
function RowsField({ label, value, disabled, onChoose }: RowsFieldProps): ReactElement {
  const words = listPaneWords(usePaneLanguage());
  return (
    <Field label={label}>
      <Select
        value={value ?? ""}
        disabled={disabled}
        onChange={(_, chosen) => onChoose((chosen.value || null) as Reading["hiddenRows"])}
      >
        <option value="">{words.choose}</option>
        <option value="read">{words.rowsRead}</option>
        <option value="leave-out">{words.rowsLeaveOut}</option>
      </Select>
    </Field>
  );
}

/** How many texts a column has that some choice reads. */
function mostRead({ reads, count }: ListQuestion): number {
  return Math.max(count, ...Object.values(reads));
}
