import { Body1Strong, Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { TableInspection } from "../../../actions/inspectTable";
import type { RuleCount } from "../../../segmentations/rules/rulesReport";
import { testProblem } from "../../../segmentations/rules/plan";
import { rulesPaneWords } from "../../../text/pane/rulesPaneWords";
import { ruleWords } from "../../../text/ruleWords";
import { OrderButtons } from "../../shell/OrderButtons";
import { usePaneLanguage } from "../../words";
import type { PlanForm, RulesForm } from "../planForm";
import { RuleFields } from "./RuleFields";

/** What every part of a rule is given. */
export interface RulePartProps {
  readonly form: PlanForm;
  readonly inspection: TableInspection;
  readonly open: RulesForm;
  /** The index of the rule. */
  readonly rule: number;
  readonly disabled: boolean;
  readonly wrong: (field: string) => string | undefined;
  readonly onEdit: (to: RulesForm) => void;
}

export interface RuleItemProps extends RulePartProps {
  /** How the rule fared in the preview; null where that is not known. */
  readonly count: RuleCount | null;
  readonly unfolded: boolean;
  readonly onUnfold: (wanted: boolean) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One rule: in words, and its tests to edit while it is unfolded. */
export function RuleItem(props: RuleItemProps): ReactElement {
  const { open, rule, count, unfolded, onUnfold, onMove, onRemove } = props;
  const styles = useStyles();
  const language = usePaneLanguage();
  const words = rulesPaneWords(language);
  const own = open.rules[rule];
  const segment = open.segments.find(({ id }) => id === own?.segment)?.name ?? "";
  const any = own?.any ?? [];
  const complete = any.every(({ all }) => all.every((test) => testProblem(test) === null));
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Body1Strong className={styles.words}>{words.rule(rule + 1, segment)}</Body1Strong>
        <OrderButtons
          name={words.rule(rule + 1, segment)}
          place={rule}
          of={open.rules.length}
          onMove={onMove}
          onRemove={onRemove}
        />
      </div>
      <Caption1 className={styles.words}>{complete ? ruleWords[language].any(any) : words.emptyTest}</Caption1>
      {count !== null && <Caption1 className={styles.count}>{words.counts(count.matched, count.taken)}</Caption1>}
      {unfolded && <RuleFields {...props} />}
      <div>
        <Button
          size="small"
          aria-expanded={unfolded}
          aria-label={unfolded ? words.close : words.editRule(rule + 1)}
          onClick={() => onUnfold(!unfolded)}
        >
          {unfolded ? words.close : words.edit}
        </Button>
      </div>
    </li>
  );
}

const useStyles = makeStyles({
  item: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", alignItems: "start" },
  words: { overflowWrap: "anywhere" },
  count: { color: tokens.colorNeutralForeground2 },
});
