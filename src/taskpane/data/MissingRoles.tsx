import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { TableInspection } from "../../actions/inspectTable";
import { roleNames } from "../../plan/plan";
import type { PlanForm } from "../segments/planForm";
import type { Pane } from "../state/usePane";
import { useWords } from "../words";

export interface MissingRolesProps {
  readonly pane: Pane;
  readonly form: PlanForm;
  readonly inspection: TableInspection;
}

/** Roles whose columns were renamed or deleted: what they were, and a way to go on without them. */
export function MissingRoles({ pane, form, inspection }: MissingRolesProps): ReactElement {
  const styles = useStyles();
  const { roles } = useWords();
  const writing = pane.run.state.kind === "running";
  const names = inspection.columns.map(({ name }) => name);
  return (
    <>
      {roleNames.map((role) => {
        const column = form.settings.roles[role];
        if (column === undefined || names.includes(column)) return null;
        return (
          <div key={role} className={styles.missing}>
            <Caption1>{roles.missing(roles.names[role], column)}</Caption1>
            <Button
              size="small"
              disabled={writing}
              aria-label={roles.leaveOutOf(roles.names[role])}
              onClick={() => pane.edit({ kind: "role", role, column: null })}
            >
              {roles.leaveOut}
            </Button>
          </div>
        );
      })}
    </>
  );
}

const useStyles = makeStyles({
  missing: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    justifyItems: "start",
    gap: tokens.spacingVerticalXS,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorPaletteMarigoldBorder2}`,
  },
});
