import { announce, type CellValue } from "../../host/model/book";
import { newXlsx } from "../../host/xlsx/newXlsx";
import type { OpenedBook } from "../../host/xlsx/openedBook";
import { addTableSheet, type NewColumn } from "./addTableSheet";
import { sampleClients, type SampleClient } from "./sampleClients";
import { sampleEn, sampleZh, type SampleWords } from "./sampleWords";

export type SampleLanguage = "en" | "zh";

/** Month-ends of the sample, the later first: the sheet that opens is the one to work on. */
const days = { october: "2026-10-31", september: "2026-09-30" } as const;

/** Fixed, so that the file is the same in every byte however many workbooks were made before it. */
const ids = {
  october: { sheet: "{54494552-0000-4000-8000-000000000A01}", table: "{54494552-0000-4000-8000-000000000A02}" },
  september: { sheet: "{54494552-0000-4000-8000-000000000901}", table: "{54494552-0000-4000-8000-000000000902}" },
} as const;

/** The date that the sample's first table speaks of. */
export const sampleDate: string = days.october;

/**
 * The sample workbook: about 600 invented loan clients at two month-ends, one table each. The same seed and language
 * give the same workbook; both languages have the same numbers.
 */
export function sampleWorkbook(language: SampleLanguage, seed?: number): OpenedBook {
  const words = language === "zh" ? sampleZh : sampleEn;
  const months = sampleClients(seed);
  const opened = newXlsx();
  const { book } = opened;
  const [blank] = book.sheets;
  for (const month of ["october", "september"] as const) {
    addTableSheet(book, {
      ids: ids[month],
      sheet: words.sheet(days[month]),
      table: words.tables[month],
      above: [words.title(days[month]), words.note],
      columns: columns(words),
      rows: months[month].map((client) => cells(client, words)),
    });
  }
  if (blank) {
    book.sheets.splice(book.sheets.indexOf(blank), 1);
    announce(book, { kind: "sheet", sheet: blank, what: "deleted" });
  }
  book.activeSheetId = book.sheets[0]?.id ?? "";
  announce(book, { kind: "book", what: "active" });
  return opened;
}

const money = { numberFormat: "#,##0", width: 19 };

function columns({ headers }: SampleWords): NewColumn[] {
  const looks: Omit<NewColumn, "header">[] = [
    { width: 11 },
    { width: 38 },
    { width: 20 },
    { width: 11 },
    { width: 11 },
    { width: 14 },
    { width: 16 },
    money,
    money,
    { numberFormat: "#,##0.0", width: 14 },
    money,
    { numberFormat: "0", width: 15 },
    { width: 22 },
    { width: 17 },
    { width: 21 },
  ];
  return headers.map((header, i) => ({ header, ...looks[i] }));
}

function cells(client: SampleClient, words: SampleWords): CellValue[] {
  const { number, industry, region, size } = client;
  const of = (list: readonly string[] | undefined, i: number): string => list?.[i] ?? "";
  return [
    `C${number}`,
    // Two steps that share no factor with the lists' lengths: names repeat only after all of them were used.
    words.clientName(number * 7, Math.floor(number / 24) + number * 3, industry ?? number, size, region),
    industry === null ? null : of(words.industries, industry),
    of(words.regions, region),
    of(words.sizes, size),
    of(words.ratings, client.rating),
    of(words.riskClasses, client.riskClass),
    client.creditLimit,
    client.outstanding,
    client.margin,
    client.averageDeposits,
    client.daysPastDue,
    of(words.managers[region], client.manager),
    of(words.branches[region], client.branch),
    client.group === null ? null : words.groupName(client.group),
  ];
}
