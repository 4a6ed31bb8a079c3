import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { Disclosure } from "../../shell/Disclosure";
import { Icon } from "../../shell/Icon";
import { useWords } from "../../words";
import { ColumnSelect } from "../ColumnSelect";
import type { AxisForm } from "../planForm";
import { TieredFields } from "../TieredFields";
import type { MatrixEdit } from "./editMatrix";
import type { MatrixFieldsProps } from "./MatrixFields";
import { axisColumns, axisKinds, newAxis } from "./newMatrix";

export interface AxisFieldsProps extends MatrixFieldsProps {
  readonly axis: AxisForm;
  /** The first being zero. */
  readonly place: number;
  /** Names of the label columns. */
  readonly ours: readonly string[];
  readonly disabled: boolean;
}

/** One column of a policy matrix, and how it is divided. */
export function AxisFields(props: AxisFieldsProps): ReactElement {
  const { pane, form, inspection, open, axis, place, ours, disabled } = props;
  const styles = useStyles();
  const { matrix } = useWords();
  const wrong = (field: string): string | undefined => props.wrong(`axis/${place}${field === "" ? "" : `/${field}`}`);
  const edit = (change: MatrixEdit): void => pane.edit({ kind: "matrix", edit: change });
  const columns = axisColumns(inspection, ours);
  const column = columns.find(({ name }) => name === axis.column);
  const kinds = column === undefined ? [] : axisKinds(column, inspection, ours);
  const divide = (name: string, wanted?: AxisForm["kind"]): void => {
    const chosen = columns.find((each) => each.name === name);
    const kind = wanted ?? (chosen && axisKinds(chosen, inspection, ours)[0]);
    if (chosen && kind) edit({ kind: "axisColumn", axis: place, to: newAxis(chosen, kind, form) });
  };
  const faulty = axis.positions.some((_, i) => wrong(`tier/${i}`) ?? wrong(`cutoff/${i}`));
  return (
    <div className={styles.axis}>
      <div className={styles.row}>
        <Field label={matrix.column(place + 1)} validationMessage={wrong("") ?? null}>
          <ColumnSelect
            value={axis.column}
            names={columns.map(({ name }) => name)}
            disabled={disabled}
            onChange={(name) => divide(name)}
          />
        </Field>
        <Button
          className={styles.remove}
          appearance="subtle"
          icon={<Icon name="remove" />}
          aria-label={matrix.removeColumn(axis.column)}
          disabled={open.axes.length <= 1}
          onClick={() => edit({ kind: "removeAxis", axis: place })}
        />
      </div>
      {kinds.length > 1 && (
        <Select
          size="small"
          aria-label={matrix.divided(axis.column)}
          value={axis.kind}
          disabled={disabled}
          onChange={(_, { value }) => divide(axis.column, value === "bands" ? "bands" : "values")}
        >
          <option value="values">{matrix.byValues}</option>
          <option value="bands">{matrix.byBands}</option>
        </Select>
      )}
      <Disclosure title={matrix.positions[axis.kind](axis.positions.length)} open={faulty}>
        <TieredFields
          inspection={inspection}
          open={{
            method: axis.kind === "bands" ? "cutoffs" : "groups",
            column: axis.column,
            direction: axis.direction,
            tiers: axis.positions,
          }}
          disabled={disabled}
          wrong={wrong}
          onEdit={(change) => edit({ kind: "axis", axis: place, edit: change })}
        />
      </Disclosure>
    </div>
  );
}

const useStyles = makeStyles({
  axis: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
  row: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) 32px", alignItems: "start" },
  // Beside the field itself, below its label.
  remove: { marginTop: "22px" },
});
