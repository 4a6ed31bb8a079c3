import type { Head } from "../../workbook/store";
import { entryNames } from "../writing/entries";

/** True if the workbook keeps what undoing its last run takes. */
export function canBeUndone(head: Head | null): boolean {
  return head?.run === null && Object.hasOwn(head.entries, entryNames.undo);
}
