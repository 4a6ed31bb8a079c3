import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { mostAlternatives, mostTests } from "../../../segmentations/rules/plan";
import { newNames } from "../../../text/newNames";
import { rulesPaneWords } from "../../../text/pane/rulesPaneWords";
import { FieldSet } from "../../shell/FieldSet";
import { Icon } from "../../shell/Icon";
import { usePaneLanguage } from "../../words";
import {
  toNewSegment,
  toSegment,
  withAlternative,
  withOneMoreTest,
  withoutTest,
  withSegmentName,
  withTest,
} from "./editRules";
import type { RulePartProps } from "./RuleItem";
import { TestFields } from "./TestFields";

/** What a rule asks, and the segment it leads to. */
export function RuleFields(props: RulePartProps): ReactElement | null {
  const { form, inspection, open, rule, disabled, wrong, onEdit } = props;
  const styles = useStyles();
  const words = rulesPaneWords(usePaneLanguage());
  const { newSegment } = newNames(form.sheetLanguage);
  const own = open.rules[rule];
  if (own === undefined) return null;
  const place = open.segments.findIndex(({ id }) => id === own.segment);
  return (
    <div className={styles.fields}>
      {own.any.map(({ all }, alternative) => (
        <FieldSet key={alternative} legend={alternative === 0 ? words.all : words.or} disabled={disabled}>
          {all.map((test, i) => {
            const at = { rule, alternative, test: i };
            const single = own.any.length === 1 && all.length === 1;
            return (
              <TestFields
                key={i}
                inspection={inspection}
                test={test}
                dates={form.settings.reading.dates}
                onChange={(to) => onEdit(withTest(open, at, to))}
                onRemove={single ? null : () => onEdit(withoutTest(open, at))}
              />
            );
          })}
          <div>
            <Button
              size="small"
              icon={<Icon name="add" />}
              disabled={all.length >= mostTests}
              onClick={() => onEdit(withOneMoreTest(open, rule, alternative))}
            >
              {words.addTest}
            </Button>
          </div>
        </FieldSet>
      ))}
      <div>
        <Button
          size="small"
          icon={<Icon name="add" />}
          disabled={disabled || own.any.length >= mostAlternatives}
          onClick={() => onEdit(withAlternative(open, rule))}
        >
          {words.addAlternative}
        </Button>
      </div>
      <Field label={words.segment}>
        <Select
          value={own.segment}
          disabled={disabled}
          onChange={(_, { value }) =>
            onEdit(value === "" ? toNewSegment(open, rule, newSegment) : toSegment(open, rule, value))
          }
        >
          {open.segments.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="">{words.newSegment}</option>
        </Select>
      </Field>
      <Field label={words.segmentName} validationMessage={wrong(`segment/${place}`) ?? null}>
        <Input
          value={open.segments[place]?.name ?? ""}
          disabled={disabled}
          onChange={(_, { value }) => onEdit(withSegmentName(open, own.segment, value))}
        />
      </Field>
    </div>
  );
}

const useStyles = makeStyles({
  fields: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
});
