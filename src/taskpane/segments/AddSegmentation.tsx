import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import type { TableInspection } from "../../actions/inspectTable";
import { Icon } from "../shell/Icon";
import type { Pane } from "../state/usePane";
import { useWords } from "../words";
import type { PlanForm } from "./planForm";
import { answerTo, questionsOf } from "./questions";

export interface AddSegmentationProps {
  readonly pane: Pane;
  readonly form: PlanForm;
  readonly inspection: TableInspection;
}

const mostSegmentations = 20;

/** Another segmentation beside the present ones, by the question it answers. */
export function AddSegmentation({ pane, form, inspection }: AddSegmentationProps): ReactElement {
  const styles = useStyles();
  const { segments, roles } = useWords();
  const words = { ...segments.questions, ...roles.questions };
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
      {questionsOf[form.settings.template].map((question) => {
        const added = answerTo(question, form, inspection, ours, pane.tables.value ?? []);
        return (
          <Button
            key={question}
            className={styles.answer}
            disabled={added === null || writing}
            onClick={() => {
              if (added !== null) pane.edit({ kind: "add", segmentation: added });
              setAsking(false);
            }}
          >
            <span>
              {words[question].asks}
              <Caption1 block className={styles.means}>
                {added === null ? words[question].lacks : words[question].means}
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
