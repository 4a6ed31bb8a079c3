import type { ReactElement } from "react";

import { undoWords } from "../../text/undoWords";
import { usePaneLanguage } from "../words";
import { Message } from "./Message";

/** The last run was undone. */
export function UndoneMessage({ onClose }: { readonly onClose: () => void }): ReactElement {
  return <Message intent="success" text={undoWords(usePaneLanguage()).done} onClose={onClose} />;
}
