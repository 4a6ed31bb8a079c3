/** The pane's words for the scales of columns, in English. */
export const scalesPaneEn = {
  title: (scales: number): string => (scales === 0 ? "Scales" : `Scales (${scales})`),
  says: "The values of a column in order, the best first. Groups by the column follow, and so does “The worst”.",
  missing: (values: readonly string[]): string => `In the data but not in the scale: ${values.join(", ")}`,
  addValue: (value: string): string => `Add ${value} to the scale`,
  noColumn: "The table no longer has this column.",
  remove: "Remove scale",
  removeOf: (column: string): string => `Remove scale: ${column}`,
  needed: "It cannot be removed while rows of a client are combined by “The worst” of this column.",
  another: "Scale for another column",
  choose: "Choose a column",
  add: "Add",
};
