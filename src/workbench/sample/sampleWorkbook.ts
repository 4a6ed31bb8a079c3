import { announce } from "../../host/model/book";
import { newXlsx } from "../../host/xlsx/newXlsx";
import type { OpenedBook } from "../../host/xlsx/openedBook";
import { sampleClients } from "../../sample/sampleClients";
import { sampleDays, type SampleLanguage, sampleTable } from "../../sample/sampleTable";
import { addTableSheet } from "./addTableSheet";

/** Fixed, so that the file is the same in every byte however many workbooks were made before it. */
const ids = {
  october: { sheet: "{54494552-0000-4000-8000-000000000A01}", table: "{54494552-0000-4000-8000-000000000A02}" },
  september: { sheet: "{54494552-0000-4000-8000-000000000901}", table: "{54494552-0000-4000-8000-000000000902}" },
} as const;

/** The date that the sample's first table speaks of. */
export const sampleDate: string = sampleDays.october;

/** The month-ends of the sample, in the order of their sheets. */
export const sampleMonths = ["october", "september"] as const;
export type SampleMonth = (typeof sampleMonths)[number];

/**
 * The sample workbook: about 600 invented loan clients at two month-ends, one table each, or the export of one of them
 * alone. The same seed and language give the same workbook; both languages have the same numbers.
 */
export function sampleWorkbook(
  language: SampleLanguage,
  seed?: number,
  wanted: readonly SampleMonth[] = sampleMonths,
): OpenedBook {
  const months = sampleClients(seed);
  const opened = newXlsx();
  const { book } = opened;
  const [blank] = book.sheets;
  for (const month of wanted) {
    addTableSheet(book, { ids: ids[month], ...sampleTable(language, month, months[month]) });
  }
  if (blank) {
    book.sheets.splice(book.sheets.indexOf(blank), 1);
    announce(book, { kind: "sheet", sheet: blank, what: "deleted" });
  }
  book.activeSheetId = book.sheets[0]?.id ?? "";
  announce(book, { kind: "book", what: "active" });
  return opened;
}
