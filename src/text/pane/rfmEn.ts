/** The words of RFM in the pane, in English. */
export const rfmEn = {
  measures: "Where it stands",
  recencyColumn: "Last order",
  recencyAs: "What the column of the last order holds",
  asDate: "A date",
  asDays: "Days since the last order",
  frequencyColumn: "Number of orders",
  monetaryColumn: "Amount spent",
  segments: "Segments",
  segmentName: (n: number): string => `Name of segment ${n}`,
};
