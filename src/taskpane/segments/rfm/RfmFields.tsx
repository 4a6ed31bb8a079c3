import type { ReactElement } from "react";

import type { TableInspection } from "../../../actions/inspectTable";
import type { Pane } from "../../state/usePane";
import type { RfmForm } from "../planForm";
import { ColumnSourceFields } from "./ColumnSourceFields";
import { SegmentNames } from "./SegmentNames";

export interface RfmFieldsProps {
  readonly pane: Pane;
  readonly inspection: TableInspection;
  readonly open: RfmForm;
  /** Words for what is wrong with a field, if anything is. */
  readonly wrong: (field: string) => string | undefined;
}

/** RFM: where the three measures come from, how they are scored, and which scores lead to which segment. */
export function RfmFields({ pane, inspection, open, wrong }: RfmFieldsProps): ReactElement {
  const disabled = pane.run.state.kind === "running";
  const edit = (to: RfmForm): void => pane.edit({ kind: "rfm", to });
  const fields = { inspection, open, wrong, disabled, onEdit: edit };
  return (
    <>
      {open.source.kind === "columns" && <ColumnSourceFields {...fields} source={open.source} />}
      <SegmentNames {...fields} />
    </>
  );
}

/** What every part of the editor is given. */
export interface RfmPartProps {
  readonly inspection: TableInspection;
  readonly open: RfmForm;
  readonly wrong: (field: string) => string | undefined;
  readonly disabled: boolean;
  readonly onEdit: (to: RfmForm) => void;
}
