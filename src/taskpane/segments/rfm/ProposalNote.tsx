import { Body1, Button, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import { rfmMeasures, type RfmMeasure } from "../../../segmentations/rfm/plan";
import { rfmPaneWords } from "../../../text/pane/rfmPaneWords";
import type { Pane } from "../../state/usePane";
import { useFigures, usePaneLanguage } from "../../words";
import { withScoring } from "./editRfm";
import { type Proposal, proposedScoring } from "./proposedScoring";
import { ProposalEffect } from "./ProposalEffect";
import type { RfmPartProps } from "./RfmFields";

export interface ProposalNoteProps extends RfmPartProps {
  readonly pane: Pane;
}

/** Limits in place of quintiles where these do not tell customers apart: why, which, and one click to take them. */
export function ProposalNote({ pane, open, found, disabled, onEdit }: ProposalNoteProps): ReactElement | null {
  const styles = useStyles();
  const words = rfmPaneWords(usePaneLanguage());
  const { percent, exact } = useFigures();
  const [declined, setDeclined] = useState<string | null>(null);
  const proposal = found === null ? null : proposedScoring(open, found);
  const measures = rfmMeasures.filter((measure) => proposal?.limits[measure] !== undefined);
  if (proposal === null || measures.length === 0 || declined === open.id) return null;
  const { empty, oneTime, limits, sameOrders } = proposal;
  return (
    <section className={styles.note} aria-labelledby="rfm-proposal" role="status">
      <Body1 as="h3" id="rfm-proposal" className={styles.heading}>
        {words.proposal}
      </Body1>
      <ul className={styles.list}>
        {empty.length > 0 && <li>{words.proposalEmpty(empty.map((measure) => words.measures[measure]))}</li>}
        {oneTime !== null && <li>{words.proposalOneTime(percent(Number(oneTime.toFixed(2))))}</li>}
        {measures.map((measure) => (
          <li key={measure}>{words.proposed[measure]((limits[measure] ?? []).map(exact))}</li>
        ))}
        {sameOrders && <li>{words.proposalSameOrders}</li>}
      </ul>
      <ProposalEffect pane={pane} proposed={taken(open, limits)} />
      <div className={styles.foot}>
        <Button size="small" appearance="primary" disabled={disabled} onClick={() => onEdit(taken(open, limits))}>
          {words.proposalTake}
        </Button>
        <Button size="small" disabled={disabled} onClick={() => setDeclined(open.id)}>
          {words.proposalDecline}
        </Button>
      </div>
    </section>
  );
}

function taken(open: RfmPartProps["open"], limits: Proposal["limits"]): RfmPartProps["open"] {
  return rfmMeasures.reduce((form, measure: RfmMeasure) => {
    const own = limits[measure];
    return own === undefined ? form : withScoring(form, measure, { by: "limits", limits: [...own] });
  }, open);
}

const useStyles = makeStyles({
  note: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  heading: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingInlineStart: "18px", fontSize: tokens.fontSizeBase200 },
  foot: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});
