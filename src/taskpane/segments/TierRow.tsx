import { Button, Caption1, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { Icon } from "../shell/Icon";
import { useWords } from "../words";
import type { TierEdit } from "./editTiers";
import { inPercent, type TierForm } from "./planForm";
import { tierLetter } from "./tierColours";
import { TierMark } from "./TierMark";

export interface TierRowProps {
  readonly method: "abc" | "quantiles" | "cutoffs";
  readonly tier: TierForm;
  /** The best being zero. */
  readonly place: number;
  readonly last: boolean;
  readonly removable: boolean;
  readonly wrongName: string | undefined;
  readonly wrongCutoff: string | undefined;
  readonly onEdit: (edit: TierEdit) => void;
}

/** One tier: its name, and where it ends. */
export function TierRow(props: TierRowProps): ReactElement {
  const { method, tier, place, last, removable, wrongName, wrongCutoff, onEdit } = props;
  const styles = useStyles();
  const { segments } = useWords();
  const letter = tierLetter(place);
  const labels = { abc: segments.cutoff, quantiles: segments.rankCutoff, cutoffs: segments.bandCutoff };
  const label = labels[method];
  return (
    <li className={styles.row}>
      <span className={styles.mark}>
        <TierMark tier={place} method={method} />
      </span>
      <Field validationMessage={wrongName ?? null}>
        <Input
          className={styles.input}
          title={tier.name}
          aria-label={segments.tierName(letter)}
          value={tier.name}
          onChange={(_, { value }) => onEdit({ kind: "tierName", tier: place, name: value })}
        />
      </Field>
      {last ? (
        <Caption1 className={styles.rest}>{segments.rest}</Caption1>
      ) : (
        <Field validationMessage={wrongCutoff ?? null}>
          <Input
            className={styles.input}
            aria-label={label(letter)}
            inputMode="decimal"
            contentAfter={inPercent(method) ? "%" : null}
            value={tier.cutoff}
            onChange={(_, { value }) => onEdit({ kind: "cutoff", tier: place, percent: value })}
          />
        </Field>
      )}
      <Button
        appearance="subtle"
        icon={<Icon name="remove" />}
        aria-label={segments.removeTier(tier.name === "" ? letter : tier.name)}
        disabled={!removable}
        onClick={() => onEdit({ kind: "removeTier", tier: place })}
      />
    </li>
  );
}

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr) 84px 32px",
    columnGap: tokens.spacingHorizontalXS,
    alignItems: "start",
  },
  mark: { height: "32px", display: "grid", gridTemplateColumns: "minmax(0, 1fr)", alignItems: "center" },
  input: { width: "100%", minWidth: 0 },
  rest: { lineHeight: "32px", paddingLeft: tokens.spacingHorizontalMNudge },
});
