import { useState, type ReactElement } from "react";
import { endKey, type EditEnd } from "./grid/CellEditor";
import type { WorkbenchWords } from "./words";

interface FormulaBarProps {
  readonly words: WorkbenchWords;
  readonly address: string;
  readonly content: string;
  readonly isFresh: boolean;
  readonly onGoTo: (address: string) => void;
  readonly onFocus: () => void;
  readonly onText: (text: string) => void;
  readonly onEnd: (end: EditEnd, shiftKey: boolean) => void;
}

/** The name box, which takes an address to go to, and the content of the active cell. */
export function FormulaBar({
  words,
  address,
  content,
  isFresh,
  onGoTo,
  onFocus,
  onText,
  onEnd,
}: FormulaBarProps): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="formula-bar">
      <input
        className="name-box"
        aria-label={words.nameBox}
        value={typed ?? address}
        spellCheck={false}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && typed !== null) onGoTo(typed);
          if (event.key === "Enter" || event.key === "Escape") {
            setTyped(null);
            document.querySelector<HTMLElement>(".grid")?.focus({ preventScroll: true });
          }
        }}
      />
      <span className="formula-sign" aria-hidden="true">
        fx
      </span>
      <input
        className="formula-input"
        aria-label={words.formulaBar}
        value={content}
        spellCheck={false}
        onFocus={onFocus}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => endKey(event, isFresh, onEnd)}
        onBlur={(event) => {
          if (!(event.relatedTarget as HTMLElement | null)?.classList.contains("cell-editor")) onEnd("blur", false);
        }}
      />
    </div>
  );
}
