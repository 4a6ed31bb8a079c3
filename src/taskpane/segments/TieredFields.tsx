import { Field, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { TableInspection } from "../../actions/inspectTable";
import { useWords } from "../words";
import { CutoffPicture } from "./CutoffPicture";
import type { TierEdit, Tiered } from "./editTiers";
import { GroupFields } from "./GroupFields";
import { TierFields } from "./TierFields";

export interface TieredFieldsProps {
  readonly inspection: TableInspection;
  readonly open: Tiered & { readonly column: string };
  readonly disabled: boolean;
  /** Words for what is wrong with a field, if anything is. */
  readonly wrong: (field: string) => string | undefined;
  readonly onEdit: (edit: TierEdit) => void;
}

/** Tiers, bands or groups: of the segmentation on view, or on an axis of a policy matrix. */
export function TieredFields({ inspection, open, disabled, wrong, onEdit }: TieredFieldsProps): ReactElement {
  const { segments } = useWords();
  const spread = inspection.columns.find(({ name }) => name === open.column)?.spread ?? null;
  return (
    <>
      {(open.method === "cutoffs" || open.method === "quantiles") && (
        <>
          <Field label={segments.direction}>
            <Select
              value={open.direction}
              disabled={disabled}
              onChange={(_, { value }) =>
                onEdit({ kind: "direction", direction: value === "low-first" ? "low-first" : "high-first" })
              }
            >
              <option value="high-first">{segments.highFirst}</option>
              <option value="low-first">{segments.lowFirst}</option>
            </Select>
          </Field>
          {open.method === "cutoffs" && spread !== null && spread.to > spread.from && (
            <CutoffPicture spread={spread} tiers={open.tiers} disabled={disabled} onEdit={onEdit} />
          )}
        </>
      )}
      {open.method === "groups" ? (
        <GroupFields groups={open.tiers} disabled={disabled} wrong={wrong} onEdit={onEdit} />
      ) : (
        <TierFields
          method={open.method}
          direction={open.direction}
          tiers={open.tiers}
          disabled={disabled}
          wrong={wrong}
          onEdit={onEdit}
        />
      )}
    </>
  );
}
