import { officeReady, type OfficeStart } from "../workbook/officeReady";

/** Where the pane opened: in Excel or not, in which language, on a light or a dark ground. */
export function startPane(): Promise<OfficeStart> {
  return officeReady();
}
