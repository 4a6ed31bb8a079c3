import { figures } from "../figures";

const { amount, count, day, exact, moment, percent, share } = figures("en");

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
    methodAbc: (
      valueColumn: string,
      tiers: readonly { readonly name: string; readonly cutoff: number | null }[],
    ): string =>
      `ABC by ${valueColumn}. ${tiers
        .map(({ name, cutoff }, i) => {
          if (cutoff === null) return `${name}: the rest, and values of zero or less.`;
          if (i === 0) return `${name}: the largest customers that together make up ${percent(cutoff)} of the total.`;
          return `${name}: the next largest, up to ${percent(cutoff)}.`;
        })
        .join(" ")}`,
    rule: "The customer who crosses a cut-off stays in the better tier, and equal values always share a tier. Shares refer to the values above zero.",
    methodCutoffs: (
      column: string,
      highFirst: boolean,
      bands: readonly { readonly name: string; readonly from: number | null; readonly below: number | null }[],
    ): string =>
      `Bands of ${column}, ${highFirst ? "highest" : "lowest"} first. ${bands
        .map(({ name, from, below }) => {
          const ends = [from === null ? "" : `from ${exact(from)}`, below === null ? "" : `below ${exact(below)}`];
          return `${name}: ${ends.filter((end) => end !== "").join(" to ")}.`;
        })
        .join(" ")}`,
    ruleCutoffs: (valueColumn: string): string =>
      `A value on a cut-off belongs to the upper band. Value is the sum of ${valueColumn}; shares refer to its values above zero.`,
    methodGroups: (column: string, names: readonly string[], unknown: string): string =>
      `Groups by ${column}, in this order: ${names.join(", ")}. ${unknown}: the cell is blank.`,
    ruleGroups: (valueColumn: string): string =>
      `Entries outside this order are not classified. Value is the sum of ${valueColumn}; shares refer to its values above zero.`,
    chartShares: (column: string, valueColumn: string): string => `Customers and ${valueColumn} by ${column}`,
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
    purpose: (table: string): string =>
      `This workbook sorts the customers of the table ${table} into segments. Each customer's segment stands in a column at the right end of that table. Everything here can be read and filtered without Tierbook.`,
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
      remarks: "Of the classified, with a remark",
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
    listWhere: "They are listed here, with cell and reason:",
    listNone: "Every customer is classified, without a remark.",
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
      undeclared: "Not in the declared order",
