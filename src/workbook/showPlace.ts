import { inExcel } from "./inExcel";

/** Brings a cell into sight and selects it: "Clients!C14", with the sheet as people write it, without quotes. */
export function showPlace(cell: string): Promise<void> {
  const end = cell.lastIndexOf("!");
  return inExcel(cell, async ({ workbook, sync }) => {
    const sheet = workbook.worksheets.getItem(cell.slice(0, end));
    sheet.activate();
    sheet.getRange(cell.slice(end + 1)).select();
    await sync();
  });
}
