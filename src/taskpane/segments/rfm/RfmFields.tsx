import { Field, Input } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { OrdersPlace } from "../../../actions/orders/readOrders";
import type { TableInspection } from "../../../actions/inspectTable";
import type { RfmResult } from "../../../segmentations/rfm/rfmResult";
import { rfmPaneWords } from "../../../text/pane/rfmPaneWords";
import type { Pane } from "../../state/usePane";
import { useFigures, usePaneLanguage } from "../../words";
import type { PlanForm, RfmForm } from "../planForm";
import { CoverageNote } from "./CoverageNote";
import { MapFields } from "./MapFields";
import { ProposalNote } from "./ProposalNote";
import { ScoringFields } from "./ScoringFields";
import { SegmentNames } from "./SegmentNames";
import { SourceFields } from "./SourceFields";

export interface RfmFieldsProps {
  readonly pane: Pane;
  readonly form: PlanForm;
  readonly inspection: TableInspection;
  readonly open: RfmForm;
  /** Words for what is wrong with a field, if anything is. */
  readonly wrong: (field: string) => string | undefined;
}

/** What every part of the editor is given. */
export interface RfmPartProps extends Omit<RfmFieldsProps, "pane"> {
  readonly disabled: boolean;
  readonly onEdit: (to: RfmForm) => void;
  /** What the preview found, which lags behind the form by a moment; null while there is none. */
  readonly found: RfmResult | null;
  /** Where its orders stand, and what is odd about them; null where there are none, or no preview. */
  readonly orders: OrdersPlace | null;
}

/** RFM: where the three measures come from, how they are scored, and which scores lead to which segment. */
export function RfmFields({ pane, form, inspection, open, wrong }: RfmFieldsProps): ReactElement {
  const words = rfmPaneWords(usePaneLanguage());
  const { day } = useFigures();
  const disabled = pane.run.state.kind === "running";
  const outcome = pane.preview.value?.outcome.segmentations.find(({ id }) => id === open.id);
  const fields: RfmPartProps = {
    ...{ form, inspection, open, wrong, disabled },
    onEdit: (to) => pane.edit({ kind: "rfm", to }),
    found: outcome?.rfm ?? null,
    orders: pane.preview.value?.customers.orders[open.id] ?? null,
  };
  const { dataDate: from = null, monthEnd = null } = fields.found ?? {};
  const would = monthEnd && ` ${words.monthEndWould(day(monthEnd.date), monthEnd.later, open.source.kind)}`;
  const hint =
    form.dataDate === "" && from !== null ? words.dataDateFound(day(from)) + (would ?? "") : words.dataDateHint;
  return (
    <>
      <ProposalNote {...fields} pane={pane} />
      <SourceFields {...fields} tables={pane.tables.value ?? []} />
      <Field
        label={words.dataDate}
        hint={hint}
        validationMessage={pane.problems.some(({ field }) => field === "date") ? words.dataDateWrong : null}
      >
        <Input
          type="date"
          value={form.dataDate}
          disabled={disabled}
          onChange={(_, { value }) => pane.edit({ kind: "dataDate", date: value })}
        />
      </Field>
      <ScoringFields {...fields} />
      <MapFields {...fields} />
      <SegmentNames {...fields} />
      <CoverageNote {...fields} />
    </>
  );
}
