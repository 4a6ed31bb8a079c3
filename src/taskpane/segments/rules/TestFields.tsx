import { Button, Caption1, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { TableInspection } from "../../../actions/inspectTable";
import type { Plan } from "../../../plan/plan";
import { testProblem, type RuleTest } from "../../../segmentations/rules/plan";
import { rulesPaneWords } from "../../../text/pane/rulesPaneWords";
import { kindOf, ruleWords, testKinds } from "../../../text/ruleWords";
import { Icon } from "../../shell/Icon";
import { usePaneLanguage } from "../../words";
import { ColumnSelect } from "../ColumnSelect";
import { ofColumn, ofKind } from "./editRules";
import { TestValues } from "./TestValues";

export interface TestFieldsProps {
  readonly inspection: TableInspection;
  readonly test: RuleTest;
  /** The order of day, month and year in dates that are text, as far as it is known. */
  readonly dates: Plan["reading"]["dates"];
  readonly onChange: (to: RuleTest) => void;
  /** Null for a test that cannot be removed, because a rule without one is none. */
  readonly onRemove: (() => void) | null;
}

/** One test: which column, what is asked of it, and by which values. */
export function TestFields({ inspection, test, dates, onChange, onRemove }: TestFieldsProps): ReactElement {
  const styles = useStyles();
  const language = usePaneLanguage();
  const words = rulesPaneWords(language);
  const problem = testProblem(test);
  const column = inspection.columns.find(({ name }) => name === test.column);
  return (
    <div className={styles.test}>
      <div className={styles.head}>
        <Field label={words.column} size="small">
          <ColumnSelect
            value={test.column}
            names={inspection.columns.map(({ name }) => name)}
            disabled={false}
            choose={words.chooseColumn}
            onChange={(name) => {
              const chosen = inspection.columns.find((each) => each.name === name);
              if (chosen) onChange(ofColumn(test, chosen));
            }}
          />
        </Field>
        {onRemove !== null && (
          <Button
            appearance="subtle"
            icon={<Icon name="remove" />}
            aria-label={words.removeTest(problem === null ? ruleWords[language].test(test) : words.emptyTest)}
            onClick={onRemove}
          />
        )}
      </div>
      <Field label={words.kind} size="small">
        <Select
          value={kindOf(test)}
          onChange={(_, { value }) => {
            const kind = testKinds.find((each) => each === value);
            if (kind) onChange(ofKind(test, kind, column));
          }}
        >
          {testKinds.map((kind) => (
            <option key={kind} value={kind}>
              {ruleWords[language].kinds[kind]}
            </option>
          ))}
        </Select>
      </Field>
      <TestValues test={test} column={column} dates={dates} onChange={onChange} />
      {problem !== null && (
        <Caption1 role="alert" className={styles.problem}>
          {words.problems[problem]}
        </Caption1>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  test: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  head: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", alignItems: "end" },
  problem: { color: tokens.colorPaletteRedForeground1 },
});
