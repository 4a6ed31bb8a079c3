import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { EmptyState } from "../shell/EmptyState";
import { FailureNote } from "../shell/FailureNote";
import { Waiting } from "../shell/Waiting";
import type { Pane } from "../state/usePane";
import { useWords } from "../words";
import { WriteFoot } from "../write/WriteFoot";
import { AddSegmentation } from "./AddSegmentation";
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
  const odd = inspection.value.problems.length;
  return (
    <>
      <div className={styles.scrolled}>
        {odd > 0 && (
          <div>
            <Button size="small" appearance="outline" onClick={() => pane.goTo("data")}>
              {segments.things(odd)}
            </Button>
          </div>
        )}
        <PolicyNotes pane={pane} form={form} />
        <PreviewCard pane={pane} form={form} />
        <SegmentationFields pane={pane} form={form} inspection={inspection.value} />
        <AddSegmentation pane={pane} form={form} inspection={inspection.value} />
      </div>
      <WriteFoot pane={pane} form={form} inspection={inspection.value} />
    </>
  );
}

const useStyles = makeStyles({
  scrolled: {
    flexGrow: 1,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    alignContent: "start",
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalL,
  },
});
