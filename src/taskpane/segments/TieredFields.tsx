import { Field, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { TableInspection } from "../../actions/inspectTable";
import type { Pane } from "../state/usePane";
import { useWords } from "../words";
import { CutoffPicture } from "./CutoffPicture";
import { GroupFields } from "./GroupFields";
import type { TieredForm } from "./planForm";
import { TierFields } from "./TierFields";

export interface TieredFieldsProps {
  readonly pane: Pane;
  readonly inspection: TableInspection;
  readonly open: TieredForm;
  /** Words for what is wrong with a field, if anything is. */
  readonly wrong: (field: string) => string | undefined;
}

/** The tiers, bands or groups of the segmentation on view. */
export function TieredFields({ pane, inspection, open, wrong }: TieredFieldsProps): ReactElement {
  const { segments } = useWords();
  const disabled = pane.run.state.kind === "running";
  const spread = inspection.columns.find(({ name }) => name === open.column)?.spread ?? null;
  return (
    <>
      {open.method === "cutoffs" && (
        <>
          <Field label={segments.direction}>
            <Select
              value={open.direction}
              disabled={disabled}
              onChange={(_, { value }) =>
                pane.edit({ kind: "direction", direction: value === "low-first" ? "low-first" : "high-first" })
              }
            >
              <option value="high-first">{segments.highFirst}</option>
              <option value="low-first">{segments.lowFirst}</option>
            </Select>
          </Field>
          {spread !== null && spread.to > spread.from && (
            <CutoffPicture spread={spread} tiers={open.tiers} disabled={disabled} onEdit={pane.edit} />
          )}
        </>
      )}
      {open.method === "groups" ? (
        <GroupFields groups={open.tiers} disabled={disabled} wrong={wrong} onEdit={pane.edit} />
      ) : (
        <TierFields
          method={open.method}
          direction={open.direction}
          tiers={open.tiers}
          disabled={disabled}
          wrong={wrong}
          onEdit={pane.edit}
        />
      )}
    </>
  );
}
