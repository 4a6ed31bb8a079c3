/** The words of RFM on the sheets, in English. */
export const rfmEn = {
  by: "RFM: how recently, how often and for how much customers bought",
  measures: {
    recency: (column: string): string => `Recency: ${column}`,
    frequency: (column: string): string => `Frequency: ${column}`,
    monetary: (column: string): string => `Amount: ${column}`,
  },
  rules: (policySheet: string, noSegment: string, valueColumn: string): readonly string[] => [
    `Which scores lead to which segment stands on the sheet ${policySheet}; the first line that holds them decides.`,
    `${noSegment}: no line holds these scores.`,
    "Equal values always have equal scores.",
    `Value is the sum of ${valueColumn}; shares refer to its values above zero.`,
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
