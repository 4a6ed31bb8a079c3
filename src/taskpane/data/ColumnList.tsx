import { makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { InspectedColumn } from "../../actions/inspectTable";
import { useWords } from "../words";
import { ColumnRow } from "./ColumnRow";

export interface ColumnListProps {
  readonly columns: readonly InspectedColumn[];
  readonly rows: number;
}

/** All columns with what they seem to be. */
export function ColumnList({ columns, rows }: ColumnListProps): ReactElement {
  const styles = useStyles();
  const { data } = useWords();
  return (
    <section className={styles.part}>
      <Subtitle2 as="h3">{data.columns(columns.length)}</Subtitle2>
      <ul className={styles.list}>
        {columns.map((column) => (
          <ColumnRow key={column.letters} column={column} rows={rows} />
        ))}
      </ul>
    </section>
  );
}

const useStyles = makeStyles({
  part: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  list: { listStyleType: "none", margin: 0, padding: 0 },
});
