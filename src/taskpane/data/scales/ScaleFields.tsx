import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { InspectedColumn } from "../../../actions/inspectTable";
import { scalesPaneWords } from "../../../text/pane/scalesPaneWords";
import { moved } from "../../segments/moved";
import { Icon } from "../../shell/Icon";
import { OrderButtons } from "../../shell/OrderButtons";
import { usePaneLanguage } from "../../words";
import { longestScale } from "../editScale";
import { missingValues } from "./proposedScale";

export interface ScaleFieldsProps {
  readonly name: string;
  readonly values: readonly string[];
  /** Undefined where the table has no such column. */
  readonly column: InspectedColumn | undefined;
  /** True where rows come together by the worst of this column. */
  readonly needed: boolean;
  readonly disabled: boolean;
  readonly onChange: (values: readonly string[] | null) => void;
}

/** The scale of one column: its values in their order, and what the data holds beyond them. */
export function ScaleFields({ name, values, column, needed, disabled, onChange }: ScaleFieldsProps): ReactElement {
  const styles = useStyles();
  const scales = scalesPaneWords(usePaneLanguage());
  const missing = column === undefined ? [] : missingValues(column, values);
  return (
    <fieldset className={styles.scale} disabled={disabled}>
      <legend className={styles.legend}>{name}</legend>
      {column === undefined && <Caption1>{scales.noColumn}</Caption1>}
      <ol className={styles.list}>
        {values.map((value, i) => (
          <li key={value} className={styles.row}>
            <span className={styles.value} title={value}>
              {value}
            </span>
            <OrderButtons
              name={value}
              place={i}
              of={values.length}
              onMove={(by) => onChange(moved(values, i, i + by))}
              onRemove={() => onChange(values.filter((other) => other !== value))}
            />
          </li>
        ))}
      </ol>
      {missing.length > 0 && (
        <div className={styles.missing}>
          <Caption1>{scales.missing(missing)}</Caption1>
          <div className={styles.buttons}>
            {missing.map((value) => (
              <Button
                key={value}
                size="small"
                icon={<Icon name="add" />}
                aria-label={scales.addValue(value)}
                disabled={values.length >= longestScale}
                onClick={() => onChange([...values, value])}
              >
                {value}
              </Button>
            ))}
          </div>
        </div>
      )}
      <div>
        <Button
          size="small"
          appearance="subtle"
          aria-label={scales.removeOf(name)}
          disabled={needed}
          onClick={() => onChange(null)}
        >
          {scales.remove}
        </Button>
        {needed && <Caption1 block>{scales.needed}</Caption1>}
      </div>
    </fieldset>
  );
}

const useStyles = makeStyles({
  scale: {
    border: "none",
    margin: 0,
    padding: `0 0 0 ${tokens.spacingHorizontalS}`,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
  },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", alignItems: "center" },
  value: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", fontSize: tokens.fontSizeBase300 },
  missing: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
    overflowWrap: "anywhere",
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});
