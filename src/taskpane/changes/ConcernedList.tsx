import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import type { ChangedCustomer } from "../../actions/changes/changedLines";
import { changeWords } from "../../text/changeWords";
import { CellLink } from "../shell/CellLink";
import { useFigures, usePaneLanguage } from "../words";

export interface ConcernedListProps {
  readonly customers: readonly ChangedCustomer[];
  /** How many are shown at first. */
  readonly first: number;
  readonly onShow: (cell: string) => void;
}

/** Customers that are added to the list at a time. */
const step = 25;

/** Who changed segment: from where to where, what they are worth now, and why. */
export function ConcernedList({ customers, first, onShow }: ConcernedListProps): ReactElement {
  const styles = useStyles();
  const words = changeWords[usePaneLanguage()].pane;
  const { amount } = useFigures();
  const [shown, setShown] = useState(first);
  return (
    <>
      <ul className={styles.list}>
        {customers.slice(0, shown).map(({ key, name, from, to, value, why, cell }) => (
          <li key={cell} className={styles.customer}>
            <span className={styles.name}>
              <CellLink cell={cell} text={name === "" ? key : name} onShow={onShow} />
              {name === "" ? "" : ` ${key}`}
            </span>
            <span className={styles.value}>{value === null ? "–" : amount(value)}</span>
            <span className={styles.whole}>{words.way(from, to)}</span>
            <Caption1 className={styles.why}>{why}</Caption1>
          </li>
        ))}
      </ul>
      {customers.length > shown && (
        <div className={styles.more}>
          <Caption1>{words.firstOf(shown, customers.length)}</Caption1>
          <Button size="small" onClick={() => setShown(shown + step)}>
            {words.showMore}
          </Button>
        </div>
      )}
    </>
  );
}

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  customer: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  value: { textAlign: "end", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  whole: { gridColumn: "1 / -1" },
  why: { gridColumn: "1 / -1", color: tokens.colorNeutralForeground2 },
  more: { display: "flex", alignItems: "center", justifyContent: "space-between" },
});
