import { Button, Field, Input, makeStyles, Select, Textarea, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import { mostLeftOut, mostLeftOutEntries } from "../../../segmentations/rfm/plan";
import { rfmPaneWords } from "../../../text/pane/rfmPaneWords";
import { FieldSet } from "../../shell/FieldSet";
import { Icon } from "../../shell/Icon";
import { useFigures, usePaneLanguage } from "../../words";
import { ColumnSelect } from "../ColumnSelect";
import { numberOf } from "../planForm";
import type { OrderSource } from "./guessSource";

export interface LeaveOutFieldsProps {
  readonly source: OrderSource;
  /** Those of the table of orders. */
  readonly columns: readonly string[];
  readonly disabled: boolean;
  readonly onEdit: (part: Pick<OrderSource, "leaveOut">) => void;
}

const longestValue = 255;

const kinds = ["values", "prefixes", "range"] as const;
type Kind = (typeof kinds)[number];
type LeaveOut = OrderSource["leaveOut"][number];

/** Lines that do not count, by a column: with one of some entries, with one that begins so, or with a number in a range. */
export function LeaveOutFields({ source, columns, disabled, onEdit }: LeaveOutFieldsProps): ReactElement {
  const styles = useStyles();
  const words = rfmPaneWords(usePaneLanguage());
  const [column, setColumn] = useState("");
  const [kind, setKind] = useState<Kind>("values");
  const [typed, setTyped] = useState("");
  const [ends, setEnds] = useState({ from: "", below: "" });
  const { exact } = useFigures();
  const { leaveOut } = source;
  const values = [...new Set(typed.split(/\r?\n/).map((line) => line.trim().normalize("NFC")))].filter(
    (line) => line !== "" && line.length <= longestValue,
  );
  const taken = leaveOut.find((each) => each.column === column);
  const more = kind === "range" ? rangeOf(ends) : entriesOf(taken, kind, values);
  const fits = more !== null && (taken !== undefined || leaveOut.length < mostLeftOut);
  const add = (): void => {
    const others = leaveOut.filter((each) => each !== taken);
    onEdit({ leaveOut: [...others, { ...taken, column, ...more }] });
    setTyped("");
    setEnds({ from: "", below: "" });
  };
  const says = ({ column: of, values: entries = [], prefixes = [], range }: LeaveOut): string => {
    const end = (limit: number | null): string | null => (limit === null ? null : exact(limit));
    return words.leftOut(of, entries, prefixes, range ? words.leftOutRange(end(range.from), end(range.below)) : null);
  };
  return (
    <FieldSet legend={words.leaveOut} hint={words.leaveOutHint} disabled={disabled}>
      {leaveOut.length > 0 && (
        <ul className={styles.list}>
          {leaveOut.map((each) => (
            <li key={each.column} className={styles.row}>
              <span className={styles.text}>{says(each)}</span>
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
      <Field label={words.leaveOutHow}>
        <Select
          value={kind}
          disabled={disabled}
          onChange={(_, { value }) => setKind(kinds.find((each) => each === value) ?? "values")}
        >
          {kinds.map((each) => (
            <option key={each} value={each}>
              {words.leaveOutKinds[each]}
            </option>
          ))}
        </Select>
      </Field>
      {kind === "range" ? (
        <div className={styles.ends}>
          {(["from", "below"] as const).map((end) => (
            <Field key={end} label={end === "from" ? words.leaveOutFrom : words.leaveOutBelow}>
              <Input
                className={styles.end}
                inputMode="decimal"
                value={ends[end]}
                disabled={disabled}
                onChange={(_, { value }) => setEnds({ ...ends, [end]: value })}
              />
            </Field>
          ))}
        </div>
      ) : (
        <Field label={words.leaveOutEntries}>
          <Textarea value={typed} disabled={disabled} rows={2} onChange={(_, { value }) => setTyped(value)} />
        </Field>
      )}
      <div>
        <Button size="small" disabled={column === "" || !fits} onClick={add}>
          {words.leaveOutAdd}
        </Button>
      </div>
    </FieldSet>
  );
}

/** What is left out with more entries; null where there are none, or too many. */
function entriesOf(
  taken: LeaveOut | undefined,
  kind: Exclude<Kind, "range">,
  entries: readonly string[],
): Partial<LeaveOut> | null {
  const all = [...new Set([...(taken?.[kind] ?? []), ...entries])];
  return entries.length === 0 || all.length > mostLeftOutEntries ? null : { [kind]: all };
}

/** The range that was typed; null for none. */
function rangeOf(ends: { readonly from: string; readonly below: string }): Pick<LeaveOut, "range"> | null {
  const [from, below] = [ends.from, ends.below].map((end) => (end.trim() === "" ? null : numberOf(end)));
  if (from === undefined || below === undefined || Number.isNaN(from) || Number.isNaN(below)) return null;
  if ((from === null && below === null) || (from !== null && below !== null && from >= below)) return null;
  return { range: { from, below } };
}

const useStyles = makeStyles({
  ends: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: tokens.spacingHorizontalS },
  end: { minWidth: 0, width: "100%" },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  row: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) 32px", alignItems: "center" },
  text: { overflowWrap: "anywhere", fontSize: tokens.fontSizeBase200 },
});
