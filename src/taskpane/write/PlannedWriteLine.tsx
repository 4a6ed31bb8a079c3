import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { PaneWords } from "../../text/pane/paneWords";
import { useWords } from "../words";
import type { PlannedWrite } from "./plannedWrites";

export interface PlannedWriteLineProps {
  readonly write: PlannedWrite;
}

/** One thing that will be written, in a sentence; sheets with what they are for. */
export function PlannedWriteLine({ write }: PlannedWriteLineProps): ReactElement {
  const styles = useStyles();
  const words = useWords().write;
  return (
    <>
      {sentence(words, write)}
      {(write.kind === "newSheet" || write.kind === "sameSheet") && (
        <span className={styles.why}>{words.sheetsWhy[write.sheet]}</span>
      )}
    </>
  );
}

function sentence(words: PaneWords["write"], write: PlannedWrite): string {
  switch (write.kind) {
    case "newColumn":
    case "sameColumn":
      return words[write.kind](write.name, write.table);
    case "newName":
      return words.newName(write.former, write.name);
    case "goneColumn":
      return words.goneColumn(write.name);
    case "renamedColumn":
      return words.renamedColumn(write.name, write.renamed);
    case "newSheet":
    case "sameSheet":
      return words[write.kind](write.name);
    default:
      return write satisfies never;
  }
}

const useStyles = makeStyles({
  why: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});
