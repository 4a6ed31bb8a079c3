import { figures } from "../figures";

const { amount, count, day, moment, percent, share } = figures("en");

/** "1 customer", "2 customers". */
const customers = (number: number): string => `${count(number)} ${number === 1 ? "customer" : "customers"}`;

/** The words of the sheets in English; the Chinese ones have the same shape. */
export const sheetEn = {
  notClassified: "Not classified",
  total: "Total",
  sheets: { tierbook: "Tierbook", segments: "Segments" },
  day,
  moment,

  segments: {
    title: "Segments",
    asOf: (dataDate: string | null, runAt: Date): string =>
      `Labels as of the run of ${moment(runAt)}${dataDate === null ? "" : `, data as of ${day(dataDate)}`}. Customers, values and shares are formulas over the customer table: they show the amounts of now.`,
    by: (valueColumn: string): string => `ABC by ${valueColumn}: the largest customers first`,
    methodAbc: (tiers: readonly { readonly name: string; readonly cutoff: number | null }[]): readonly string[] =>
      tiers.map(({ name, cutoff }, i) => {
        if (cutoff === null) return `${name}: the rest, and values of zero or less.`;
        if (i === 0) return `${name}: the largest customers that together make up ${percent(cutoff)} of the total.`;
        return `${name}: the next largest, up to ${percent(cutoff)}.`;
      }),
    rules: [
      "The customer who crosses a cut-off stays in the better tier.",
      "Equal values always share a tier.",
      "Shares refer to the values above zero.",
    ],
    method: "How the tiers are made",
    headers: {
      segment: "Segment",
      customers: "Customers",
      shareOfCustomers: "Share of customers",
      value: "Value",
      shareOfValue: "Share of value",
      cumulativeShare: "Cumulative share",
      median: "Median at the run",
    },
    curve: (runAt: Date): string => `How the value is spread, at the run of ${moment(runAt)}`,
    curveHeaders: {
      customers: "Largest customers",
      shareOfValue: "Share of value",
      cumulativeShare: "Cumulative share",
    },
    upTo: percent,
    chart: (valueColumn: string): string => `${valueColumn} by customers, largest first`,
  },

  tierbook: {
    title: "Tierbook: who our customers are, in segments",
    purpose: (table: string): readonly string[] => [
      `This workbook sorts the customers of the table ${table} into segments.`,
      "Each customer's segment stands in a column of that table. Everything here can be read and filtered without Tierbook.",
    ],
    complete: (runAt: Date): string => `Complete: run of ${moment(runAt)}`,
    unfinished: (runAt: Date): string =>
      `RUN UNFINISHED: run of ${moment(runAt)}. Do not use the segments yet. Open Tierbook to finish the run or to roll it back.`,
    incomplete: (runAt: Date, columns: string): string =>
      `INCOMPLETE: the run of ${moment(runAt)} could not be rolled back. Do not trust: ${columns}.`,
    headings: { run: "The last run", findings: "What it shows", contents: "Contents", list: "Customers to look at" },
    facts: {
      state: "State",
      dataDate: "Data as of",
      table: "Customer table",
      key: "Key column",
      rows: "Rows read",
      classified: "Classified",
      notClassified: "Not classified",
      remarks: "Of the classified, zero or negative",
      bySegmentation: (name: string, number: number): string => `${name}: ${count(number)}`,
      by: "Run by, and who to ask",
    },
    notStated: "Not stated",
    findingTier: (tier: string, number: number, ofCustomers: number, ofValue: number, valueColumn: string): string =>
      `${tier}: ${customers(number)} (${share(ofCustomers)}) ${number === 1 ? "holds" : "hold"} ${share(ofValue)} of ${valueColumn}.`,
    findingTenth: (held: number, valueColumn: string): string =>
      `The largest tenth of the customers holds ${share(held)} of ${valueColumn}.`,
    findingLast: (tier: string, number: number, ofValue: number, median: number): string =>
      `${tier}: ${customers(number)} with ${share(ofValue)} of the value; half of them have ${amount(median)} or less.`,
    findingOpen: (number: number): string => `${customers(number)} could not be classified: see the list below.`,
    contents: {
      segments: "Customers, values and shares by segment, with a chart",
      table: (table: string): string => `The customer table ${table} with its segment columns`,
    },
    listNone: "Every customer is classified, and no value is zero or negative.",
    listFirst: (shown: number, all: number): string =>
      shown === all ? `${customers(all)}.` : `The first ${count(shown)} of ${customers(all)}.`,
    listHeaders: {
      segmentation: "Segmentation",
      result: "Result",
      key: "Key",
      cell: "Cell",
      reason: "Reason",
      content: "Content",
    },
    remark: "Classified, with a remark",
    reasons: {
      blank: "Empty cell",
      "blank-text": "Empty text",
      text: "Text instead of a number",
      logical: "TRUE or FALSE instead of a number",
      error: "Error value",
      zero: "Zero",
      negative: "Negative value",
    },
  },
};

/** Every word of the sheets, in one language. */
export type SheetWords = typeof sheetEn;
