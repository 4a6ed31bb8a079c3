import { Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { TableInspection } from "../../actions/inspectTable";
import { roleNames } from "../../plan/plan";
import type { PlanForm } from "../segments/planForm";
import type { Pane } from "../state/usePane";
import { useWords } from "../words";
import { ColumnRow } from "./ColumnRow";
import { likelyRoles } from "./planSettings";
import type { ColumnRole } from "./RoleSelect";

export interface ColumnListProps {
  readonly pane: Pane;
  readonly form: PlanForm;
  readonly inspection: TableInspection;
}

/** All columns with what they are for, which can be changed here. */
export function ColumnList({ pane, form, inspection }: ColumnListProps): ReactElement {
  const styles = useStyles();
  const { data, roles: words } = useWords();
  const { columns, rows } = inspection;
  const { roles } = form.settings;
  const guessed = likelyRoles(inspection, form.keyColumn);
  const roleOf = (name: string): ColumnRole => {
    const role = roleNames.find((each) => roles[each] === name) ?? null;
    const guess = role === null ? undefined : guessed[role];
    return { role, by: guess?.column === name ? guess.by : null };
  };
  const ours = (pane.workbook.value?.columns ?? []).filter(({ table }) =>
    [form.table.id, form.table.name].includes(table),
  );
  const fixedAs = (name: string): "key" | "ours" | null => {
    if (name === form.keyColumn) return "key";
    return ours.some((column) => column.name === name) ? "ours" : null;
  };
  return (
    <section className={styles.part}>
      <Subtitle2 as="h3">{data.columns(columns.length)}</Subtitle2>
      <Caption1 className={styles.quiet}>{words.hint}</Caption1>
      <ul className={styles.list}>
        {columns.map((column) => (
          <ColumnRow
            key={column.letters}
            column={column}
            rows={rows}
            fixed={fixedAs(column.name)}
            chosen={roleOf(column.name)}
            disabled={pane.run.state.kind === "running"}
            onChoose={(role) =>
              pane.edit(
                role === null ? { kind: "noRole", column: column.name } : { kind: "role", role, column: column.name },
              )
            }
          />
        ))}
      </ul>
    </section>
  );
}

const useStyles = makeStyles({
  part: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
});
