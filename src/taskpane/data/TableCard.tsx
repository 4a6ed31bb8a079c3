import { Badge, Body1Strong, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { FoundTable } from "../../actions/findTables";
import type { ColumnGuess } from "../../actions/guessColumn";
import { useWords } from "../words";

export interface TableCardProps {
  readonly table: FoundTable;
  readonly likeliest: boolean;
  readonly onChoose: () => void;
}

/** Kinds of columns by which people recognise a customer table, in this order. */
const telling: readonly ColumnGuess[] = ["key", "name", "value", "date", "category"];
/** Names per kind that a card of three lines can hold. */
const namesShown = 3;

/** A table that was found, as one large button. A table that cannot be used says why instead. */
export function TableCard({ table, likeliest, onChoose }: TableCardProps): ReactElement {
  const styles = useStyles();
  const { data } = useWords();
  const empty = table.rows === 0 || table.reason === "empty";
  const usable = !empty && table.reason !== "no-header";
  const kinds = telling.flatMap((kind) => {
    const names = table.columns.filter(({ looksLike }) => looksLike === kind).map(({ name }) => name);
    if (names.length === 0) return [];
    const rest = names.length - namesShown;
    return [{ kind, names: names.slice(0, namesShown).join(", ") + (rest > 0 ? ` ${data.more(rest)}` : "") }];
  });
  return (
    <button type="button" className={styles.card} aria-disabled={!usable} onClick={usable ? onChoose : undefined}>
      <span className={styles.head}>
        <Body1Strong>{table.name}</Body1Strong>
        {likeliest && <Badge appearance="tint">{data.likeliest}</Badge>}
      </span>
      <Caption1>
        {[table.sheet, data.rows(empty ? 0 : table.rows), data.columnsCount(table.columns.length)].join(" · ")}
      </Caption1>
      {usable && kinds.length > 0 && (
        <span className={styles.kinds}>
          {kinds.map(({ kind, names }) => (
            <Caption1 key={kind} className={styles.kind}>
              <span className={styles.quiet}>{data.looksLike[kind]}</span> <span>{names}</span>
            </Caption1>
          ))}
        </span>
      )}
      <Caption1 className={styles.quiet}>{data.reasons[empty ? "empty" : table.reason]}</Caption1>
    </button>
  );
}

const useStyles = makeStyles({
  card: {
    display: "grid",
    gap: tokens.spacingVerticalXS,
    width: "100%",
    padding: tokens.spacingVerticalM,
    textAlign: "start",
    font: "inherit",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    overflowWrap: "anywhere",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
    '&[aria-disabled="true"]': { cursor: "default", backgroundColor: tokens.colorNeutralBackground3 },
  },
  head: { display: "flex", justifyContent: "space-between", alignItems: "start", gap: tokens.spacingHorizontalS },
  kinds: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)" },
  kind: { display: "grid", gridTemplateColumns: "64px 1fr", columnGap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});
