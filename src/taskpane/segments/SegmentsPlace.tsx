import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { rowQuestionsPart } from "../data/list/listPart";
import { EmptyState } from "../shell/EmptyState";
import { FailureNote } from "../shell/FailureNote";
import { Later } from "../shell/Later";
import { Waiting } from "../shell/Waiting";
import type { Pane } from "../state/usePane";
import { useWords } from "../words";
import { WriteFoot } from "../write/WriteFoot";
import { WriteQuestion } from "../write/WriteQuestion";
import { AddSegmentation } from "./AddSegmentation";
import { PlanConflict } from "./PlanConflict";
import { PolicyNotes } from "./PolicyNotes";
import { PreviewCard } from "./PreviewCard";
import { SegmentationFields } from "./SegmentationFields";

export interface SegmentsPlaceProps {
  readonly pane: Pane;
}

/** The value tiers: what they would be, what decides them, and the way into the workbook. */
export function SegmentsPlace({ pane }: SegmentsPlaceProps): ReactElement {
  const styles = useStyles();
  const { segments, data } = useWords();
  const { inspection, form } = pane;
  const toData = (
    <Button appearance="primary" onClick={() => pane.goTo("data")}>
      {segments.goToData}
    </Button>
  );
  if (pane.tableId === null && !pane.tables.busy) {
    return (
      <EmptyState title={segments.chooseFirst} text={segments.chooseFirstNext}>
        {toData}
      </EmptyState>
    );
  }
  if (inspection.failure !== null) return <FailureNote failure={inspection.failure} onRetry={inspection.reload} />;
  if (inspection.value === null || form === null) return <Waiting text={data.loading} />;
  if (form.keyColumn === "") {
    return (
      <EmptyState title={segments.keyMissing} text={segments.keyMissingNext}>
        {toData}
      </EmptyState>
    );
  }
  const known = inspection.value;
  const odd = known.problems.length;
  // Whether totals are customers changes every figure below: it is asked before the first of them.
  const unanswered =
    form.settings.reading.subtotals === null && inspection.value.problems.some(({ kind }) => kind === "total-rows");
  const asking = pane.run.state.kind === "asking" && pane.plan !== null;
  return (
    <>
      <div className={asking ? styles.away : styles.scrolled}>
        {odd > 0 && (
          <div>
            <Button size="small" appearance="outline" onClick={() => pane.goTo("data")}>
              {segments.things(odd)}
            </Button>
          </div>
        )}
        {pane.theirs === null ? (
          <PolicyNotes pane={pane} form={form} />
        ) : (
          <PlanConflict theirs={pane.theirs} mine={pane.viewed} />
        )}
        {unanswered && (
          <Later part={rowQuestionsPart}>
            {({ RowQuestions }) => <RowQuestions pane={pane} form={form} inspection={known} />}
          </Later>
        )}
        <PreviewCard pane={pane} form={form} />
        <SegmentationFields pane={pane} form={form} inspection={inspection.value} />
        <AddSegmentation pane={pane} form={form} inspection={inspection.value} />
      </div>
      {asking ? (
        <WriteQuestion pane={pane} plan={pane.plan} form={form} inspection={inspection.value} />
      ) : (
        <WriteFoot pane={pane} />
      )}
    </>
  );
}

const useStyles = makeStyles({
  // Kept as it is, for whoever comes back from looking at the changes.
  away: { display: "none" },
  scrolled: {
    flexGrow: 1,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    alignContent: "start",
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalL,
  },
});
