import { sampleClients } from "../sample/sampleClients";
import { type SampleLanguage, sampleTable } from "../sample/sampleTable";
import { addTableSheet, type AddedTable } from "../workbook/addTableSheet";
import { inExcel } from "../workbook/inExcel";

/**
 * Puts invented loan clients into a table on a new sheet, to try Tierbook with. The sheet is the user's, who may change
 * or delete it.
 *
 * @throws {Failure} what keeps Excel from adding a sheet; nothing is left behind then
 */
export function addSample(language: SampleLanguage): Promise<AddedTable> {
  const { october } = sampleClients();
  const wanted = sampleTable(language, "october", october);
  return inExcel(wanted.sheet, (session) => addTableSheet(session, wanted));
}
