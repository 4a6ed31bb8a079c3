import { Checkbox, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import type { InspectedColumn } from "../../../actions/inspectTable";
import { inScaleOrder } from "../../../plan/inScaleOrder";
import type { RuleTest } from "../../../plan/rulesSegmentation";
import { listText, valuesIn } from "../../../plan/valueList";
import { rulesPaneWords } from "../../../text/pane/rulesPaneWords";
import { usePaneLanguage } from "../../words";
import { numberOf } from "../planForm";

export interface TestValuesProps {
  readonly test: RuleTest;
  /** Where the test's column is; its entries are offered. */
  readonly column: InspectedColumn | undefined;
  readonly onChange: (to: RuleTest) => void;
}

/** What a test looks for: limits, entries, or a part of a text. */
export function TestValues({ test, column, onChange }: TestValuesProps): ReactElement | null {
  const words = rulesPaneWords(usePaneLanguage());
  const styles = useStyles();
  switch (test.kind) {
    case "band":
      return (
        <div className={styles.limits}>
          <LimitField label={words.from} value={test.from} onChange={(from) => onChange({ ...test, from })} />
          <LimitField label={words.below} value={test.below} onChange={(below) => onChange({ ...test, below })} />
        </div>
      );
    case "list":
      return <ListFields test={test} offered={column?.values ?? []} onChange={onChange} />;
    case "text":
      return (
        <Field label={words.text} size="small">
          <Input value={test.text} onChange={(_, { value }) => onChange({ ...test, text: value })} />
        </Field>
      );
    case "blank":
      return null;
    default:
      return test satisfies never;
  }
}

interface LimitFieldProps {
  readonly label: string;
  /** Null for an open end, NaN while what is typed is no number. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** A limit as it is typed: what is typed stays on view as long as it is what the limit is. */
function LimitField({ label, value, onChange }: LimitFieldProps): ReactElement {
  const [typed, setTyped] = useState("");
  const read = (text: string): number | null => (text.trim() === "" ? null : numberOf(text));
  const shown = Object.is(read(typed), value) ? typed : value === null ? "" : String(value);
  return (
    <Field label={label} size="small">
      <Input
        style={{ width: "100%", minWidth: 0 }}
        inputMode="decimal"
        value={shown}
        onChange={(_, chosen) => {
          setTyped(chosen.value);
          onChange(read(chosen.value));
        }}
      />
    </Field>
  );
}

interface ListFieldsProps extends Omit<TestValuesProps, "column"> {
  readonly test: Extract<RuleTest, { kind: "list" }>;
  /** The column's own entries; none where there are too many. */
  readonly offered: readonly string[];
}

/** The entries of a list: those of the column to choose from, and others to type. */
function ListFields({ test, offered, onChange }: ListFieldsProps): ReactElement {
  const words = rulesPaneWords(usePaneLanguage());
  const styles = useStyles();
  const [typed, setTyped] = useState("");
  const entries = inScaleOrder(offered);
  const chosen = test.values.filter((value) => entries.includes(value));
  const others = test.values.filter((value) => !entries.includes(value));
  const shown = valuesIn(typed).join("\n") === others.join("\n") ? typed : listText(others);
  const change = (own: readonly string[], more: readonly string[]): void =>
    onChange({ ...test, values: [...own, ...more].slice(0, mostValues) });
  return (
    <>
      {entries.length > 0 && (
        <div role="group" aria-label={words.values} className={styles.entries}>
          {entries.map((value) => (
            <Checkbox
              key={value}
              label={value}
              checked={chosen.includes(value)}
              onChange={(_, { checked }) =>
                change(
                  entries.filter((each) => (each === value ? checked === true : chosen.includes(each))),
                  others,
                )
              }
            />
          ))}
        </div>
      )}
      <Field label={entries.length > 0 ? words.otherValues : words.values} size="small">
        <Input
          value={shown}
          onChange={(_, { value }) => {
            setTyped(value);
            change(
              chosen,
              valuesIn(value).filter((each) => !chosen.includes(each)),
            );
          }}
        />
      </Field>
    </>
  );
}

/** The most values of a list. */
const mostValues = 100;

const useStyles = makeStyles({
  limits: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
  },
  entries: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(120px, 1fr))",
    maxHeight: "180px",
    overflowY: "auto",
    "& label": { overflowWrap: "anywhere" },
  },
});
