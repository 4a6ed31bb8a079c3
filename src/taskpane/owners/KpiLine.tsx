import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { OwnerRow } from "../../actions/owners/readOwners";
import { kpiWords } from "../../text/ownerWords";
import { useFigures, usePaneLanguage } from "../words";

export interface KpiLineProps {
  readonly row: OwnerRow;
}

/** What the KPI of a segment measures now, against its target: in words, and as a bar from the baseline on. */
export function KpiLine({ row }: KpiLineProps): ReactElement | null {
  const styles = useStyles();
  const words = kpiWords[usePaneLanguage()];
  const { amount, share } = useFigures();
  const { values, actual, progress } = row;
  if (actual === null || values.kpi === undefined) return null;
  /** As the sheet shows it: below one it is a share. */
  const shown = (value: string | number): string =>
    typeof value === "string" ? value : Math.abs(value) < 1 && value !== 0 ? share(value) : amount(value);
  const says = [
    words.now(String(values.kpi), shown(actual)),
    ...(values.target === undefined ? [] : [words.target(shown(values.target))]),
    ...(progress === null ? [] : [wayOf(progress, share(progress), words)]),
  ];
  return (
    <div className={styles.kpi}>
      <Caption1>{says.join(words.comma)}</Caption1>
      {progress !== null && (
        <div className={styles.bar} aria-hidden="true">
          <div className={styles.part} style={{ width: `${100 * Math.min(1, Math.max(0, progress))}%` }} />
        </div>
      )}
    </div>
  );
}

function wayOf(progress: number, share: string, words: (typeof kpiWords)["en"]): string {
  if (progress >= 1) return words.reached;
  return progress < 0 ? words.back : words.way(share);
}

const useStyles = makeStyles({
  kpi: { display: "grid", gap: tokens.spacingVerticalXXS },
  bar: {
    height: "6px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground5,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    forcedColorAdjust: "auto",
  },
  part: {
    height: "100%",
    backgroundColor: tokens.colorBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
});
