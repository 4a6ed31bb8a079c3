import { Button, Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import { saveCarry } from "../../actions/carry/saveCarry";
import { carryWords } from "../../text/month/carryWords";
import { FailureNote } from "../shell/FailureNote";
import { type AskedText, handOver, SavedText } from "../shell/SavedText";
import { useTask } from "../state/useTask";
import { usePaneLanguage } from "../words";

/** Hands what next month's workbook needs of this one to the user, as a file or as text. */
export function SaveCarry(): ReactElement {
  const styles = useStyles();
  const words = carryWords(usePaneLanguage());
  const [saved, setSaved] = useState<AskedText | null>(null);
  const task = useTask<"save">();

  async function save(): Promise<void> {
    setSaved(null);
    await task.start("save", async () => {
      const carry = await saveCarry();
      handOver(carry);
      setSaved(carry);
    });
  }

  return (
    <section className={styles.save} aria-labelledby="next-month-title">
      <Subtitle2 as="h2" id="next-month-title">
        {words.heading}
      </Subtitle2>
      <Button className={styles.button} disabledFocusable={task.running !== null} onClick={() => void save()}>
        {words.save}
      </Button>
      <Caption1>{words.saveMeans}</Caption1>
      {task.failure !== null && <FailureNote title={words.notSaved} failure={task.failure} />}
      {saved !== null && (
        <>
          <SavedText {...saved} />
          <Caption1>{words.savedNext}</Caption1>
        </>
      )}
    </section>
  );
}

const useStyles = makeStyles({
  save: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  button: { justifySelf: "start" },
});
