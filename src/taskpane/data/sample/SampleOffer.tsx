import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { FailureNote } from "../../shell/FailureNote";
import type { Pane } from "../../state/usePane";
import { useTask } from "../../state/useTask";
import { usePaneLanguage, useWords } from "../../words";
import { samplePart } from "./samplePart";

export interface SampleOfferProps {
  readonly pane: Pane;
}

/** For somebody who has no customers at hand: a table of invented ones on a new sheet. */
export function SampleOffer({ pane }: SampleOfferProps): ReactElement {
  const styles = useStyles();
  const language = usePaneLanguage();
  const { data } = useWords();
  const task = useTask<"sample">();
  const add = (): void =>
    void task.start("sample", async () => {
      const { addSample } = await samplePart.fetch();
      const { id } = await addSample(language);
      pane.tables.reload();
      pane.chooseTable(id);
    });
  return (
    <div className={styles.offer}>
      <div>
        <Button disabledFocusable={task.running !== null} onClick={add}>
          {data.trySample}
        </Button>
      </div>
      <Caption1 className={styles.hint}>{data.trySampleMeans}</Caption1>
      {task.failure !== null && <FailureNote failure={task.failure} />}
    </div>
  );
}

const useStyles = makeStyles({
  offer: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXS },
  hint: { color: tokens.colorNeutralForeground2 },
});
