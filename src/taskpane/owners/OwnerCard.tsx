import { Body1Strong, Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useId } from "react";

import type { PeopleField } from "../../register/register";
import { Icon } from "../shell/Icon";
import { useFigures, useWords } from "../words";
import { KpiLine } from "./KpiLine";
import { OwnerField, type OwnerFieldProps } from "./OwnerField";

export interface OwnerCardProps extends Pick<OwnerFieldProps, "row" | "disabled" | "kpis" | "onSave"> {
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly missing: readonly PeopleField[];
}

/** One segment: who answers for it, and its form when it is open. */
export function OwnerCard({ row, open, onToggle, missing, disabled, kpis, onSave }: OwnerCardProps): ReactElement {
  const styles = useStyles();
  const { owners } = useWords();
  const { day } = useFigures();
  const id = useId();
  const review = row.values.nextReview;
  const facts = [
    row.segmentation,
    ...(row.inPlan ? [] : [owners.gone]),
    ...(row.status === null ? [] : [owners.statuses[row.status]]),
    ...(typeof review === "string" && /^\d{4}-\d{2}-\d{2}$/.test(review) ? [owners.review(day(review))] : []),
  ];
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <div className={styles.names}>
          <Body1Strong className={styles.name}>{row.segment}</Body1Strong>
          <span className={row.ownerless ? styles.wanting : undefined}>
            {row.values.owner ?? (row.inPlan ? owners.noOwner : "")}
          </span>
          <Caption1>{facts.join(" · ")}</Caption1>
          <KpiLine row={row} />
          {row.late && <Caption1 className={styles.wanting}>{owners.late}</Caption1>}
        </div>
        <Button
          size="small"
          appearance="subtle"
          icon={<Icon name={open ? "up" : "down"} />}
          aria-expanded={open}
          aria-controls={id}
          aria-label={owners.edit(row.segment)}
          onClick={onToggle}
        />
      </div>
      {open && (
        <div id={id} className={styles.form}>
          {(Object.keys(owners.fields) as PeopleField[]).map((field) => (
            <OwnerField
              key={field}
              row={row}
              field={field}
              disabled={disabled}
              kpis={kpis}
              missing={missing.includes(field)}
              onSave={onSave}
            />
          ))}
        </div>
      )}
    </li>
  );
}

const useStyles = makeStyles({
  card: {
    padding: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: tokens.spacingHorizontalS },
  names: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXXS },
  name: { overflowWrap: "anywhere" },
  wanting: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorStatusWarningForeground3 },
  form: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalM,
  },
});
