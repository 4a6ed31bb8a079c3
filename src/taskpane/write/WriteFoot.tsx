import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { TableInspection } from "../../actions/inspectTable";
import type { PlanForm } from "../segments/planForm";
import type { Pane } from "../state/usePane";
import { undoWords } from "../../text/undoWords";
import { usePaneLanguage, useWords } from "../words";
import { WriteEnd } from "./WriteEnd";
import { WriteProgress } from "./WriteProgress";
import { WriteQuestion } from "./WriteQuestion";

export interface WriteFootProps {
  readonly pane: Pane;
  readonly form: PlanForm;
  readonly inspection: TableInspection;
}

/** The foot of the segments: the way from the preview into the workbook, step by step. */
export function WriteFoot({ pane, form, inspection }: WriteFootProps): ReactElement {
  const styles = useStyles();
  const { write } = useWords();
  const { run } = pane;
  const hindrance = useHindrance(pane);
  return (
    <footer className={styles.foot}>
      {run.state.kind === "running" && <WriteProgress {...run.state} onStop={run.stop} />}
      {(run.state.kind === "done" || run.state.kind === "failed") && <WriteEnd state={run.state} onClose={run.close} />}
      {run.state.kind === "asking" && pane.plan !== null ? (
        <WriteQuestion pane={pane} plan={pane.plan} form={form} inspection={inspection} hindrance={hindrance} />
      ) : (
        run.state.kind !== "running" && (
          <>
            {hindrance !== null && <Caption1>{hindrance}</Caption1>}
            <Button appearance="primary" disabled={hindrance !== null} onClick={run.ask}>
              {write.open}
            </Button>
          </>
        )
      )}
    </footer>
  );
}

/** Why nothing can be written now, in words; null if nothing stands in the way. */
function useHindrance({ workbook, plan, viewed, preview, task, policy: sheet }: Pane): string | null {
  const { write, segments, data, policy } = useWords();
  const undoing = undoWords(usePaneLanguage()).busy;
  if (workbook.value?.readOnly === true) return write.readOnly;
  if (workbook.value?.unfinished != null) return write.unfinished;
  if (task.running === "addKey") return data.addKeyBusy;
  if (task.running === "undo") return undoing;
  // Newer settings are never saved over by an older Tierbook.
  if (workbook.value?.planProblem?.code === "plan-too-new") return write.planTooNew;
  if (sheet.problems.length > 0) return policy.problemsFirst;
  if (sheet.changed.length > 0) return policy.changedFirst;
  if (viewed === null) return segments.fixFirst;
  if (plan === null) return segments.invalid["cells-missing"];
  if (preview.failure !== null) return write.previewFailed;
  return preview.value === null ? write.waitPreview : null;
}

const useStyles = makeStyles({
  foot: {
    position: "sticky",
    bottom: 0,
    display: "grid",
    gap: tokens.spacingVerticalS,
    // Long summaries scroll inside the foot, so that its buttons never leave a low window.
    maxHeight: "80vh",
    overflowY: "auto",
    margin: `0 calc(-1 * ${tokens.spacingHorizontalM})`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow8,
    zIndex: 1,
  },
});
