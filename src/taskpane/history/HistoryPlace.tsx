import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { WorkbookState } from "../../actions/readState";
import { EmptyState } from "../shell/EmptyState";
import { Waiting } from "../shell/Waiting";
import type { Loaded } from "../state/useLoaded";
import { useWords } from "../words";
import { RunCard } from "./RunCard";

export interface HistoryPlaceProps {
  readonly workbook: Loaded<WorkbookState>;
  readonly onSegments: () => void;
}

/** The last run as the workbook records it, and what will stand here. */
export function HistoryPlace({ workbook, onSegments }: HistoryPlaceProps): ReactElement {
  const { history, data } = useWords();
  if (workbook.value === null && workbook.busy) return <Waiting text={data.loading} />;
  const lastRun = workbook.value?.lastRun ?? null;
  const none = workbook.value !== null && lastRun === null;
  return (
    <>
      {lastRun !== null && <RunCard run={lastRun} />}
      <EmptyState
        title={history.heading}
        text={[...(none ? [history.none] : []), history.soon, history.will].join(history.between)}
        stepsTitle={history.meanwhile}
        steps={history.meanwhileSteps}
      >
        <Button onClick={onSegments}>{history.goToSegments}</Button>
      </EmptyState>
    </>
  );
}
