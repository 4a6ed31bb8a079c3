import { Checkbox, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import type { InspectedColumn } from "../../../actions/inspectTable";
import { inScaleOrder } from "../../../plan/inScaleOrder";
import type { Plan } from "../../../plan/plan";
import type { RuleTest } from "../../../segmentations/rules/plan";
import { typedDay } from "../../../segmentations/rules/typedDay";
import { listText, valuesIn } from "../../../segmentations/shared/valueList";
import { rulesPaneWords } from "../../../text/pane/rulesPaneWords";
import { useFigures, usePaneLanguage } from "../../words";
import { numberOf } from "../planForm";
import { LimitField } from "./LimitField";

export interface TestValuesProps {
  readonly test: RuleTest;
  /** Where the test's column is; its entries are offered. */
  readonly column: InspectedColumn | undefined;
  /** The order of day, month and year in dates that are text, as far as it is known. */
  readonly dates: Plan["reading"]["dates"];
  readonly onChange: (to: RuleTest) => void;
}

/** How a number is typed; NaN for what is none. */
const asNumber = { read: numberOf, write: String, inputMode: "decimal" } as const;

/** What a test looks for: limits, entries, or a part of a text. */
export function TestValues({ test, column, dates, onChange }: TestValuesProps): ReactElement | null {
  const words = rulesPaneWords(usePaneLanguage());
  const styles = useStyles();
  switch (test.kind) {
    case "band":
      return (
        <div className={styles.limits}>
          <LimitField
            label={words.from}
            value={test.from}
            {...asNumber}
            onChange={(from) => onChange({ ...test, from })}
          />
          <LimitField
            label={words.below}
            value={test.below}
            {...asNumber}
            onChange={(below) => onChange({ ...test, below })}
          />
        </div>
      );
    case "days":
      return <DayFields test={test} dates={dates} onChange={onChange} />;
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

interface DayFieldsProps extends Pick<TestValuesProps, "dates" | "onChange"> {
  readonly test: Extract<RuleTest, { kind: "days" }>;
}

/** The two ends of a range of days. What is no date stays as it was typed, which the test tells. */
function DayFields({ test, dates, onChange }: DayFieldsProps): ReactElement {
  const words = rulesPaneWords(usePaneLanguage());
  const styles = useStyles();
  const { day } = useFigures();
  const fieldOf = (end: "from" | "below"): ReactElement => {
    const value = test[end];
    return (
      <LimitField
        label={words[end]}
        value={value}
        read={(typed) => typedDay(typed, dates) ?? typed}
        write={(text) => text}
        hint={value !== null && typedDay(value, null) === value ? day(value) : words.dayHint}
        onChange={(limit) => onChange({ ...test, [end]: limit })}
      />
    );
  };
  return (
    <div className={styles.limits}>
      {fieldOf("from")}
      {fieldOf("below")}
    </div>
  );
}

interface ListFieldsProps extends Pick<TestValuesProps, "onChange"> {
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
