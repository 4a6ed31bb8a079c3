import { useLayoutEffect, useRef, type KeyboardEvent, type ReactElement } from "react";
import type { Rectangle } from "./geometry";

export interface Editing {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Begun by typing over the cell: arrows then finish the entry, as in Excel. */
  readonly isFresh: boolean;
  /** Where the caret is: in the cell or in the formula bar. */
  readonly at: "cell" | "bar";
}

/** A key that ends an entry, and where the selection goes then. */
export type EditEnd = "Enter" | "Tab" | "Escape" | "blur" | "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

interface CellEditorProps {
  readonly editing: Editing;
  readonly place: Rectangle;
  readonly label: string;
  readonly onText: (text: string) => void;
  readonly onEnd: (end: EditEnd, shiftKey: boolean) => void;
}

/** The box that lies over a cell while something is typed into it. */
export function CellEditor({ editing, place, label, onText, onEnd }: CellEditorProps): ReactElement {
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const input = box.current;
    if (!input || editing.at !== "cell") return;
    input.focus({ preventScroll: true });
    input.setSelectionRange(input.value.length, input.value.length);
  }, [editing.at]);
  return (
    <input
      ref={box}
      className="cell-editor"
      aria-label={label}
      value={editing.text}
      spellCheck={false}
      style={{
        left: place.left,
        top: place.top,
        minWidth: place.width,
        width: `${editing.text.length + 2}ch`,
        height: place.height,
      }}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={(event) => endKey(event, editing.isFresh, onEnd)}
      onBlur={(event) => {
        // Moving the caret to the formula bar goes on with the same entry.
        if (!(event.relatedTarget as HTMLElement | null)?.classList.contains("formula-input")) onEnd("blur", false);
      }}
      onPointerDown={(event) => event.stopPropagation()}
    />
  );
}

/** Ends the entry on the keys that end it in Excel. Keys that an input method is composing with belong to it. */
export function endKey(event: KeyboardEvent, isFresh: boolean, onEnd: CellEditorProps["onEnd"]): void {
  event.stopPropagation();
  if (event.nativeEvent.isComposing) return;
  const { key } = event;
  const ends = key === "Enter" || key === "Tab" || key === "Escape" || (isFresh && key.startsWith("Arrow"));
  if (!ends) return;
  event.preventDefault();
  onEnd(key as EditEnd, event.shiftKey);
}
