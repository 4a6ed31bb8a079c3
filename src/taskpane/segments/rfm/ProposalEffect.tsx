import { Caption1 } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { compareWays } from "../../../actions/changes/compareWays";
import type { Plan } from "../../../plan/plan";
import { rfmPaneWords } from "../../../text/pane/rfmPaneWords";
import { FailureNote } from "../../shell/FailureNote";
import { Waiting } from "../../shell/Waiting";
import { useLoaded } from "../../state/useLoaded";
import type { Pane } from "../../state/usePane";
import { usePaneLanguage } from "../../words";
import type { RfmForm } from "../planForm";

export interface ProposalEffectProps {
  readonly pane: Pane;
  /** The segmentation as it would be with the proposed limits. */
  readonly proposed: RfmForm;
}

/** What taking the proposed limits would change, beside going on with fifths: worked out once the preview stands. */
export function ProposalEffect({ pane, proposed }: ProposalEffectProps): ReactElement | null {
  const words = rfmPaneWords(usePaneLanguage());
  const preview = pane.preview.value;
  const { id, scoring } = proposed;
  const stands = preview !== null && !pane.preview.busy && pane.preview.failure === null && pane.viewed !== null;
  const { value, failure, busy, reload } = useLoaded({
    subject: `proposal ${id} ${pane.tableId}`,
    version: stands ? JSON.stringify([preview.plan.segmentations, scoring]) : null,
    load: async (signal) => {
      if (preview === null) throw new Error("ProposalEffect requires a preview to compare with");
      const carried = pane.carried ?? undefined;
      return compareWays(preview, withScoring(preview.plan, proposed), id, pane.engine, { carried, signal });
    },
  });
  if (failure !== null) return <FailureNote failure={failure} onRetry={reload} />;
  if (value === null) return busy ? <Waiting text={words.proposalComparing} /> : null;
  return (
    <>
      <Caption1>{words.proposalDifferent(value.different)}</Caption1>
      {value.moved !== null && <Caption1>{words.proposalMoved(value.moved.previewed, value.moved.other)}</Caption1>}
    </>
  );
}

function withScoring(plan: Plan, { id, scoring }: RfmForm): Plan {
  const segmentations = plan.segmentations.map((each) =>
    each.id === id && each.method === "rfm" ? { ...each, scoring } : each,
  );
  return { ...plan, segmentations };
}
