import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { TableInspection } from "../../../actions/inspectTable";
import { mostAxes } from "../../../segmentations/matrix/matrixPositions";
import { FieldSet } from "../../shell/FieldSet";
import { Icon } from "../../shell/Icon";
import type { Pane } from "../../state/usePane";
import { useWords } from "../../words";
import type { MatrixForm, PlanForm } from "../planForm";
import { AxisFields } from "./AxisFields";
import { CellFields } from "./CellFields";
import { ClassFields } from "./ClassFields";
import { axisColumns, axisKinds, newAxis } from "./newMatrix";

export interface MatrixFieldsProps {
  readonly pane: Pane;
  readonly form: PlanForm;
  readonly inspection: TableInspection;
  readonly open: MatrixForm;
  /** Words for what is wrong with a field, if anything is. */
  readonly wrong: (field: string) => string | undefined;
}

/** A policy matrix: the columns that decide, the classes, and which combination leads to which. */
export function MatrixFields(props: MatrixFieldsProps): ReactElement {
  const { pane, form, inspection, open } = props;
  const styles = useStyles();
  const { matrix } = useWords();
  const disabled = pane.run.state.kind === "running";
  const ours = (pane.workbook.value?.columns ?? []).map(({ name }) => name);
  const free = axisColumns(inspection, ours).filter(({ name }) => open.axes.every(({ column }) => column !== name));
  const [next] = free;
  const full = open.axes.length >= mostAxes;
  const add = (): void => {
    const [kind] = next === undefined ? [] : axisKinds(next, inspection, ours);
    if (next === undefined || kind === undefined) return;
    const to = newAxis(next, kind, form);
    pane.edit({ kind: "matrix", edit: { kind: "axisColumn", axis: open.axes.length, to } });
  };
  return (
    <>
      <FieldSet legend={matrix.columns} hint={matrix.columnsHint} disabled={disabled}>
        {open.axes.map((axis, i) => (
          <AxisFields key={i} {...props} axis={axis} place={i} ours={ours} disabled={disabled} />
        ))}
        <div className={styles.foot}>
          <Button size="small" icon={<Icon name="add" />} disabled={full || next === undefined} onClick={add}>
            {matrix.addColumn}
          </Button>
          {full && <Caption1>{matrix.addColumnFull}</Caption1>}
        </div>
      </FieldSet>
      <ClassFields {...props} disabled={disabled} />
      <CellFields {...props} disabled={disabled} />
    </>
  );
}

const useStyles = makeStyles({
  foot: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
});
