import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import type { TableInspection } from "../../actions/inspectTable";
import { Icon } from "../shell/Icon";
import type { Pane } from "../state/usePane";
import { useWords } from "../words";
import { newMatrix } from "./matrix/newMatrix";
import { newSegmentation } from "./newSegmentation";
import type { PlanForm, SegmentationForm } from "./planForm";

export interface AddSegmentationProps {
  readonly pane: Pane;
  readonly form: PlanForm;
  readonly inspection: TableInspection;
}

const methods: readonly SegmentationForm["method"][] = ["abc", "cutoffs", "groups", "matrix"];
const mostSegmentations = 20;

/** Another segmentation beside the present ones, by the question it answers. */
export function AddSegmentation({ pane, form, inspection }: AddSegmentationProps): ReactElement {
  const styles = useStyles();
  const { segments } = useWords();
  const [asking, setAsking] = useState(false);
  const writing = pane.run.state.kind === "running";
  const ours = (pane.workbook.value?.columns ?? []).map(({ name }) => name);
  if (!asking) {
    return (
      <div className={styles.line}>
        <Button
          size="small"
          icon={<Icon name="add" />}
          disabled={writing || form.segmentations.length >= mostSegmentations}
          onClick={() => setAsking(true)}
        >
          {segments.addSegmentation}
        </Button>
      </div>
    );
  }
  return (
    <section className={styles.question} aria-labelledby="add-question">
      <Caption1 as="h3" id="add-question" className={styles.heading}>
        {segments.wantToKnow}
      </Caption1>
      {methods.map((method) => {
        const added =
          method === "matrix" ? newMatrix(form, inspection, ours) : newSegmentation(method, form, inspection, ours);
        return (
          <Button
            key={method}
            className={styles.answer}
            disabled={added === null || writing}
            onClick={() => {
              if (added !== null) pane.edit({ kind: "add", segmentation: added });
              setAsking(false);
            }}
          >
            <span>
              {segments.questions[method].asks}
              <Caption1 block className={styles.means}>
                {added === null ? segments.questions[method].lacks : segments.questions[method].means}
              </Caption1>
            </span>
          </Button>
        );
      })}
      <div className={styles.line}>
        <Button size="small" appearance="subtle" onClick={() => setAsking(false)}>
          {segments.notNow}
        </Button>
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  line: { display: "flex" },
  question: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300 },
  answer: { justifyContent: "start", textAlign: "start", fontWeight: tokens.fontWeightRegular },
  means: { color: tokens.colorNeutralForeground2 },
});
