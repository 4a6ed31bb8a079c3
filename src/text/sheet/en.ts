import { figures } from "../figures";
import { keptEn } from "./keptEn";
import { ordersEn } from "./ordersEn";
import { policyEn } from "./policyEn";
import { portfolioEn } from "./portfolioEn";
import { rfmEn } from "./rfmEn";
import { rowsEn } from "./rowsEn";
import { ownerHeaders, ownerInPlan, ownerStatuses } from "../ownerWords";

const { amount, count, day, exact, moment, percent, share } = figures("en");

/** "1 customer", "2 customers". */
const customers = (number: number): string => `${count(number)} ${number === 1 ? "customer" : "customers"}`;

/** The words of the sheets in English; the Chinese ones have the same shape. */
export const sheetEn = {
  notClassified: "Not classified",
  total: "Total",
  sheets: { tierbook: "Tierbook", segments: "Segments", owners: "Owners", policy: "Policy", runs: "Runs" },
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
    methodKept: (
      dataDate: string | null,
      tiers: readonly { readonly name: string; readonly cutoff: number | null }[],
    ): readonly string[] => [
      keptEn(dataDate, tiers, true),
      ...tiers
        .filter(({ cutoff }) => cutoff === null)
        .map(({ name }) => `${name}: the rest, and values of zero or less.`),
    ],
    rulesKept: [
      "A value on a cut-off is in the upper tier, and equal values always share a tier.",
      "Shares are of the whole table: all customers, and all value above zero.",
    ],
    rules: [
      "The customer who crosses a cut-off stays in the better tier.",
      "Equal values always share a tier.",
      "Shares are of the whole table: all customers, and all value above zero.",
    ],
    method: "How the tiers are made",
    differs: (cell: string, segment: string, figure: string, shown: string, found: string): string =>
      `Warning: ${cell} (${segment}, ${figure}) shows ${shown}, the run found ${found}.`,
    byCutoffs: (column: string, highFirst: boolean): string =>
      `Bands of ${column}: ${highFirst ? "highest" : "lowest"} first`,
    methodCutoffs: (
      bands: readonly { readonly name: string; readonly from: number | null; readonly below: number | null }[],
    ): readonly string[] =>
      bands.map(({ name, from, below }) => {
        const ends = [from === null ? "" : `from ${exact(from)}`, below === null ? "" : `below ${exact(below)}`];
        return `${name}: ${ends.filter((end) => end !== "").join(" to ")}.`;
      }),
    rulesCutoffs: (valueColumn: string): readonly string[] => [
      "A value on a cut-off belongs to the upper band.",
      `Value is the sum of ${valueColumn}; shares are of all of it above zero in the table.`,
    ],
    byQuantiles: (column: string, highFirst: boolean): string =>
      `Tiers by rank in ${column}: ${highFirst ? "highest" : "lowest"} first`,
    methodQuantiles: (
      tiers: readonly { readonly name: string; readonly from: number | null; readonly below: number | null }[],
      shares: readonly number[],
      highFirst: boolean,
    ): readonly string[] =>
      tiers.map(({ name, from, below }, i) => {
        const [above, upTo] = highFirst ? ["from", "below"] : ["above", "up to"];
        const ends = [from === null ? "" : `${above} ${exact(from)}`, below === null ? "" : `${upTo} ${exact(below)}`];
        const [first = 0, last = 1] = [shares[i - 1], shares[i]];
        const part = i === 0 ? `the first ${percent(last)}` : `${percent(first)} to ${percent(last)}`;
        return `${name}: ${part} of the customers, ${ends.filter((end) => end !== "").join(" to ")}.`;
      }),
    rulesQuantiles: (
      valueColumn: string,
      kept: { readonly dataDate: string | null } | null,
      empty: readonly string[],
    ): readonly string[] => [
      kept === null
        ? "The limits are those that the run found; the next run finds them anew."
        : `The limits are kept${kept.dataDate === null ? " from an earlier run" : ` from the data of ${day(kept.dataDate)}`}.`,
      "Equal values share a tier, and a value on a limit is in the tier that comes first.",
      ...(empty.length === 0
        ? []
        : [`Nobody was in ${empty.join(", ")} at the run: too many customers have the same value.`]),
      `Value is the sum of ${valueColumn}; shares are of all of it above zero in the table.`,
    ],
    byGroups: (column: string): string => `Groups by ${column}`,
    methodGroups: (names: readonly string[], unknown: string): readonly string[] => [
      `In this order: ${names.join(", ")}.`,
      `${unknown}: the cell is blank.`,
    ],
    rulesGroups: (valueColumn: string): readonly string[] => [
      "Entries outside this order are not classified.",
      `Value is the sum of ${valueColumn}; shares are of all of it above zero in the table.`,
    ],
    byRules: (rules: number): string =>
      rules === 1 ? "One rule" : `${count(rules)} rules in order: the first that holds decides`,
    methodRule: (rule: number, name: string, tests: string): string => `${count(rule)}. ${name}: ${tests}.`,
    moreRules: (rules: number, policySheet: string): string =>
      `${count(rules)} more ${rules === 1 ? "rule stands" : "rules stand"} on the sheet ${policySheet}.`,
    rulesRules: (otherwise: string, valueColumn: string): readonly string[] => [
      `${otherwise}: no rule holds.`,
      "A value on a limit belongs to the range that begins there; a blank is in no range.",
      "Customers for whom a cell leaves a rule open are not classified.",
      `Value is the sum of ${valueColumn}; shares are of all of it above zero in the table.`,
    ],
    manyOtherwise: (otherwise: string, number: number, part: number): string =>
      `${otherwise}: no rule held for ${customers(number)} (${share(part)}) at the run. Over a tenth is more than a policy should leave open.`,
    byMatrix: (columns: readonly string[]): string => `Policy matrix of ${columns.join(" × ")}`,
    methodMatrix: (
      axes: readonly { readonly column: string; readonly positions: readonly string[] }[],
      classes: readonly { readonly name: string; readonly cells: number }[],
    ): readonly string[] => [
      ...axes.map(({ column, positions }) => `${column}: ${positions.join("; ")}.`),
      `Combinations by class: ${classes.map(({ name, cells }) => `${name} ${cells}`).join(", ")}.`,
    ],
    withoutPolicyAtRun: (
      noPolicy: string,
      combinations: number,
      first: readonly { readonly position: string; readonly customers: number }[],
    ): string =>
      `${noPolicy} at the run: ${count(combinations)} ${combinations === 1 ? "combination" : "combinations"}, ${first.length < combinations ? "first of all " : ""}${first.map((each) => `${each.position} (${customers(each.customers)})`).join(", ")}.`,
    rulesMatrix: (policySheet: string, noPolicy: string, valueColumn: string): readonly string[] => [
      `The class of each combination stands on the sheet ${policySheet}.`,
      `${noPolicy}: the matrix says nothing about this combination.`,
      "Customers without a place in one of the columns are not classified.",
      `Value is the sum of ${valueColumn}; shares are of all of it above zero in the table.`,
    ],
    methodSegments: "How the segments are made",
    chartShares: (column: string, valueColumn: string): string => `Customers and ${valueColumn} by ${column}`,
    headers: {
      segment: "Segment",
      customers: "Customers",
      shareOfCustomers: "Share of customers",
      value: "Value",
      shareOfValue: "Share of value",
      cumulativeShare: "Cumulative share",
      median: "Median at the run",
      owner: "Owner",
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

  owners: {
    title: "Owners: who answers for each segment",
    how: "One row per segment. Fill in the marked cells; sort, filter and add columns or rows as you like. A run adds rows for new segments and updates segment names; it changes nothing else here.",
    rebuilt: (runAt: Date): string =>
      `The former Owners sheet was missing. This one was rebuilt at the run of ${moment(runAt)} from the copy that Tierbook keeps. Columns and rows that people had added, and changes made in the sheet since the run or pane entry before, are not in it.`,
    ownerless: "Segments without an owner",
    headers: ownerHeaders.en,
    inPlan: ownerInPlan.en,
    statuses: ownerStatuses.en,
  },

  policy: policyEn,
  orders: ordersEn,
  rfm: rfmEn,
  portfolio: portfolioEn,

  rows: rowsEn,

  runs: {
    title: "Runs",
    asOf: (runAt: Date): string => `As of the run of ${moment(runAt)}. All figures below are those of the runs.`,
    headings: {
      log: "Run log",
      sums: "Does everything add up?",
      list: "Customers not classified, or with a remark",
    },
    logHeaders: {
      at: "Run",
      by: "By",
      state: "State",
      plan: "Plan revision",
      table: "Customer table",
      rows: "Rows",
      classified: "Classified",
      notClassified: "Not classified",
      moved: "Moved",
      entered: "Entered",
      left: "Left",
    },
    statuses: {
      complete: "Complete",
      "rolled-back": "Rolled back",
      unfinished: "Unfinished",
      incomplete: "Incomplete",
    },
    sumHeaders: {
      segmentation: "Segmentation",
      rows: "Rows of the table",
      classified: "Classified",
      notClassified: "Not classified",
      rowsOpen: "Rows unaccounted for",
      column: "Value column",
      total: "Total of the table",
      value: "Value classified",
      valueNot: "Value not classified",
      valueOpen: "Value unaccounted for",
    },
    moves: (name: string): string => `Moves: ${name}`,
    movesFirst: "There is no run before this one to compare with.",
    movesSay: (stayed: number, moved: number, entered: number, left: number): string =>
      `${customers(moved)} moved to another segment, ${count(stayed)} stayed, ${count(entered)} entered the table, ${count(left)} left it. From each row to each column:`,
    byCustomers: "From (customers)",
    byValue: (valueColumn: string): string => `From (${valueColumn}, of now)`,
    entered: "Entered",
    left: "Left",
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
    findingOpen: (number: number, ofValue: number, valueColumn: string): string =>
      `${customers(number)} could not be classified${ofValue > 0 ? `, with ${share(ofValue)} of ${valueColumn}` : ""}: see the list of the run log.`,
    contents: {
      owners: "Who answers for each segment, with objective, KPI and next review",
      segments: "Customers, values and shares by segment, with a chart",
      policy: "Where each segment begins and ends: change it there, and the next run follows",
      runs: "All runs, who moved with the last one, and the customers not classified",
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
      amount: "Amount",
    },
    remark: "Classified, with a remark",
    reasons: {
      blank: "Empty cell",
      "blank-text": "Empty text",
      text: "Text instead of a number",
      logical: "TRUE or FALSE instead of a number",
      error: "Error value",
      date: "A date, no amount",
      zero: "Zero",
      negative: "Negative value",
      undeclared: "Not in the declared order; add it on the Policy sheet",
      "no-date": "Not a date that can be read",
      future: "After the data date",
      differs: "Values of the customer differ",
      "left-out": "Left out; the other rows count",
      "hidden-row": "Hidden row, left out by choice",
      "total-row": "Looks like a total, left out by choice",
    },
  },
};

/** Every word of the sheets, in one language. */
export type SheetWords = typeof sheetEn;
