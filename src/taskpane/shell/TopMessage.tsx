import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { PaneWords } from "../../text/pane/paneWords";
import type { StorageReport } from "../../actions/recovery/inspectStorage";
import type { Loaded } from "../state/useLoaded";
import type { Notice, Pane } from "../state/usePane";
import { useStorage } from "../state/useStorage";
import { useWords } from "../words";
import { FailureNote } from "./FailureNote";
import { Later } from "./Later";
import { Message } from "./Message";
import { outOfDatePart } from "./outOfDatePart";
import { storagePart } from "./storagePart";
import { unfinishedPart } from "./unfinishedPart";

export interface TopMessageProps {
  readonly pane: Pane;
}

/** The one message above the places: the most urgent of those that hold. */
export function TopMessage({ pane }: TopMessageProps): ReactElement | null {
  const styles = useStyles();
  const storage = useStorage(pane);
  const message = mostUrgent(pane, useWords(), storage);
  return message === null ? null : <div className={styles.place}>{message}</div>;
}

function mostUrgent(
  pane: Pane,
  { bar, data, owners }: ReturnType<typeof useWords>,
  storage: Loaded<StorageReport | null>,
): ReactElement | null {
  const { task, workbook, notice } = pane;
  const state = workbook.value;
  if (task.failure !== null) return <FailureNote failure={task.failure} />;
  const unfinished = unfinishedMessage(pane);
  if (unfinished !== null) return unfinished;
  if (workbook.failure !== null)
    return <FailureNote title={bar.stateFailed} failure={workbook.failure} onRetry={workbook.reload} />;
  if (state?.readOnly === true) return <Message intent="warning" title={bar.readOnly} text={bar.readOnlyNext} />;
  if (notice !== null) {
    return noticeMessage(notice, pane, bar, data);
  }
  if (state?.planProblem != null) return <FailureNote title={bar.planProblem} failure={state.planProblem} />;
  const { findings = [], renamed = null } = storage.value ?? {};
  if (findings.length > 0) return storageMessage(storage, pane);
  if (state?.planRestored === true)
    return <Message intent="warning" title={bar.planRestored} text={bar.planRestoredNext} />;
  const changed = outOfDateMessage(pane) ?? editedMessage(pane, bar, data);
  return changed ?? (renamed === null ? ownersMessage(pane, owners) : storageMessage(storage, pane));
}

function storageMessage({ value, reload }: Loaded<StorageReport | null>, { workbook }: Pane): ReactElement | null {
  const part = storagePart.here();
  if (value === null || part === null) return null;
  const done = (): void => {
    reload();
    workbook.reload();
  };
  return <part.StorageMessage report={value} readOnly={workbook.value?.readOnly === true} onDone={done} />;
}

/** A run of our own that is under way is no unfinished one, whatever the journal says meanwhile. */
function unfinishedMessage({ workbook, run, task, finish, rollBack }: Pane): ReactElement | null {
  const unfinished = workbook.value?.unfinished ?? null;
  if (unfinished === null || run.state.kind === "running" || task.running === "undo") return null;
  return (
    <Later part={unfinishedPart}>
      {({ UnfinishedMessage }) => (
        <UnfinishedMessage
          run={unfinished}
          doing={task.running === "finish" || task.running === "rollBack" ? task.running : null}
          progress={task.progress}
          onLookAgain={workbook.reload}
          onFinish={finish}
          onRollBack={rollBack}
        />
      )}
    </Later>
  );
}

function noticeMessage(
  notice: Notice,
  { closeNotice }: Pane,
  bar: PaneWords["bar"],
  { keyAdded }: PaneWords["data"],
): ReactElement {
  if (notice.kind === "undone")
    return <Later part={unfinishedPart}>{({ UndoneMessage }) => <UndoneMessage onClose={closeNotice} />}</Later>;
  const text = notice.kind === "keyAdded" ? keyAdded(notice.name, notice.rows) : bar[notice.kind];
  return <Message intent="success" text={text} onClose={closeNotice} />;
}

/** Its words and looks came with the answer itself. */
function outOfDateMessage({ outOfDate, edited, inspection, place, goTo, show }: Pane): ReactElement | null {
  const part = outOfDatePart.here();
  if (outOfDate === null || part === null) return null;
  return (
    <part.OutOfDateMessage
      found={outOfDate}
      onReadAgain={edited ? inspection.reload : null}
      onPreview={place === "segments" ? null : () => goTo("segments")}
      onShow={show}
    />
  );
}

/** While Tierbook writes, changes are its own. */
function editedMessage(pane: Pane, bar: PaneWords["bar"], data: PaneWords["data"]): ReactElement | null {
  const { edited, editedOrders, inspection, run, task } = pane;
  if (!edited || run.state.kind === "running" || task.running !== null) return null;
  const readAgain = { word: data.readAgain, act: inspection.reload };
  return (
    <Message intent="warning" text={bar.edited(editedOrders ?? inspection.value?.name ?? "")} action={readAgain} />
  );
}

function ownersMessage({ owners, place }: Pane, words: ReturnType<typeof useWords>["owners"]): ReactElement | null {
  const { ownerless = 0, late = 0 } = owners.loaded.value ?? {};
  if (ownerless + late === 0 || place === "owners") return null;
  return <Message intent="info" text={words.banner(ownerless, late)} />;
}

const useStyles = makeStyles({
  place: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 0` },
});
