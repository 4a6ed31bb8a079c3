import { Field } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { InspectedColumn } from "../../actions/inspectTable";
import { newNames } from "../../text/newNames";
import { useWords } from "../words";
import { ColumnSelect } from "./ColumnSelect";
import { bandColumns, bandTiers, groupColumns, groupTiers } from "./newSegmentation";
import type { TierForm } from "./planForm";
import type { SegmentationFieldsProps } from "./SegmentationFields";

export interface ColumnFieldProps extends SegmentationFieldsProps {
  readonly method: "quantiles" | "cutoffs" | "groups";
  readonly column: string;
  /** Words for what is wrong with a field, if anything is. */
  readonly wrong: (field: string) => string | undefined;
}

/** What tiers by rank, bands and groups go by. Another column brings bands or groups of its own. */
export function ColumnField({ pane, form, inspection, method, column, wrong }: ColumnFieldProps): ReactElement {
  const { segments } = useWords();
  const ours = (pane.workbook.value?.columns ?? []).map(({ name }) => name);
  const columns = method === "groups" ? groupColumns(inspection, ours) : bandColumns(inspection);
  const tiersBy = (chosen: InspectedColumn): readonly TierForm[] =>
    method === "groups" ? groupTiers(chosen, form) : bandTiers(chosen, newNames(form.sheetLanguage).threeBands);
  return (
    <Field label={segments.columnOf[method]} validationMessage={wrong("column") ?? null}>
      <ColumnSelect
        value={column}
        names={columns.map(({ name }) => name)}
        disabled={pane.run.state.kind === "running"}
        onChange={(name) => {
          const chosen = columns.find((each) => each.name === name);
          if (chosen) pane.edit({ kind: "column", column: name, tiers: tiersBy(chosen) });
        }}
      />
    </Field>
  );
}
