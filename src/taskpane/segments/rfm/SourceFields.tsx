import { Select, Field } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { FoundTable } from "../../../actions/findTables";
import { newNames } from "../../../text/newNames";
import { rfmPaneWords } from "../../../text/pane/rfmPaneWords";
import { FieldSet } from "../../shell/FieldSet";
import { usePaneLanguage } from "../../words";
import { ColumnSourceFields } from "./ColumnSourceFields";
import { type ColumnSource, guessColumnSource, guessOrderSource, orderTables } from "./guessSource";
import { OrderSourceFields } from "./OrderSourceFields";
import type { RfmPartProps } from "./RfmFields";

export interface SourceFieldsProps extends RfmPartProps {
  readonly tables: readonly FoundTable[];
}

/** Where the three measures come from: columns of the customer table, or the lines of a table of orders. */
export function SourceFields(props: SourceFieldsProps): ReactElement {
  const { form, inspection, open, tables, disabled, onEdit } = props;
  const words = rfmPaneWords(usePaneLanguage());
  const { source } = open;
  const choose = (kind: string): void => {
    if (kind === "columns") {
      const columns: ColumnSource = guessColumnSource(inspection, form.settings.roles) ?? {
        kind: "columns",
        recency: { column: "", as: "date" },
        frequencyColumn: form.settings.roles.orders ?? "",
        monetaryColumn: inspection.valueCandidates[0] ?? "",
      };
      onEdit({ ...open, source: columns, valueColumn: columns.monetaryColumn ?? columns.frequencyColumn });
      return;
    }
    const orders = guessOrderSource(form, tables);
    if (orders !== null) onEdit({ ...open, source: orders, valueColumn: newNames(form.sheetLanguage).rfmAmount });
  };
  const noOrders = source.kind === "columns" && orderTables(form, tables).every((table) => table.columns.length === 0);
  return (
    <FieldSet legend={words.source} disabled={disabled}>
      <Field label={words.sourceKind} hint={words.sourceHint[source.kind]}>
        <Select value={source.kind} disabled={disabled} onChange={(_, { value }) => choose(value)}>
          <option value="columns">{words.sourceKinds.columns}</option>
          <option value="transactions" disabled={noOrders}>
            {words.sourceKinds.transactions}
          </option>
        </Select>
      </Field>
      {source.kind === "columns" ? (
        <ColumnSourceFields {...props} source={source} />
      ) : (
        <OrderSourceFields {...props} source={source} />
      )}
    </FieldSet>
  );
}
