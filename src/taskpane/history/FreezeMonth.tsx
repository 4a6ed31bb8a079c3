import { Button, Caption1, Field, Input, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import { freezeMonth, packName } from "../../actions/freeze/freezeMonth";
import type { RunRecord } from "../../actions/readState";
import type { Plan } from "../../plan/plan";
import { packWords } from "../../text/packWords";
import { CellLink } from "../shell/CellLink";
import { FailureNote } from "../shell/FailureNote";
import { ProgressLine } from "../shell/ProgressLine";
import { keptPerson } from "../state/keptPreference";
import { useTask } from "../state/useTask";
import { usePaneLanguage } from "../words";

export interface FreezeMonthProps {
  /** The last complete run, and the plan that it went by. */
  readonly run: RunRecord;
  readonly plan: Plan;
  readonly onShow: (cell: string) => void;
  /** Called when the writing has ended, well or not. */
  readonly onEnd: () => void;
}

/** Writes the pack of the month to a sheet of its own, under a name that may be changed before. */
export function FreezeMonth({ run, plan, onShow, onEnd }: FreezeMonthProps): ReactElement {
  const styles = useStyles();
  const words = packWords(usePaneLanguage()).pane;
  const [typed, setTyped] = useState<string | null>(null);
  const [sheet, setSheet] = useState<string | null>(null);
  const task = useTask<"freeze">();
  const busy = task.running !== null;
  const name = typed ?? packName(plan, run);

  async function freeze(): Promise<void> {
    setSheet(null);
    await task.start("freeze", async (onProgress) => {
      setSheet(await freezeMonth({ name, now: new Date(), person: keptPerson(), onProgress }));
    });
    onEnd();
  }

  return (
    <section className={styles.freeze} aria-labelledby="freeze-title">
      <Subtitle2 as="h2" id="freeze-title">
        {words.heading}
      </Subtitle2>
      <Caption1>{words.means}</Caption1>
      <Field label={words.name}>
        <Input value={name} maxLength={31} disabled={busy} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <Button className={styles.button} disabledFocusable={busy || name.trim() === ""} onClick={() => void freeze()}>
        {words.freeze}
      </Button>
      {busy && <ProgressLine progress={task.progress} />}
      {task.failure !== null && <FailureNote title={words.notWritten} failure={task.failure} />}
      {sheet !== null && (
        <Caption1 role="status">
          {words.written(sheet)} <CellLink cell={`${sheet}!A1`} text={words.show} onShow={onShow} />
        </Caption1>
      )}
    </section>
  );
}

const useStyles = makeStyles({
  freeze: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} 0`,
  },
  button: { justifySelf: "start" },
});
