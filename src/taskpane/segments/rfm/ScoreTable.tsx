import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

import { rfmPaneWords } from "../../../text/pane/rfmPaneWords";
import { usePaneLanguage } from "../../words";

export interface ScoreTableProps {
  readonly label: string;
  /** How many scores recency and frequency have. */
  readonly recency: number;
  readonly frequency: number;
  readonly cell: (recency: number, frequency: number) => ReactNode;
}

/** Recency down, the latest on top; frequency across, the most orders on the right. */
export function ScoreTable({ label, recency, frequency, cell }: ScoreTableProps): ReactElement {
  const styles = useStyles();
  const words = rfmPaneWords(usePaneLanguage());
  const down = Array.from({ length: recency }, (_, i) => recency - i);
  const across = Array.from({ length: frequency }, (_, i) => i + 1);
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <td className={styles.side} aria-hidden="true" />
          {across.map((score) => (
            <th key={score} scope="col">
              <abbr className={styles.abbr} title={words.measures.frequency}>
                F
              </abbr>
              {score}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {down.map((row) => (
          <tr key={row}>
            <th scope="row" className={styles.side}>
              <abbr className={styles.abbr} title={words.measures.recency}>
                R
              </abbr>
              {row}
            </th>
            {across.map((column) => (
              <td key={column}>{cell(row, column)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const useStyles = makeStyles({
  table: {
    width: "100%",
    tableLayout: "fixed",
    borderCollapse: "separate",
    borderSpacing: "2px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
    "& th": { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, padding: 0 },
    "& thead th": { textAlign: "center" },
    "& td": { padding: 0, textAlign: "center" },
  },
  side: { width: "24px" },
  abbr: { textDecorationLine: "none" },
});
