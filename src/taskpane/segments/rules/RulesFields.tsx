import { Button, Caption1, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import type { TableInspection } from "../../../actions/inspectTable";
import { mostRules } from "../../../segmentations/rules/plan";
import { newNames } from "../../../text/newNames";
import { rulesPaneWords } from "../../../text/pane/rulesPaneWords";
import { FieldSet } from "../../shell/FieldSet";
import { Icon } from "../../shell/Icon";
import type { Pane } from "../../state/usePane";
import { usePaneLanguage } from "../../words";
import { moved } from "../moved";
import type { PlanForm, RulesForm } from "../planForm";
import { withoutRule, withRule, withRuleMoved } from "./editRules";
import { RuleItem } from "./RuleItem";

export interface RulesFieldsProps {
  readonly pane: Pane;
  readonly form: PlanForm;
  readonly inspection: TableInspection;
  readonly open: RulesForm;
  /** Words for what is wrong with a field, if anything is. */
  readonly wrong: (field: string) => string | undefined;
}

/** The editor of ordered rules: the list of them in words, one of them open. */
export function RulesFields({ pane, form, inspection, open, wrong }: RulesFieldsProps): ReactElement {
  const styles = useStyles();
  const words = rulesPaneWords(usePaneLanguage());
  const [unfolded, unfold] = useState<number | null>(null);
  // The focus follows a rule to its new place.
  const [keys, setKeys] = useState<readonly number[]>(() => open.rules.map((_, i) => i));
  const disabled = pane.run.state.kind === "running";
  const onEdit = (to: RulesForm): void => pane.edit({ kind: "rules", to });
  const report = pane.preview.value?.outcome.segmentations.find(({ id }) => id === open.id)?.rules;
  // The preview lags behind the form by a moment; counts of other rules would mislead.
  const counts = report?.counts.length === open.rules.length && pane.viewed !== null ? report.counts : [];
  const full = open.rules.length >= mostRules;
  return (
    <>
      <FieldSet legend={words.rules} hint={words.hint} disabled={disabled}>
        <ol className={styles.list}>
          {open.rules.map((_, i) => (
            <RuleItem
              key={keys[i] ?? `new-${i}`}
              {...{ form, inspection, open, wrong, disabled, onEdit }}
              rule={i}
              count={counts[i] ?? null}
              unfolded={unfolded === i}
              onUnfold={(wanted) => unfold(wanted ? i : null)}
              onMove={(by) => {
                onEdit(withRuleMoved(open, i, by));
                setKeys(moved(keys, i, i + by));
                if (unfolded === i) unfold(i + by);
                else if (unfolded === i + by) unfold(i);
              }}
              onRemove={() => {
                onEdit(withoutRule(open, i));
                setKeys(keys.filter((_, k) => k !== i));
                unfold(null);
              }}
            />
          ))}
        </ol>
        {wrong("rules") !== undefined && <Caption1 role="alert">{wrong("rules")}</Caption1>}
        <div className={styles.foot}>
          <Button
            size="small"
            icon={<Icon name="add" />}
            disabled={full}
            onClick={() => {
              onEdit(withRule(open, newNames(form.sheetLanguage).newSegment));
              setKeys([...keys, Math.max(-1, ...keys) + 1]);
              unfold(open.rules.length);
            }}
          >
            {words.add}
          </Button>
          {full && <Caption1>{words.full(mostRules)}</Caption1>}
        </div>
      </FieldSet>
      <Field label={words.otherwise} validationMessage={wrong(`segment/${open.segments.length}`) ?? null}>
        <Input
          value={open.otherwise}
          disabled={disabled}
          onChange={(_, { value }) => onEdit({ ...open, otherwise: value })}
        />
      </Field>
    </>
  );
}

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
  },
  foot: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
});
