import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

export interface FieldSetProps {
  readonly legend: string;
  readonly hint?: string;
  readonly disabled: boolean;
  readonly children: ReactNode;
}

/** Fields that belong together, under a name of their own. */
export function FieldSet({ legend, hint, disabled, children }: FieldSetProps): ReactElement {
  const styles = useStyles();
  return (
    <fieldset className={styles.group} disabled={disabled}>
      <legend className={styles.legend}>{legend}</legend>
      {hint !== undefined && <Caption1 className={styles.hint}>{hint}</Caption1>}
      {children}
    </fieldset>
  );
}

const useStyles = makeStyles({
  group: {
    border: "none",
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
  },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXXS },
  hint: { color: tokens.colorNeutralForeground2 },
});
