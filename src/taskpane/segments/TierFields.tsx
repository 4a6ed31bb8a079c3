import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { FieldSet } from "../shell/FieldSet";
import { Icon } from "../shell/Icon";
import { useWords } from "../words";
import { mostTiers, type TierEdit } from "./editTiers";
import { inPercent, type TieredForm, type TierForm } from "./planForm";
import { TierRow } from "./TierRow";

export interface TierFieldsProps {
  readonly method: "abc" | "quantiles" | "cutoffs";
  readonly direction: TieredForm["direction"];
  readonly tiers: readonly TierForm[];
  readonly disabled: boolean;
  /** Words for what is wrong with "tier/1" or "cutoff/0", if anything is. */
  readonly wrong: (field: string) => string | undefined;
  readonly onEdit: (edit: TierEdit) => void;
}

/** The tiers from the best down, with their names and cut-offs. */
export function TierFields(props: TierFieldsProps): ReactElement {
  const { method, direction, tiers, disabled, wrong, onEdit } = props;
  const styles = useStyles();
  const { segments } = useWords();
  const full = tiers.length >= mostTiers;
  return (
    <FieldSet
      legend={inPercent(method) ? segments.tiers : segments.bands}
      hint={method === "abc" ? segments.tiersHint : method === "cutoffs" ? segments.bandsHint : segments.rankHint}
      disabled={disabled}
    >
      <div className={styles.head} aria-hidden="true">
        <Caption1>{segments.tier}</Caption1>
        <Caption1>
          {inPercent(method) ? segments.upTo : direction === "high-first" ? segments.from : segments.below}
        </Caption1>
      </div>
      <ol className={styles.list}>
        {tiers.map((tier, i) => (
          <TierRow
            key={tier.id}
            method={method}
            tier={tier}
            place={i}
            last={i === tiers.length - 1}
            removable={tiers.length > 2}
            wrongName={wrong(`tier/${i}`)}
            wrongCutoff={wrong(`cutoff/${i}`)}
            onEdit={onEdit}
          />
        ))}
      </ol>
      <div className={styles.foot}>
        <Button
          size="small"
          icon={<Icon name="add" />}
          disabled={full || disabled}
          onClick={() => onEdit({ kind: "addTier" })}
        >
          {segments.addTier}
        </Button>
        {full && <Caption1>{segments.addTierFull}</Caption1>}
      </div>
    </FieldSet>
  );
}

const useStyles = makeStyles({
  // Lines up with the fields of a tier's row.
  head: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 84px 32px",
    columnGap: tokens.spacingHorizontalXS,
    paddingLeft: "24px",
    color: tokens.colorNeutralForeground2,
  },
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
