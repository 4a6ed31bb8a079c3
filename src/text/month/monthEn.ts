import { figures } from "../figures";

const { count, day } = figures("en");

const clients = (number: number): string => `${count(number)} ${number === 1 ? "client" : "clients"}`;

/** The pane's words for a new month, in English. */
export const monthEn = {
  title: "New month",
  matching: "Matching the clients with the last run by key…",
  matchedWith: (table: string, date: string | null): string =>
    `Clients of this table, matched by key with the last run${date === null ? "" : `, data as of ${day(date)}`} (table ${table}). Nothing is written yet.`,
  none: (key: string): string =>
    `No client of the last run is in this table. Check the key: is ${key} the same as in the former table?`,
  few: (key: string): string =>
    `Less than half of the clients match. Is it the same portfolio, and is ${key} the same key as in the former table?`,
  same: "These are the clients of the last run with the same total: is this the table of the new month?",
  notLater: (date: string, former: string): string =>
    `Data as of ${day(date)} is not later than that of the last run (${day(former)}). Check the table, or the date below.`,
  clients: "Clients",
  now: (column: string): string => `${column} now`,
  before: (date: string | null): string => (date === null ? "Before" : `On ${day(date)}`),
  kinds: { matched: "Matched", entered: "New", gone: "Gone" },
  all: "Total now",
  unknown: "–",
  goneFrom: (segmentation: string, from: readonly (readonly [name: string, customers: number])[]): string =>
    `Gone, by ${segmentation}: ${from.map(([name, number]) => `${name} ${count(number)}`).join(", ")}`,
  notClassified: "Not classified",
  largest: {
    entered: (shown: number): string => (shown === 1 ? "The new client" : `The ${count(shown)} largest new clients`),
    gone: (shown: number): string =>
      shown === 1 ? "The client that is gone" : `The ${count(shown)} largest of those gone`,
  },
  goneUnknown: "What those who are gone were worth is not known: their table is no longer in this workbook.",
  missing: "Columns that this table does not have",
  missingFor: (column: string, of: readonly string[]): string =>
    of.length === 0 ? `“${column}” is now` : `“${column}” (${of.join(", ")}) is now`,
  chooseColumn: "Choose a column",
  cutoffs: "Cut-offs",
  keep: (date: string | null): string =>
    date === null ? "Keep last period’s cut-offs" : `Keep last period’s cut-offs (${day(date)})`,
  findAnew: "Find them anew in this data",
  comparing: "Comparing the cut-offs…",
  comparedFor: (name: string): string => `${name}: cut-offs kept and found anew`,
  tier: "Tier",
  from: "From",
  kept: "Kept",
  anew: "Anew",
  moving: "Change segment",
  different: (number: number): string =>
    number === 0 ? "Both ways give every client the same label." : `${clients(number)} would have another label.`,
  invalid: (labels: number): string =>
    labels === 1 ? "1 label stands beside another client" : `${count(labels)} labels stand beside other clients`,
  invalidNext:
    "They are not what the last run wrote for the clients of their rows: rows were pasted over, sorted in part, or typed over. Run again to put them right.",
  invalidMore: (labels: number): string => `and ${count(labels)} more`,
  next: "See the segments",
};
export type MonthWords = typeof monthEn;
