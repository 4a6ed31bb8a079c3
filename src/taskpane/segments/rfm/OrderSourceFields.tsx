import { Caption1, Checkbox, Field, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { FoundTable } from "../../../actions/findTables";
import { rfmPaneWords } from "../../../text/pane/rfmPaneWords";
import { Disclosure } from "../../shell/Disclosure";
import { usePaneLanguage } from "../../words";
import { newNames } from "../../../text/newNames";
import { ColumnSelect } from "../ColumnSelect";
import { withAmountColumn } from "./editRfm";
import { type OrderSource, orderSourceIn, orderTables, usualWindow } from "./guessSource";
import { LeaveOutFields } from "./LeaveOutFields";
import type { RfmPartProps } from "./RfmFields";

export interface OrderSourceFieldsProps extends RfmPartProps {
  readonly source: OrderSource;
  readonly tables: readonly FoundTable[];
}

/** Cells that are named one by one. */
const mostNamed = 5;

/** The table of orders, what its columns hold, and which of its lines count. */
export function OrderSourceFields(props: OrderSourceFieldsProps): ReactElement {
  const { form, open, source, tables, wrong, disabled, onEdit } = props;
  const words = rfmPaneWords(usePaneLanguage());
  const change = (part: Partial<OrderSource>): void => onEdit({ ...open, source: { ...source, ...part } });
  const offered = orderTables(form, tables);
  const chosen = offered.find(({ id, name }) =>
    source.table.id === "" ? name === source.table.name : id === source.table.id,
  );
  const columns = chosen?.columns.map(({ name }) => name) ?? [];
  const choose = (id: string): void => {
    const table = offered.find((each) => each.id === id);
    if (table === undefined) return;
    const guessed = orderSourceIn(table, form.keyColumn);
    const none = { customerColumn: "", dateColumn: "", amountColumn: "", orderColumn: null };
    const { quantityColumn: _, ...others } = source;
    const { windowMonths, mergeDays, monetary } = source;
    const kept = { windowMonths, mergeDays, monetary, leaveOut: [] };
    onEdit({
      ...open,
      source: { ...others, ...none, ...guessed, ...kept, table: { id: table.id, name: table.name } },
    });
  };
  const column = (label: string, field: string, value: string, to: (column: string) => void): ReactElement => (
    <Field label={label} validationMessage={wrong(field) ?? null}>
      <ColumnSelect value={value} names={columns} choose={words.chooseColumn} disabled={disabled} onChange={to} />
    </Field>
  );
  return (
    <>
      <Field
        label={words.ordersTable}
        hint={chosen === undefined ? null : words.ordersReason(chosen.rows, source.customerColumn)}
        validationMessage={chosen === undefined ? words.ordersGone(source.table.name) : null}
      >
        <Select value={chosen?.id ?? ""} disabled={disabled} onChange={(_, { value }) => choose(value)}>
          {chosen === undefined && <option value="">{source.table.name}</option>}
          {offered.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <OddLines orders={props.orders} />
      {column(words.customerColumn, "customer", source.customerColumn, (to) => change({ customerColumn: to }))}
      {column(words.dateColumn, "recency", source.dateColumn, (to) => change({ dateColumn: to }))}
      <AmountFields {...props} columns={columns} guessed={chosen ? orderSourceIn(chosen, form.keyColumn) : null} />
      <Field label={words.orderColumn} hint={words.orderHint}>
        <Select
          value={source.orderColumn ?? ""}
          disabled={disabled}
          onChange={(_, { value }) => change({ orderColumn: value === "" ? null : value })}
        >
          <option value="">{words.everyLine}</option>
          {withPresent(columns, source.orderColumn).map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.window} hint={words.windowHint}>
        <Select
          value={String(source.windowMonths ?? "")}
          disabled={disabled}
          onChange={(_, { value }) => change({ windowMonths: value === "" ? null : Number(value) })}
        >
          {windows(source.windowMonths).map((months) => (
            <option key={months} value={months}>
              {words.months(months)}
            </option>
          ))}
          <option value="">{words.allHistory}</option>
        </Select>
      </Field>
      <Disclosure title={words.moreOnOrders} open={source.leaveOut.length > 0}>
        <Checkbox
          label={words.mergeDays}
          checked={source.mergeDays}
          disabled={disabled}
          onChange={(_, { checked }) => change({ mergeDays: checked === true })}
        />
        <Field label={words.spent}>
          <Select
            value={source.monetary}
            disabled={disabled || source.amountColumn === null}
            onChange={(_, { value }) => change({ monetary: value === "mean" ? "mean" : "total" })}
          >
            <option value="total">{words.spentTotal}</option>
            <option value="mean">{words.spentMean}</option>
          </Select>
        </Field>
        <LeaveOutFields {...{ source, columns, disabled }} onEdit={change} />
        <Caption1>{words.returnsSay}</Caption1>
      </Disclosure>
    </>
  );
}

interface AmountFieldsProps extends OrderSourceFieldsProps {
  readonly columns: readonly string[];
  /** How the table would be read as one of orders; null where it would not. */
  readonly guessed: OrderSource | null;
}

/** The column of amounts, what it is times, or that there are none. */
function AmountFields({
  form,
  open,
  source,
  columns,
  guessed,
  wrong,
  disabled,
  onEdit,
}: AmountFieldsProps): ReactElement {
  const words = rfmPaneWords(usePaneLanguage());
  return (
    <>
      {source.amountColumn !== null && (
        <>
          <Field
            label={source.quantityColumn === undefined ? words.amountColumn : words.priceColumn}
            validationMessage={wrong("monetary") ?? null}
          >
            <ColumnSelect
              value={source.amountColumn}
              names={columns}
              choose={words.chooseColumn}
              disabled={disabled}
              onChange={(amountColumn) => onEdit({ ...open, source: { ...source, amountColumn } })}
            />
          </Field>
          <Field label={words.quantityColumn}>
            <Select
              value={source.quantityColumn ?? ""}
              disabled={disabled}
              onChange={(_, { value }) => {
                const { quantityColumn: _none, ...others } = source;
                onEdit({ ...open, source: value === "" ? others : { ...others, quantityColumn: value } });
              }}
            >
              <option value="">{words.noQuantity}</option>
              {withPresent(columns, source.quantityColumn ?? null).map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        </>
      )}
      <Checkbox
        label={words.withoutAmounts}
        checked={source.amountColumn === null}
        disabled={disabled}
        onChange={(_, { checked }) => {
          const { rfmAmount, rfmOrders } = newNames(form.sheetLanguage);
          const summed = checked === true ? rfmOrders : rfmAmount;
          onEdit(withAmountColumn(open, checked === true ? null : (guessed?.amountColumn ?? ""), summed));
        }}
      />
    </>
  );
}

/** Lines that count although a person may not have meant them. */
function OddLines({ orders }: Pick<RfmPartProps, "orders">): ReactElement | null {
  const words = rfmPaneWords(usePaneLanguage());
  if (orders === null || orders.hidden + orders.totals.lines === 0) return null;
  const { hidden, totals, letters, firstRow } = orders;
  const cells = totals.first.map(({ line, column }) => `${letters.get(column) ?? ""}${firstRow + line}`);
  return (
    <Caption1 role="status">
      {hidden > 0 && <span>{words.hiddenLines(hidden)} </span>}
      {totals.lines > 0 && <span>{words.totalLines(totals.lines, cells.slice(0, mostNamed))}</span>}
    </Caption1>
  );
}

function withPresent(names: readonly string[], present: string | null): readonly string[] {
  return present === null || names.includes(present) ? names : [present, ...names];
}

function windows(present: number | null): readonly number[] {
  const usual = [3, 6, 12, usualWindow, 36, 60];
  const all = present === null || usual.includes(present) ? usual : [...usual, present];
  return all.sort((a, b) => a - b);
}
