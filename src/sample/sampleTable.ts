import type { SampleClient, SampleMonths } from "./sampleClients";
import { sampleEn, sampleZh, type SampleWords } from "./sampleWords";

export type SampleLanguage = "en" | "zh";

/** Month-ends of the sample, the later first: the sheet that opens is the one to work on. */
export const sampleDays = { october: "2026-10-31", september: "2026-09-30" } as const;

/** A column of the sample's tables. */
export interface SampleColumn {
  readonly header: string;
  readonly numberFormat?: string;
  /** In characters. */
  readonly width?: number;
}

/** A month-end of the sample as a table on a sheet; null is an empty cell. */
export interface SampleTable {
  readonly sheet: string;
  readonly table: string;
  /** Lines above the table, the first one large. */
  readonly above: readonly string[];
  readonly columns: readonly SampleColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** The clients of a month-end in the words of a language. Both languages have the same numbers. */
export function sampleTable(
  language: SampleLanguage,
  month: keyof SampleMonths,
  clients: readonly SampleClient[],
): SampleTable {
  const words = language === "zh" ? sampleZh : sampleEn;
  return {
    sheet: words.sheet(sampleDays[month]),
    table: words.tables[month],
    above: [words.title(sampleDays[month]), words.note],
    columns: columns(words),
    rows: clients.map((client) => cells(client, words)),
  };
}

const money = { numberFormat: "#,##0", width: 19 };

function columns({ headers }: SampleWords): SampleColumn[] {
  const looks: Omit<SampleColumn, "header">[] = [
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

function cells(client: SampleClient, words: SampleWords): (string | number | null)[] {
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
