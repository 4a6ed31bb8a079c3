import { Field, Input, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { PlanForm } from "../segments/planForm";
import type { Pane } from "../state/usePane";
import { useWords } from "../words";

export interface SettingsFieldsProps {
  readonly pane: Pane;
  readonly form: PlanForm;
}

/** Whose words and columns the sheets have, and the unit of their amounts. */
export function SettingsFields({ pane, form }: SettingsFieldsProps): ReactElement {
  const { roles } = useWords();
  const writing = pane.run.state.kind === "running";
  const { template, unit } = form.settings;
  return (
    <>
      <Field label={roles.template} hint={roles.templateHint}>
        <Select
          value={template}
          disabled={writing}
          onChange={(_, { value }) =>
            pane.edit({ kind: "template", template: value === "retail" ? "retail" : "lending" })
          }
        >
          <option value="lending">{roles.templates.lending}</option>
          <option value="retail">{roles.templates.retail}</option>
        </Select>
      </Field>
      <Field label={roles.unit} hint={roles.unitHint}>
        <Input
          value={unit ?? ""}
          disabled={writing}
          onChange={(_, { value }) => pane.edit({ kind: "unit", unit: value })}
        />
      </Field>
    </>
  );
}
