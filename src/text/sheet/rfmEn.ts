import { figures } from "../figures";

const { amount, count, moment } = figures("en");

/** The words of RFM on the sheets, in English. */
export const rfmEn = {
  by: "RFM: how recently, how often and for how much customers bought",
  fromColumns: (recency: string, frequency: string, amount: string | null): string =>
    amount === null
      ? `Recency and frequency stand in ${recency}, ${frequency}. Without amounts, frequency is scored in their place.`
      : `Recency, frequency and amount stand in ${recency}, ${frequency}, ${amount}.`,
  fromOrders: (
    table: string,
    [date, order, amount, quantity]: readonly [
      date: string,
      order: string | null,
      amount: string | null,
      quantity: string | null,
    ],
    mergeDays: boolean,
  ): string =>
    `From the table ${table}: ${date}, ${order === null ? "every line an order" : `orders by ${order}`}, ${amount === null ? "without amounts, so that orders are scored in their place" : quantity === null ? amount : `${quantity} × ${amount}`}${mergeDays ? "; orders of one day are one" : ""}.`,
  counted: (since: string, from: string | null): string =>
    `Days are counted back from ${since}${from === null ? "" : `; orders count from ${from} on`}.`,
  lastOrder: (monthEnd: string, later: number, kind: "columns" | "transactions"): string =>
    `That is the last order: no date is stated. Stating ${monthEnd}, the last complete month, would leave ${kind === "columns" ? `${count(later)} customers with a later order not classified` : `out ${count(later)} later lines`}.`,
  measureNames: {
    recency: "R, days since the last order",
    frequency: "F, number of orders",
    monetary: "M, amount",
    meanOrder: "M, amount of the average order",
  },
  score: (score: number, cut: number | null, how: "up-to" | "from" | "above"): string =>
    cut === null
      ? `${score} the rest`
      : `${score} ${{ "up-to": "up to", from: "from", above: "above" }[how]} ${amount(cut)}`,
  nobody: (score: number): string => `${score} nobody`,
  scoresOf: (
    measure: string,
    by: "quintiles" | "limits" | "mean",
    parts: readonly string[],
    { kept, since }: { readonly kept: boolean; readonly since: string | null },
  ): string => {
    const how = { quintiles: "by fifths of the customers", limits: "by limits of our own", mean: "by the mean" }[by];
    const standing = kept ? `, kept${since === null ? "" : ` from the data of ${since}`}` : "";
    return `${measure}, ${how}${standing}: ${parts.join(", ")}.`;
  },
  grid: {
    corner: "R \\ F",
    heading: "Customers by recency (R, down) and frequency (F, across)",
    headingAt: (runAt: Date): string =>
      `Customers by recency (R, down) and frequency (F, across), at the run of ${moment(runAt)}`,
  },
  rules: (policySheet: string, noSegment: string, valueColumn: string): readonly string[] => [
    `Which scores lead to which segment stands on the sheet ${policySheet}; the first line that holds them decides.`,
    `${noSegment}: no line holds these scores.`,
    "Equal values always have equal scores.",
    `Value is the sum of ${valueColumn}; shares are of all of it above zero in the table.`,
  ],
  policy: {
    measure: {
      recency: "Recency (R): days since the last order",
      frequency: "Frequency (F): orders",
      monetary: "Amount (M)",
    },
    scoredBy: { quintiles: "Fifths of the customers", limits: "Limits of your own", mean: "Above or below the mean" },
    statement: {
      without: "Combinations of scores that no line holds",
      several: "Combinations of scores that several lines hold",
    },
    limitsHeading: (name: string): string => `${name}: limits between the scores`,
    limits:
      "Fill in up to four rising limits to score by them, from the left. A value on a limit is beyond it; days are not. Leave all blank to score as the column before says.",
    linesHeading: (name: string): string => `${name}: which scores lead where`,
    lines:
      "The first line, by order, that holds a customer’s three scores says the segment. Add lines below or delete some; 5 is the best score.",
    coverageHeading: (name: string): string => `${name}: is anything left out?`,
    coverage: "Counted from the lines above as they stand now.",
  },
};
