import { Button, Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import type { UndoOffer } from "../../actions/undo/prepareUndo";
import type { ActionProgress } from "../../actions/progress";
import { type FailureData, failureData } from "../../failure";
import { undoWords } from "../../text/undoWords";
import { FailureNote } from "../shell/FailureNote";
import { ProgressLine } from "../shell/ProgressLine";
import { keptPerson } from "../state/keptPreference";
import { usePaneLanguage } from "../words";
import { writingPart } from "../write/writingPart";
import { undoLines } from "./undoLines";

export interface UndoRunProps {
  /** True while the run is being undone. */
  readonly busy: boolean;
  readonly progress: ActionProgress | null;
  readonly onUndo: () => void;
}

type Asking =
  | { readonly kind: "idle" | "looking" }
  | { readonly kind: "offer"; readonly offer: UndoOffer }
  | { readonly kind: "failed"; readonly failure: FailureData };

/** Undoing the last run: says what would go back, as found in the workbook now, and asks before it does anything. */
export function UndoRun({ busy, progress, onUndo }: UndoRunProps): ReactElement {
  const styles = useStyles();
  const language = usePaneLanguage();
  const words = undoWords(language);
  const [asking, setAsking] = useState<Asking>({ kind: "idle" });

  async function look(): Promise<void> {
    setAsking({ kind: "looking" });
    try {
      const { lookAtUndo } = await writingPart.fetch();
      setAsking({ kind: "offer", offer: await lookAtUndo({ now: new Date(), person: keptPerson() }) });
    } catch (error) {
      setAsking({ kind: "failed", failure: failureData(error) });
    }
  }

  if (busy) return <ProgressLine progress={progress} />;
  if (asking.kind === "offer") {
    return (
      <section className={styles.question} aria-labelledby="undo-title">
        <Subtitle2 as="h3" id="undo-title">
          {words.title}
        </Subtitle2>
        <ul className={styles.list}>
          {undoLines(asking.offer, language).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <Caption1>{words.onlyOnce}</Caption1>
        <div className={styles.buttons}>
          <Button appearance="primary" onClick={onUndo}>
            {words.now}
          </Button>
          <Button onClick={() => setAsking({ kind: "idle" })}>{words.notNow}</Button>
        </div>
      </section>
    );
  }
  return (
    <>
      {asking.kind === "failed" && <FailureNote failure={asking.failure} onClose={() => setAsking({ kind: "idle" })} />}
      <div className={styles.open}>
        <Button disabledFocusable={asking.kind === "looking"} onClick={() => void look()}>
          {asking.kind === "looking" ? words.looking : words.open}
        </Button>
      </div>
    </>
  );
}

const useStyles = makeStyles({
  question: {
    display: "grid",
    marginTop: tokens.spacingVerticalM,
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
    overflowWrap: "anywhere",
  },
  open: { marginTop: tokens.spacingVerticalM },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});
