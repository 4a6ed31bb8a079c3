import { planChangeWords } from "../../text/planChangeWords";
import { undoWords } from "../../text/undoWords";
import type { Pane } from "../state/usePane";
import { usePaneLanguage, useWords } from "../words";

/** Why nothing can be written now, in words; null if nothing stands in the way. */
export function useHindrance({ workbook, plan, viewed, preview, task, policy: sheet, theirs }: Pane): string | null {
  const { write, segments, data, policy } = useWords();
  const language = usePaneLanguage();
  const undoing = undoWords(language).busy;
  if (workbook.value?.readOnly === true) return write.readOnly;
  if (workbook.value?.unfinished != null) return write.unfinished;
  if (task.running === "addKey") return data.addKeyBusy;
  if (task.running === "undo") return undoing;
  // Newer settings are never saved over by an older Tierbook.
  if (workbook.value?.planProblem?.code === "plan-too-new") return write.planTooNew;
  if (theirs !== null) return planChangeWords(language).first;
  if (sheet.problems.length > 0) return policy.problemsFirst;
  if (sheet.changed.length > 0) return policy.changedFirst;
  if (viewed === null) return segments.fixFirst;
  if (plan === null) return segments.invalid["cells-missing"];
  if (preview.failure !== null) return write.previewFailed;
  return preview.value === null ? write.waitPreview : null;
}
