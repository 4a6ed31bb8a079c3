import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { TableInspection } from "../../actions/inspectTable";
import { useWords } from "../words";

export interface PlanSourceProps {
  readonly inspection: TableInspection;
  readonly onChange: () => void;
}

/** Which customers these are, with the way back to the choice. */
export function PlanSource({ inspection, onChange }: PlanSourceProps): ReactElement {
  const styles = useStyles();
  const { segments } = useWords();
  const odd = inspection.problems.length;
  return (
    <div className={styles.source}>
      <Caption1 className={styles.quiet}>
        {[segments.source(inspection.name, inspection.rows), ...(odd > 0 ? [segments.things(odd)] : [])].join(" · ")}
      </Caption1>
      <Button size="small" appearance="subtle" className={styles.change} onClick={onChange}>
        {segments.change}
      </Button>
    </div>
  );
}

const useStyles = makeStyles({
  source: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  change: { flexShrink: 0 },
});
