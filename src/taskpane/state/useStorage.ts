import type { StorageReport } from "../../actions/recovery/inspectStorage";
import { storagePart } from "../shell/storagePart";
import { type Loaded, useLoaded } from "./useLoaded";
import type { Pane } from "./usePane";

/** What opens with the pane comes first. In milliseconds. */
const pause = 2000;

/** What of Tierbook's own in the workbook is not as it should be: looked at after opening and after each writing. */
export function useStorage({ workbook, run, task }: Pane): Loaded<StorageReport | null> {
  const state = workbook.value;
  const writing = run.state.kind === "running" || task.running !== null;
  return useLoaded({
    subject: state === null || state.unfinished !== null || writing ? null : "storage",
    version: workbook.busy ? null : `${state?.revision ?? 0} ${state?.lastRun?.id ?? ""}`,
    delay: pause,
    load: async () => (await storagePart.fetch()).inspectStorage(),
  });
}
