/** What the pane says about the Policy sheet, in English. */
export const policyPaneEn = {
  problems: (number: number): string =>
    number === 1
      ? "One entry on the Policy sheet cannot be used"
      : `${number} entries on the Policy sheet cannot be used`,
  firstOf: (shown: number, all: number): string =>
    `The first ${shown} of ${all}. The column Check on the sheet shows all.`,
  lookAgain: "Look again",
  overwrite: "Use the settings shown here",
  problemsFirst: "Put the Policy sheet right first, or use the settings shown here.",
  changed: "The Policy sheet changed while you were changing settings here",
  changedWhere: (names: readonly string[]): string =>
    `It now says something else about ${names.join(", ")}. Taking it over replaces what you changed there in the pane; your other changes stay.`,
  scales: "the scales",
  takeOver: "Take over from the sheet",
  changedFirst: "Take over from the Policy sheet first.",
};
