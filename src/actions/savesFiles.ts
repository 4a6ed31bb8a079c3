import { officeSavesFiles } from "../workbook/officeReady";

/** Whether the pane can hand a file to its user; where it cannot, there is text to copy. */
export function savesFiles(): boolean {
  return officeSavesFiles();
}
