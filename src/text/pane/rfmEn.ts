import { figures } from "../figures";

const { count } = figures("en");

const customers = (n: number): string => `${count(n)} ${n === 1 ? "customer" : "customers"}`;
const combinations = (n: number): string => `${count(n)} ${n === 1 ? "combination" : "combinations"} of scores`;
const listed = (named: readonly string[], all: number): string =>
  `${named.join(", ")}${named.length < all ? ", …" : ""}`;

/** The words of RFM in the pane, in English. */
export const rfmEn = {
  source: "Where orders are found",
  sourceKind: "Orders",
  sourceKinds: { columns: "In columns of the customer table", transactions: "In a table of orders" },
  sourceHint: {
    columns: "Each customer’s row says when the last order was, how many there were and what they came to.",
    transactions: "Last order, number of orders and amount are counted from its lines at every run.",
  },
  chooseColumn: "Choose a column",
  recencyColumn: "Last order",
  recencyAs: "What the column of the last order holds",
  asDate: "A date",
  asDays: "Days since the last order",
  frequencyColumn: "Number of orders",
  monetaryColumn: "Amount spent",
  ordersTable: "Table of orders",
  ordersReason: (lines: number, customer: string): string =>
    `${count(lines)} lines, each with a customer${customer === "" ? "" : ` (${customer})`}, a date and an amount.`,
  hiddenLines: (lines: number): string =>
    `${count(lines)} ${lines === 1 ? "line is" : "lines are"} hidden or filtered out: they count like all others.`,
  totalLines: (lines: number, cells: readonly string[]): string =>
    `${count(lines)} ${lines === 1 ? "line looks" : "lines look"} like a total and would count twice (${cells.join(", ")}${lines > cells.length ? " …" : ""}): delete them, or leave them out below.`,
  ordersGone: (name: string): string => `The workbook has no table “${name}” now. Choose another.`,
  customerColumn: "Customer, as in the key column",
  dateColumn: "Date of the order",
  amountColumn: "Amount",
  priceColumn: "Price",
  quantityColumn: "Times a quantity",
  noQuantity: "No: the amount is that of the line",
  withoutAmounts: "Without amounts: by recency and frequency alone",
  orderColumn: "What tells one order from another",
  orderHint: "Lines with the same entry are one order.",
  everyLine: "Every line is an order",
  window: "Orders that count",
  windowHint: "Counted back from the data date. With all history, everybody’s orders only ever grow.",
  months: (n: number): string => `The last ${n} months`,
  allHistory: "All there are",
  moreOnOrders: "More: one day, averages, lines left out",
  mergeDays: "All orders of a customer on one day are one order",
  spent: "Amount spent",
  spentTotal: "All orders together",
  spentMean: "The average order",
  returnsSay: "Amounts below zero are returns: they lower the amount, and are no orders.",
  leaveOut: "Lines that do not count",
  leaveOutHint: "Such as those of staff or guests, and cancelled orders.",
  leaveOutColumn: "By the column",
  leaveOutHow: "Leave out lines with",
  leaveOutKinds: {
    values: "one of these entries",
    prefixes: "an entry that begins with",
    range: "a number in a range",
  },
  leaveOutEntries: "One per line",
  leaveOutFrom: "From",
  leaveOutBelow: "Below",
  leaveOutAdd: "Leave them out",
  leftOut: (column: string, values: readonly string[], prefixes: readonly string[], range: string | null): string =>
    `${column}: ${[...values, ...prefixes.map((prefix) => `${prefix}…`), ...(range === null ? [] : [range])].join(", ")}`,
  leftOutRange: (from: string | null, below: string | null): string =>
    [from === null ? "" : `from ${from}`, below === null ? "" : `below ${below}`]
      .filter((end) => end !== "")
      .join(" to "),
  countAgain: (column: string): string => `Count the lines again that are left out by ${column}`,
  dataDate: "Data as of",
  dataDateHint: "Days since the last order are counted back from here.",
  dataDateFound: (from: string): string => `Not stated, so days are counted back from the last order, ${from}.`,
  monthEndWould: (date: string, later: number, kind: "columns" | "transactions"): string =>
    `${date}, the end of the last complete month, would leave ${kind === "columns" ? `${customers(later)} with a later order not classified` : `out ${count(later)} later ${later === 1 ? "line" : "lines"}`}.`,
  dataDateWrong: "This is no date.",

  scoring: "Scores",
  scoringHint: "The highest score is the best: the last order most recent, the most orders, the largest amount.",
  measures: { recency: "Recency (R), in days", frequency: "Frequency (F), in orders", monetary: "Amount (M)" },
  by: { quintiles: "In fifths of the customers", limits: "By limits of your own", mean: "Above or below the mean" },
  side: { recency: "up to", frequency: "from", monetary: "from" },
  found: {
    recency: (cut: string): string => `up to ${cut}`,
    frequency: (cut: string): string => `more than ${cut}`,
    monetary: (cut: string): string => `more than ${cut}`,
  },
  otherwise: {
    recency: (cut: string | null): string => (cut === null ? "the rest" : `more than ${cut}`),
    frequency: (_cut: string | null): string => "the rest",
    monetary: (_cut: string | null): string => "the rest",
  },
  limitOf: (measure: string, score: number): string => `${measure}: limit of score ${score}`,
  emptyScores: (scores: readonly number[]): string =>
    `Nobody has ${scores.length === 1 ? "score" : "the scores"} ${scores.join(", ")}: equal values always have equal scores.`,
  addLimit: "Add a limit",
  removeLimit: "Remove the last limit",
  keep: "Keep these limits for the next runs",
  keepHint: "Then a customer moves only because the customer changed, not because others did.",

  proposal: "Limits of your own would tell customers apart better",
  proposalEmpty: (measures: readonly string[]): string =>
    `In fifths, some scores of ${measures.join(" and ")} go to nobody, because many customers have the same value.`,
  proposalOneTime: (share: string): string =>
    `${share} of the customers ordered once, so that fifths by orders say little.`,
  proposed: {
    recency: (limits: readonly string[]): string => `Recency: up to ${limits.join(", ")} days.`,
    frequency: (limits: readonly string[]): string => `Frequency: from ${limits.join(", ")} orders.`,
    monetary: (limits: readonly string[]): string => `Amount: from ${limits.join(", ")}.`,
  },
  proposalSameOrders:
    "Hardly anybody differs in the number of orders, whatever the limits: recency and amount decide then.",
  proposalComparing: "Comparing both ways…",
  proposalDifferent: (number: number): string =>
    number === 0
      ? "Both ways put every customer into the same segment."
      : `With these limits ${customers(number)} would be in another segment than with fifths.`,
  proposalMoved: (fifths: number, limits: number): string =>
    `Change segment since the last run: with fifths ${count(fifths)}, with these limits ${count(limits)}.`,
  proposalTake: "Use these limits",
  proposalDecline: "Keep fifths",

  gridOf: (name: string): string =>
    `${name}: customers and their share of the value, by recency (rows) and frequency (columns)`,
  gridSays: (valueColumn: string): string =>
    `Customers, and below them their share of ${valueColumn}. R5 ordered last, F5 most often; the darker, the more customers.`,

  map: "Which scores lead where",
  mapHint: "Rows are recency, columns frequency. The numbers are those of the segments below.",
  customary: "Names",
  maps: { eleven: "Eleven segments, from Champions to Lost", eight: "Eight classes of key and general customers" },
  ownMap: "Your own",
  mapTable: "Segments by recency (rows) and frequency (columns)",
  /** `signs` as they stand in the cell, each with its name. */
  cellSays: (r: number, f: number, signs: readonly string[], names: readonly string[]): string =>
    `Recency ${r}, frequency ${f}: ${signs.join(" ")} (${names.join("; ")}). Change`,
  chooseCell: "Choose a cell to change its segment.",
  segmentFor: (r: number, f: number): string => `Segment for R${r} F${f}`,
  byAmount: "Differs by amount",
  amounts: "By amount",
  amountScore: (m: number): string => `With M${m}`,
  noSegment: "No segment",
  cellDone: "Done",
  complete: (n: number): string => `All ${combinations(n)} lead to one segment each.`,
  without: (n: number, named: readonly string[], here: number): string =>
    `No segment: ${combinations(n)} with ${customers(here)} (${listed(named, n)}).`,
  twice: (n: number, named: readonly string[]): string =>
    `Several lines of the Policy sheet hold ${combinations(n)} (${listed(named, n)}); the first line decides.`,
  idle: (names: readonly string[]): string => `No scores lead to ${names.join(", ")}.`,

  segments: "Segments",
  segmentsHint:
    "Names are yours. “New” would need the date of a first order, so that recent customers with few orders are called what they are.",
  segmentName: (n: number): string => `Name of segment ${n}`,
  addSegment: "Add a segment",
  addSegmentFull: (n: number): string => `${n} segments at most.`,
  removeSegment: (name: string): string => `Remove the segment “${name}”`,
};
