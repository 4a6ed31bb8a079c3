import { Field, Select } from "@fluentui/react-components";
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

/** What nobody but a person can say: how numbers and dates that are text are written, and whether hidden rows count. */
export function ReadingFields({ proposal, reading, disabled, onRead }: ReadingFieldsProps): ReactElement {
  const language = usePaneLanguage();
  const words = listPaneWords(language);
  const { numberStyles, dateOrders } = listWords(language);
  const { questions, hiddenRows, totalRows } = proposal;
  const numbers = questions.find(({ what }) => what === "numbers");
  const dates = questions.find(({ what }) => what === "dates");
  const options = (named: Readonly<Record<string, string>>, question: ListQuestion | undefined): ReactElement[] =>
    Object.entries(named).map(([value, name]) => (
      <option key={value} value={value}>
        {question ? `${name} (${words.reads(question.reads[value] ?? 0, mostRead(question))})` : name}
      </option>
    ));
  const where = ({ cells }: ListQuestion): string =>
    cells
      .slice(0, cellsShown)
      .map((cell) => cell.slice(cell.lastIndexOf("!") + 1))
      .join(", ");
  return (
    <>
      {(numbers !== undefined || reading.numbers !== null) && (
        <Field label={numbers ? words.numbers(numbers.column, where(numbers)) : words.numbersDeclared}>
          <Select
            value={reading.numbers ?? ""}
            disabled={disabled}
            onChange={(_, { value }) => onRead({ ...reading, numbers: (value || null) as Reading["numbers"] })}
          >
            <option value="">{words.choose}</option>
            {options(numberStyles, numbers)}
          </Select>
        </Field>
      )}
      {(dates !== undefined || reading.dates !== null) && (
        <Field label={dates ? words.dates(dates.column, where(dates)) : words.datesDeclared}>
          <Select
            value={reading.dates ?? ""}
            disabled={disabled}
            onChange={(_, { value }) => onRead({ ...reading, dates: (value || null) as Reading["dates"] })}
          >
            <option value="">{words.choose}</option>
            {options(dateOrders, dates)}
          </Select>
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
