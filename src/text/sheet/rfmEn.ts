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
};
