import { Button, Caption1 } from "@fluentui/react-components";
import { Fragment, type ReactElement } from "react";

import type { WorkbookState } from "../../actions/readState";
import { EarlierPlans } from "./EarlierPlans";
import { MovesTable } from "../changes/MovesTable";
import type { Plan } from "../../plan/plan";
import { Disclosure } from "../shell/Disclosure";
import { EmptyState } from "../shell/EmptyState";
import { Waiting } from "../shell/Waiting";
import type { Loaded } from "../state/useLoaded";
import { useWords } from "../words";
import { AddToHistory } from "./AddToHistory";
import { FreezeMonth } from "./FreezeMonth";
import { SaveCarry } from "./SaveCarry";
import { RunCard } from "./RunCard";
import { UndoRun, type UndoRunProps } from "./UndoRun";
import { WhoIsConcerned } from "./WhoIsConcerned";

export interface HistoryPlaceProps {
  readonly workbook: Loaded<WorkbookState>;
  readonly onSegments: () => void;
  /** Brings a cell into sight. */
  readonly onShow: (cell: string) => void;
  /** The undoing of the last run, where it can be undone. */
  readonly undo: UndoRunProps;
  /** Takes earlier settings into the pane; null while there is no table to show them with. */
  readonly onRestore: ((plan: Plan) => void) | null;
}

/** The runs as the workbook records them, newest first, and who moved with the last complete one. */
export function HistoryPlace({ workbook, onSegments, onShow, undo, onRestore }: HistoryPlaceProps): ReactElement {
  const { history, data } = useWords();
  if (workbook.value === null) return workbook.busy ? <Waiting text={data.loading} /> : <></>;
  const { runs, moves, undoable, readOnly, plan, unfinished, sheets } = workbook.value;
  const last = runs.at(-1);
  if (last === undefined) {
    return (
      <EmptyState title={history.heading} text={history.none} stepsTitle={history.noneNext} steps={history.noneSteps}>
        <Button onClick={onSegments}>{history.goToSegments}</Button>
      </EmptyState>
    );
  }
  const complete = [...runs].reverse().find(({ status }) => status === "complete");
  const moved = moves.filter((one) => one.moved + one.entered + one.left > 0);
  const earlier = runs.slice(0, -1).reverse();
  return (
    <>
      <RunCard run={last} title={history.last} />
      {undoable && last === complete && !readOnly && <UndoRun {...undo} />}
      {complete !== undefined && plan !== null && unfinished === null && !readOnly && (
        <Fragment key={complete.id}>
          <FreezeMonth run={complete} plan={plan} onShow={onShow} onEnd={workbook.reload} />
          <AddToHistory run={complete} sheets={sheets} onShow={onShow} onEnd={workbook.reload} />
        </Fragment>
      )}
      {complete !== undefined && unfinished === null && <SaveCarry />}
      {moved.map((one) => {
        const name = complete?.segmentations.find(({ id }) => id === one.id)?.name ?? one.id;
        return (
          <Disclosure key={one.id} title={history.moves(name)}>
            <Caption1>{history.movesHint}</Caption1>
            <MovesTable name={name} moves={one} />
          </Disclosure>
        );
      })}
      {moved.length > 0 && complete !== undefined && workbook.value.unfinished === null && (
        <WhoIsConcerned runId={complete.id} onShow={onShow} readOnly={readOnly} onWritten={workbook.reload} />
      )}
      {unfinished === null && workbook.value.revision > 1 && (
        <EarlierPlans revision={workbook.value.revision} onRestore={onRestore} />
      )}
      {earlier.length > 0 && (
        <Disclosure title={history.earlier}>
          {earlier.map((run, i) => (
            <RunCard key={`${run.id} ${i}`} run={run} title={null} />
          ))}
        </Disclosure>
      )}
    </>
  );
}
