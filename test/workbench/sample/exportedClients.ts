import ExcelJS from "exceljs";
import { writeXlsx } from "../../../src/host/xlsx/writeXlsx";
import { type SampleMonth, sampleWorkbook } from "../../../src/workbench/sample/sampleWorkbook";
import type { CountedClient } from "./countedMoves";

/** The workbook that holds the export of one month of the sample, as a file. */
export function exportBytes(month: SampleMonth): Uint8Array<ArrayBuffer> {
  return writeXlsx(sampleWorkbook("en", undefined, [month])).slice();
}

/** The rows of a month's export as another reader finds them in the file. */
export async function clientsIn(month: SampleMonth): Promise<readonly CountedClient[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(exportBytes(month).buffer);
  const [sheet] = book.worksheets;
  const clients: CountedClient[] = [];
  sheet?.eachRow((row, number) => {
    // Two lines, an empty one and the headers come first.
    if (number > 4)
      clients.push({ key: String(row.getCell(1).value), tenths: Math.round(10 * Number(row.getCell(9).value)) });
  });
  return clients;
}
