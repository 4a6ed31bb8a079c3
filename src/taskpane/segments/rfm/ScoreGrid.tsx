import { Caption1, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { SegmentationOutcome } from "../../../engine/outcome";
import { rfmPaneWords } from "../../../text/pane/rfmPaneWords";
import { useFigures, usePaneLanguage } from "../../words";
import { ScoreTable } from "./ScoreTable";

export interface ScoreGridProps {
  readonly outcome: SegmentationOutcome;
}

/** Where the customers are: by recency and frequency, how many they are and what share of the value they hold. */
export function ScoreGrid({ outcome }: ScoreGridProps): ReactElement | null {
  const styles = useStyles();
  const words = rfmPaneWords(usePaneLanguage());
  const { count, percent } = useFigures();
  const { rfm } = outcome;
  if (rfm === undefined || rfm.scored === 0) return null;
  const cells = gridOf(rfm.cells);
  const most = Math.max(...[...cells.values()].map(({ customers }) => customers));
  return (
    <div className={styles.picture}>
      <ScoreTable
        label={words.gridOf(outcome.name)}
        recency={rfm.counts.recency.length}
        frequency={rfm.counts.frequency.length}
        cell={(recency, frequency) => {
          const { customers = 0, value = 0 } = cells.get(`${recency}-${frequency}`) ?? {};
          const share = outcome.positiveValue > 0 ? Math.max(0, value) / outcome.positiveValue : 0;
          const shade = customers === 0 ? 0 : Math.ceil((customers / most) * 4);
          return (
            <div className={mergeClasses(styles.cell, styles[shades[shade] ?? "none"])}>
              <span className={styles.customers}>{count(customers)}</span>
              <span>{customers === 0 ? "–" : percent(Math.round(share * 100) / 100)}</span>
            </div>
          );
        }}
      />
      <Caption1>{words.gridSays(outcome.used.valueColumn)}</Caption1>
    </div>
  );
}

/** Customers and value by the scores of recency and frequency. */
function gridOf(
  cells: NonNullable<SegmentationOutcome["rfm"]>["cells"],
): ReadonlyMap<string, { readonly customers: number; readonly value: number }> {
  const grid = new Map<string, { customers: number; value: number }>();
  for (const { at, customers, value } of cells) {
    const key = `${at[0]}-${at[1]}`;
    const before = grid.get(key) ?? { customers: 0, value: 0 };
    grid.set(key, { customers: before.customers + customers, value: before.value + value });
  }
  return grid;
}

const shades = ["none", "few", "some", "many", "most"] as const;

const useStyles = makeStyles({
  picture: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXS },
  cell: {
    display: "grid",
    padding: `${tokens.spacingVerticalXXS} 0`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    // The numbers say it all; a contrast theme may take the shades away.
    borderRadius: tokens.borderRadiusSmall,
  },
  customers: { fontWeight: tokens.fontWeightSemibold },
  none: {},
  few: { backgroundColor: "#deecf9", color: "#000000" },
  some: { backgroundColor: "#9fcaf0", color: "#000000" },
  many: { backgroundColor: "#2073bc", color: "#ffffff" },
  most: { backgroundColor: "#12436d", color: "#ffffff" },
});
