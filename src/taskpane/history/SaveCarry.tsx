import { Button, Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import { saveCarry } from "../../actions/carry/saveCarry";
import { carryWords } from "../../text/month/carryWords";
import { FailureNote } from "../shell/FailureNote";
import { useTask } from "../state/useTask";
import { usePaneLanguage } from "../words";

/** Saves what next month's workbook needs of this one as a file of the user's. */
export function SaveCarry(): ReactElement {
  const styles = useStyles();
  const words = carryWords(usePaneLanguage());
  const [saved, setSaved] = useState<string | null>(null);
  const task = useTask<"save">();

  async function save(): Promise<void> {
    setSaved(null);
    await task.start("save", async () => {
      const { text, name } = await saveCarry();
      download(text, name);
      setSaved(name);
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
      {saved !== null && <Caption1 role="status">{words.saved(saved)}</Caption1>}
    </section>
  );
}

/** The browser keeps the file where the user keeps downloads; nothing is sent anywhere. */
function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // After the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const useStyles = makeStyles({
  save: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  button: { justifySelf: "start" },
});
