import { Button, Caption1, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import type { TableInspection } from "../../../actions/inspectTable";
import { scalesPaneWords } from "../../../text/pane/scalesPaneWords";
import type { PlanForm } from "../../segments/planForm";
import { Disclosure } from "../../shell/Disclosure";
import type { Pane } from "../../state/usePane";
import { usePaneLanguage } from "../../words";
import { mostScales } from "../editScale";
import { proposedScale, scaleColumns } from "./proposedScale";
import { ScaleFields } from "./ScaleFields";

export interface ScalesFieldsProps {
  readonly pane: Pane;
  readonly form: PlanForm;
  readonly inspection: TableInspection;
}

/** The scales of all columns, on demand; nothing where no column could have one. */
export function ScalesFields({ pane, form, inspection }: ScalesFieldsProps): ReactElement | null {
  const styles = useStyles();
  const words = scalesPaneWords(usePaneLanguage());
  const [chosen, choose] = useState("");
  const { scales, rows } = form.settings;
  const ours = (pane.workbook.value?.columns ?? []).map(({ name }) => name);
  const columns = scaleColumns(form, inspection, ours);
  const column = columns.find(({ name }) => name === chosen);
  const writing = pane.run.state.kind === "running";
  if (scales.length === 0 && columns.length === 0) return null;
  return (
    <Disclosure title={words.title(scales.length)}>
      <div className={styles.scales}>
        <Caption1 className={styles.quiet}>{words.says}</Caption1>
        {scales.map(({ column: name, values }) => (
          <ScaleFields
            key={name}
            name={name}
            values={values}
            column={inspection.columns.find((each) => each.name === name)}
            needed={
              rows.perCustomer === "several" && rows.combine.some((each) => each.column === name && each.by === "worst")
            }
            disabled={writing}
            onChange={(next) => pane.edit({ kind: "scale", column: name, values: next })}
          />
        ))}
        {columns.length > 0 && scales.length < mostScales && (
          <div className={styles.add}>
            <Field label={words.another} size="small">
              <Select value={column?.name ?? ""} disabled={writing} onChange={(_, { value }) => choose(value)}>
                <option value="">{words.choose}</option>
                {columns.map(({ name }) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
            <Button
              size="small"
              disabled={writing || column === undefined}
              onClick={() => {
                if (column === undefined) return;
                pane.edit({ kind: "scale", column: column.name, values: proposedScale(column, form) });
                choose("");
              }}
            >
              {words.add}
            </Button>
          </div>
        )}
      </div>
    </Disclosure>
  );
}

const useStyles = makeStyles({
  scales: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalM, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  add: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    gap: tokens.spacingHorizontalS,
    alignItems: "end",
  },
});
