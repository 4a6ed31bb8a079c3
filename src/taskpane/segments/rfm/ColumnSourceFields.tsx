import { Checkbox, Field, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { rfmPaneWords } from "../../../text/pane/rfmPaneWords";
import { usePaneLanguage } from "../../words";
import { ColumnSelect } from "../ColumnSelect";
import { withAmountColumn } from "./editRfm";
import type { ColumnSource } from "./guessSource";
import type { RfmPartProps } from "./RfmFields";

export interface ColumnSourceFieldsProps extends RfmPartProps {
  readonly source: ColumnSource;
}

/** The columns of the customer table that hold the three measures. */
export function ColumnSourceFields(props: ColumnSourceFieldsProps): ReactElement {
  const { inspection, open, source, wrong, disabled, onEdit } = props;
  const words = rfmPaneWords(usePaneLanguage());
  const { recency, frequencyColumn, monetaryColumn } = source;
  const change = (part: Partial<ColumnSource>): void => onEdit({ ...open, source: { ...source, ...part } });
  const all = inspection.columns.map(({ name }) => name);
  const numbers = inspection.columns.filter(({ spread }) => spread !== null).map(({ name }) => name);
  return (
    <>
      <Field label={words.recencyColumn} validationMessage={wrong("recency") ?? null}>
        <ColumnSelect
          value={recency.column}
          names={all}
          choose={words.chooseColumn}
          disabled={disabled}
          onChange={(column) => change({ recency: { ...recency, column } })}
        />
      </Field>
      <Select
        size="small"
        aria-label={words.recencyAs}
        value={recency.as}
        disabled={disabled}
        onChange={(_, { value }) => change({ recency: { ...recency, as: value === "days" ? "days" : "date" } })}
      >
        <option value="date">{words.asDate}</option>
        <option value="days">{words.asDays}</option>
      </Select>
      <Field label={words.frequencyColumn} validationMessage={wrong("frequency") ?? null}>
        <ColumnSelect
          value={frequencyColumn}
          names={numbers}
          disabled={disabled}
          onChange={(column) => change({ frequencyColumn: column })}
        />
      </Field>
      {monetaryColumn !== null && (
        <Field label={words.monetaryColumn} validationMessage={wrong("monetary") ?? null}>
          <ColumnSelect
            value={monetaryColumn}
            names={numbers}
            disabled={disabled}
            // What customers spent is also what is summed, unless the plan names another column for that.
            onChange={(column) =>
              onEdit({
                ...open,
                source: { ...source, monetaryColumn: column },
                valueColumn: open.valueColumn === monetaryColumn ? column : open.valueColumn,
              })
            }
          />
        </Field>
      )}
      <Checkbox
        label={words.withoutAmounts}
        checked={monetaryColumn === null}
        disabled={disabled}
        onChange={(_, { checked }) => {
          const column = checked === true ? null : (inspection.valueCandidates[0] ?? "");
          const summed = column ?? (open.valueColumn === monetaryColumn ? frequencyColumn : open.valueColumn);
          onEdit(withAmountColumn(open, column, summed));
        }}
      />
    </>
  );
}
