import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import { rfmPaneWords } from "../../../text/pane/rfmPaneWords";
import { FieldSet } from "../../shell/FieldSet";
import { Icon } from "../../shell/Icon";
import { usePaneLanguage } from "../../words";
import { ColumnSelect } from "../ColumnSelect";
import type { OrderSource } from "./guessSource";

export interface LeaveOutFieldsProps {
  readonly source: OrderSource;
  /** Those of the table of orders. */
  readonly columns: readonly string[];
  readonly disabled: boolean;
  readonly onEdit: (part: Pick<OrderSource, "leaveOut">) => void;
}

/** What a plan holds at most. */
const mostColumns = 10;
const mostValues = 100;
const longestValue = 255;

/** Lines that do not count: those of staff or guests, and cancelled orders. One entry per line. */
export function LeaveOutFields({ source, columns, disabled, onEdit }: LeaveOutFieldsProps): ReactElement {
  const styles = useStyles();
  const words = rfmPaneWords(usePaneLanguage());
  const [column, setColumn] = useState("");
  const [typed, setTyped] = useState("");
  const { leaveOut } = source;
  const values = [...new Set(typed.split(/\r?\n/).map((line) => line.trim().normalize("NFC")))].filter(
    (line) => line !== "" && line.length <= longestValue,
  );
  const taken = leaveOut.find((each) => each.column === column);
  const all = [...new Set([...(taken?.values ?? []), ...values])];
  const fits = all.length <= mostValues && (taken !== undefined || leaveOut.length < mostColumns);
  const add = (): void => {
    const others = leaveOut.filter((each) => each !== taken);
    onEdit({ leaveOut: [...others, { column, values: all }] });
    setTyped("");
  };
  return (
    <FieldSet legend={words.leaveOut} hint={words.leaveOutHint} disabled={disabled}>
      {leaveOut.length > 0 && (
        <ul className={styles.list}>
          {leaveOut.map((each) => (
            <li key={each.column} className={styles.row}>
              <span className={styles.text}>{words.leftOut(each.column, each.values)}</span>
              <Button
                size="small"
                appearance="subtle"
                icon={<Icon name="remove" />}
                aria-label={words.countAgain(each.column)}
                onClick={() => onEdit({ leaveOut: leaveOut.filter((other) => other !== each) })}
              />
            </li>
          ))}
        </ul>
      )}
      <Field label={words.leaveOutColumn}>
        <ColumnSelect
          value={column}
          names={columns}
          choose={words.chooseColumn}
          disabled={disabled}
          onChange={setColumn}
        />
      </Field>
      <Field label={words.leaveOutValues}>
        <Textarea value={typed} disabled={disabled} rows={2} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <div>
        <Button size="small" disabled={column === "" || values.length === 0 || !fits} onClick={add}>
          {words.leaveOutAdd}
        </Button>
      </div>
    </FieldSet>
  );
}

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  row: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) 32px", alignItems: "center" },
  text: { overflowWrap: "anywhere", fontSize: tokens.fontSizeBase200 },
});
