import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { Customers } from "../../actions/readCustomers";
import type { ListedRow } from "../../engine/outcome";
import { CellLink } from "../shell/CellLink";
import { Disclosure } from "../shell/Disclosure";
import { useWords } from "../words";

export interface ListedCustomersProps {
  readonly title: string;
  readonly why: string;
  readonly rows: readonly ListedRow[];
  readonly customers: Customers;
  readonly onShow: (cell: string) => void;
}

/** Rows that a pane of this width can list before it becomes a report; the sheet lists them for reading. */
const rowsShown = 20;

/** Customers that deserve a look, with the cell and the reason; nothing where there are none. */
export function ListedCustomers({ title, why, rows, customers, onShow }: ListedCustomersProps): ReactElement | null {
  const styles = useStyles();
  const { segments } = useWords();
  if (rows.length === 0) return null;
  return (
    <Disclosure title={title}>
      <Caption1 block>{why}</Caption1>
      <ul className={styles.list}>
        {rows.slice(0, rowsShown).map((row) => (
          <li key={row.row} className={styles.row}>
            <Caption1 className={styles.key}>{row.key}</Caption1>
            <Caption1>
              {segments.reasons[row.reason]}
              {row.content === "" ? "" : `: ${row.content}`}
            </Caption1>
            <Caption1 className={styles.cell}>
              <CellLink cell={cellOf(row, customers)} text={cellOf(row, customers)} onShow={onShow} />
            </Caption1>
          </li>
        ))}
      </ul>
      {rows.length > rowsShown && <Caption1 block>{segments.firstOf(rowsShown, rows.length)}</Caption1>}
    </Disclosure>
  );
}

function cellOf(row: ListedRow, { sheet, firstRow, letters }: Customers): string {
  return `${sheet}!${letters.get(row.column) ?? ""}${firstRow + row.row}`;
}

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr) auto",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  key: { fontWeight: tokens.fontWeightSemibold },
  cell: { color: tokens.colorNeutralForeground2, textAlign: "end", maxWidth: "120px" },
});
