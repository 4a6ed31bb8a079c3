import { inExcel } from "../workbook/inExcel";
import { openWithWorkbook, opensWithWorkbook } from "../workbook/autoOpen";

/** Whether the pane opens with this workbook. */
export function readAutoOpen(): Promise<boolean> {
  return inExcel("workbook", opensWithWorkbook);
}

/** Lets the pane open with this workbook, or not any more; it holds once the workbook is saved. */
export function setAutoOpen(on: boolean): Promise<void> {
  return inExcel("workbook", (session) => openWithWorkbook(session, on));
}
