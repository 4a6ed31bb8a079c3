import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { SegmentationOutcome } from "../../engine/outcome";
import { useFigures, useWords } from "../words";
import { TierMark } from "./TierMark";

export interface TierTableProps {
  readonly outcome: SegmentationOutcome;
}

/** Customers and value of each tier, with their shares. */
export function TierTable({ outcome }: TierTableProps): ReactElement {
  const styles = useStyles();
  const { segments, history } = useWords();
  const { count, amount, share } = useFigures();
  return (
    <table className={styles.table} aria-label={segments.tableOf(outcome.name)}>
      <thead>
        <tr>
          <th scope="col" className={styles.tier}>
            {segments.tier}
          </th>
          <th scope="col" className={styles.number}>
            {segments.customers}
          </th>
          <th scope="col" className={styles.number}>
            {segments.value}
          </th>
        </tr>
      </thead>
      <tbody>
        {outcome.groups.map((group, tier) => {
          if (isIdle(outcome, group)) return null;
          const ends = endsOf(outcome, tier);
          return (
            <tr key={group.id}>
              <th scope="row" className={styles.tier}>
                <span className={styles.name}>
                  <TierMark tier={tier} method={outcome.method} />
                  <span className={styles.label} title={group.name}>
                    {group.name}
                    {ends !== null && (
                      <span className={styles.share}>
                        {segments.between(
                          ...ends,
                          "direction" in outcome.used && outcome.used.direction === "high-first",
                        )}
                      </span>
                    )}
                  </span>
                </span>
              </th>
              <td className={styles.number}>
                {count(group.customers)}
                <span className={styles.share}>{share(group.shareOfCustomers)}</span>
              </td>
              <td className={styles.number}>
                {amount(group.value)}
                <span className={styles.share}>{share(group.shareOfValue)}</span>
              </td>
            </tr>
          );
        })}
        {outcome.unclassified.customers > 0 && (
          <tr>
            <th scope="row" className={styles.tier}>
              <span className={styles.label}>{history.notClassified}</span>
            </th>
            <td className={styles.number}>
              {count(outcome.unclassified.customers)}
              <span className={styles.share}>{share(outcome.unclassified.shareOfCustomers)}</span>
            </td>
            <td className={styles.number}>
              {amount(outcome.unclassified.value)}
              <span className={styles.share}>{share(outcome.unclassified.shareOfValue)}</span>
            </td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className={styles.tier}>
            {segments.total}
          </th>
          <td className={styles.number}>{count(outcome.classified + outcome.unclassified.customers)}</td>
          <td className={styles.number}>{amount(outcome.totalValue + outcome.unclassified.value)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Customers without scores have groups of their own, of which nobody needs to hear where there are none. */
function isIdle({ method }: SegmentationOutcome, { id, customers }: SegmentationOutcome["groups"][number]): boolean {
  return method === "rfm" && customers === 0 && /\/-[a-z]*$/.test(id);
}

/** From and below which value a tier by rank goes; null for an open end, and altogether where tiers have no limits. */
function endsOf(
  { method, limits, used }: SegmentationOutcome,
  tier: number,
): [from: number | null, below: number | null] | null {
  if (method !== "quantiles" || limits === undefined) return null;
  const [before = null, after = null] = [limits[tier - 1], limits[tier]];
  return "direction" in used && used.direction === "high-first" ? [after, before] : [before, after];
}

const useStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& th, & td": {
      padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      verticalAlign: "top",
      fontWeight: tokens.fontWeightRegular,
    },
    "& thead th": { color: tokens.colorNeutralForeground2 },
    "& tfoot th, & tfoot td": { fontWeight: tokens.fontWeightSemibold, borderBottom: "none" },
    "& th:first-child": { paddingLeft: 0 },
  },
  tier: { textAlign: "start" },
  number: { textAlign: "end", whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
  name: { display: "flex", gap: tokens.spacingHorizontalXS, alignItems: "start" },
  label: { overflowWrap: "anywhere", paddingTop: "2px" },
  share: { display: "block", color: tokens.colorNeutralForeground2 },
});
