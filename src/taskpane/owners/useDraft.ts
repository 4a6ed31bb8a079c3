import { useRef, useState } from "react";

/** What a person typed, over what stood there then, and whether it is saved. */
interface Draft {
  readonly text: string;
  readonly over: string;
  readonly saved: boolean;
}

/** A field as a person fills it in, while what they typed before is being saved. */
export interface DraftOfField {
  readonly shown: string;
  readonly end: "saving" | "saved" | "notSaved" | null;
  readonly edit: (text: string) => void;
  readonly save: (text: string) => Promise<void>;
}

/**
 * Keeps what is typed into a field until it stands in the sheet. The field may be typed into at any time: what came
 * during a save is saved when the person leaves the field.
 *
 * @param stands - what the field shows of the sheet
 * @param isSame - whether a text is what stands there
 * @param onSave - saves a text; true if it stands in the sheet
 */
export function useDraft(
  stands: string,
  isSame: (text: string) => boolean,
  onSave: (text: string) => Promise<boolean>,
): DraftOfField {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [end, setEnd] = useState<DraftOfField["end"]>(null);
  const newest = useRef("");
  const saves = useRef(0);
  // What was saved is shown until the sheet has been read again: only then it stands there.
  const typed = draft !== null && !(draft.saved && draft.over !== stands) ? draft.text : null;

  return {
    shown: typed ?? stands,
    end,
    edit: (text) => {
      newest.current = text;
      setDraft({ text, over: stands, saved: false });
      setEnd(null);
    },
    save: async (text) => {
      if (draft?.saved === true && typed === text) return;
      if (isSame(text) && saves.current === 0) {
        setDraft(null);
        return;
      }
      newest.current = text;
      setEnd("saving");
      saves.current += 1;
      const saved = await onSave(text);
      saves.current -= 1;
      if (newest.current !== text) return;
      setEnd(saved ? "saved" : "notSaved");
      if (saved) setDraft({ text, over: stands, saved });
    },
  };
}
