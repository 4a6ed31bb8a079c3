import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useRef, useState } from "react";

import { savesFiles } from "../../actions/savesFiles";
import { fileWords } from "../../text/fileWords";
import { usePaneLanguage } from "../words";
import { Disclosure } from "./Disclosure";
import { TextBox } from "./TextBox";

/** A text that a person asked for, under the name of its file. */
export interface AskedText {
  readonly text: string;
  readonly name: string;
}

/** Hands a text over as a file, where that does something at all. Nobody tells whether it was saved in the end. */
export function handOver({ text, name }: AskedText): void {
  if (!savesFiles()) return;
  const address = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // After the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** What became of a text that was handed over, and the text itself to be copied. */
export function SavedText({ text, name }: AskedText): ReactElement {
  const words = fileWords(usePaneLanguage());
  const [handed] = useState(savesFiles);
  return (
    <>
      <Caption1 role="status">{handed ? words.handed(name) : words.noFile}</Caption1>
      {handed ? (
        <Disclosure title={words.instead}>
          <CopiedText text={text} name={name} />
        </Disclosure>
      ) : (
        <CopiedText text={text} name={name} />
      )}
    </>
  );
}

function CopiedText({ text, name }: AskedText): ReactElement {
  const styles = useStyles();
  const words = fileWords(usePaneLanguage());
  const inside = useRef<HTMLDivElement>(null);
  const [end, setEnd] = useState<"copied" | "notCopied" | null>(null);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setEnd("copied");
    } catch {
      // Excel on the web may forbid its frames the clipboard; then the keyboard still has it.
      inside.current?.querySelector("textarea")?.focus();
      setEnd("notCopied");
    }
  }

  return (
    <div ref={inside} className={styles.copy}>
      <TextBox label={words.text(name)} value={text} readOnly onFocus={({ target }) => target.select()} />
      <Button size="small" className={styles.button} onClick={() => void copy()}>
        {words.copy}
      </Button>
      {end !== null && <Caption1 role="status">{words[end]}</Caption1>}
    </div>
  );
}

const useStyles = makeStyles({
  copy: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXS },
  button: { justifySelf: "start" },
});
