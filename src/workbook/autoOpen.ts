import type { Session } from "./inExcel";

/** Where Excel looks, when it opens a workbook, for whether to open the pane whose `TaskpaneId` is the same word. */
const settingName = "Office.AutoShowTaskpaneWithDocument";

/** Whether the pane opens with the workbook, for whoever has the add-in. */
export async function opensWithWorkbook(session: Session): Promise<boolean> {
  const setting = session.workbook.settings.getItemOrNullObject(settingName).load("value");
  await session.sync();
  return !setting.isNullObject && setting.value === true;
}

/** Lets the pane open with the workbook from its next saving on, or not any more. */
export async function openWithWorkbook(session: Session, on: boolean): Promise<void> {
  const { settings } = session.workbook;
  if (on) settings.add(settingName, true);
  else if (await opensWithWorkbook(session)) settings.getItem(settingName).delete();
  await session.sync();
}
