import { Badge, Body1, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { InspectedColumn } from "../../actions/inspectTable";
import type { Role } from "../../plan/plan";
import { useWords } from "../words";
import { type ColumnRole, RoleSelect } from "./RoleSelect";

export interface ColumnRowProps {
  readonly column: InspectedColumn;
  readonly rows: number;
  /** The column that identifies a customer, and a label column of Tierbook's, are for nothing else. */
  readonly fixed: "key" | "ours" | null;
  readonly chosen: ColumnRole;
  readonly disabled: boolean;
  readonly onChoose: (role: Role | null) => void;
}

/** One column: its name, what it is for, how full it is, and a few of its values. */
export function ColumnRow({ column, rows, fixed, chosen, disabled, onChoose }: ColumnRowProps): ReactElement {
  const styles = useStyles();
  const { data } = useWords();
  const { name, looksLike, counts, distinct, distinctCapped, samples } = column;
  const blank = rows === 0 ? 0 : counts.empty / rows;
  const facts = [
    data.blank(blank),
    data.distinct(distinct, distinctCapped),
    ...(counts.error > 0 ? [data.errorsIn(counts.error)] : []),
  ];
  return (
    <li className={styles.row}>
      <span className={styles.head}>
        <Body1 className={styles.name} title={name}>
          {name}
        </Body1>
        {fixed === null ? (
          <RoleSelect column={column} chosen={chosen} disabled={disabled} onChoose={onChoose} />
        ) : (
          <Badge
            className={styles.role}
            appearance="outline"
            color="informative"
            title={fixed === "key" ? data.looksLikeWhy[looksLike] : data.ownColumn}
          >
            {fixed === "key" ? data.looksLike.key : "Tierbook"}
          </Badge>
        )}
      </span>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.bar} style={{ width: `${(1 - blank) * 100}%` }} />
      </span>
      <Caption1 className={styles.quiet}>{facts.join(" · ")}</Caption1>
      {samples.length > 0 && (
        <Caption1 className={styles.samples}>{data.samples(samples.join(data.listComma))}</Caption1>
      )}
    </li>
  );
}

const oneLine = { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", minWidth: 0 } as const;

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: "flex", justifyContent: "space-between", alignItems: "center", gap: tokens.spacingHorizontalS },
  name: oneLine,
  role: { flexShrink: 0 },
  track: {
    display: "block",
    height: "3px",
    backgroundColor: tokens.colorNeutralBackground5,
    forcedColorAdjust: "none",
  },
  bar: { display: "block", height: "3px", backgroundColor: tokens.colorBrandStroke1 },
  quiet: { color: tokens.colorNeutralForeground2 },
  samples: { ...oneLine, color: tokens.colorNeutralForeground2 },
});
