/** What is wrong with a cell or table of the Policy sheet, and what to do about it. */
type ProblemWords = (found: string, of: string) => readonly [what: string, next: string];

const undoOrPane = "Undo that in Excel, or delete the whole sheet: the next run makes it anew from the last settings.";
const backOrPane = (thing: string): string =>
  `Undo that in Excel. To do without it, remove the ${thing} in the pane, where you see what that changes.`;

/** Everything that may be wrong with the Policy sheet, in English. */
export const policyProblemsEn = {
  "missing-table": (_found, of) => [`The table of “${of}” is no longer as Tierbook made it.`, undoOrPane],
  "missing-column": (_found, of) => [`A column of “${of}” is missing or has another name.`, undoOrPane],
  "missing-row": (found, of) => [`The row “${found}” of “${of}” is gone.`, backOrPane("segment")],
  "same-row": (found, of) => [`The row “${found}” of “${of}” stands twice.`, "Delete one of the two."],
  "new-row": (found, of) => [
    `The row “${found}” of “${of}” is new, and has no place among the others.`,
    "Delete it here and add the segment in the pane, where you see what it changes.",
  ],
  "not-a-number": (found, of) => [
    found === "" ? `A number of “${of}” is missing.` : `“${found}” in “${of}” is not a number.`,
    "Enter a number. Numbers stored as text have to be typed again.",
  ],
  "not-a-date": (found, of) => [`“${found}” in “${of}” is not a date.`, "Enter a date such as 2026-03-31."],
  "share-range": (found, of) => [
    `${found} in “${of}” is no share between 0 % and 100 %.`,
    "Enter a share such as 80 %.",
  ],
  "out-of-order": (found, of) => [
    `${found} in “${of}” does not lie beyond the cut-off before it.`,
    "Put the cut-offs in order: each lies beyond the one before.",
  ],
  "fixed-cell": (found, of) => [
    found === ""
      ? `The last row of “${of}” has lost its end.`
      : `The last row of “${of}” takes the rest: ${found} cannot be its limit.`,
    "Undo that in Excel.",
  ],
  follows: (found, of) => [
    `${found} in “${of}” was typed over a formula: this end follows from the row before.`,
    "Undo that, and change the limit in the row before.",
  ],
  "name-missing": (_found, of) => [`A segment of “${of}” has no name.`, "Enter a name."],
  "name-long": (found, of) => [`“${found}” in “${of}” is longer than 255 characters.`, "Shorten it."],
  "name-unfit": (found, of) => [`“${found}” in “${of}” holds characters that no name can have.`, "Type it again."],
  "same-name": (found, of) => [`“${found}” stands twice in “${of}”.`, "Give one of the two another name."],
  "reserved-name": (found, of) => [
    `“${found}” in “${of}” is what Tierbook calls customers without a segment.`,
    "Choose another name.",
  ],
  "value-missing": (_found, of) => [`A row of “${of}” names no entry of the data.`, "Enter it as the data has it."],
  "value-unfit": (found, of) => [`“${found}” in “${of}” holds characters that no cell can have.`, "Type it again."],
  "same-value": (found, of) => [`The entry “${found}” stands twice in “${of}”.`, "Keep one of the two."],
  "same-order": (found, of) => [
    `Order number ${found} stands twice in “${of}”.`,
    "Give every row a number of its own.",
  ],
  "missing-cell": (found, of) => [
    `The row ${found} of “${of}” is gone.`,
    "Undo that in Excel. For a combination without a policy, leave its class empty.",
  ],
  "unknown-position": (found, of) => [
    found === "" ? `A combination of “${of}” is not complete.` : `“${found}” is not among the names of “${of}” above.`,
    "Enter a name that stands in the table of that column.",
  ],
  "unknown-class": (found, of) => [
    `“${found}” is not a class of “${of}”.`,
    "Choose a class from the list, or leave the cell empty for no policy.",
  ],
  "same-cell": (found, of) => [`The combination ${found} stands twice in “${of}”.`, "Keep one of the two."],
  "no-cell": (_found, of) => [`No combination of “${of}” has a class.`, "Give at least one combination a class."],
  "text-long": (found, of) => [`The text “${found}” in “${of}” is longer than 500 characters.`, "Shorten it."],
  "no-rule": (_found, of) => [
    `“${of}” has no rule left.`,
    "Undo that in Excel, or remove the segmentation in the pane.",
  ],
  "two-segments": (found, of) => [
    `A rule of “${of}” leads to two segments: another row with its order number does not say “${found}”.`,
    "Give the row another order number, or the same segment.",
  ],
  "column-missing": (_found, of) => [`A test of “${of}” names no column of the data.`, "Enter the column’s header."],
  "unknown-column": (found, of) => [
    `The customers’ table has no column “${found}”, which “${of}” names.`,
    "Enter the column’s header as it stands in the table.",
  ],
  "unknown-test": (found, of) => [
    found === "" ? `A row of “${of}” says no test.` : `“${found}” in “${of}” is no test that Tierbook knows.`,
    "Choose a test from the cell’s list.",
  ],
  "not-used": (found, of) => [
    `“${found}” in “${of}” stands where this test does not look.`,
    "Clear the cell: limits belong under From and Below, entries and texts under Entries or text.",
  ],
  "limit-missing": (_found, of) => [`A range of “${of}” has no limit.`, "Enter From, Below or both."],
  "limits-crossed": (found, of) => [
    `A range of “${of}” ends at ${found}, before it begins.`,
    "Let Below lie beyond From.",
  ],
  "unknown-segment": (found, of) => [
    found === "" ? `A line of “${of}” names no segment.` : `“${found}” is not a segment of “${of}”.`,
    "Choose a segment from the list.",
  ],
  "no-line": (_found, of) => [`No line of “${of}” says which scores lead to a segment.`, "Add at least one line."],
  "score-range": (found, of) => [`${found} in “${of}” is no score.`, "Enter a whole number from 1 to 5."],
  "scores-out-of-order": (found, of) => [
    `${found} in “${of}” is above the score that the line goes up to.`,
    "Enter the lower score first.",
  ],
  "score-beyond": (found, of) => [
    `Nobody can have score ${found} in “${of}”: its limits give fewer scores.`,
    "Lower the score, or add a limit.",
  ],
  "too-many": (found, of) => [`“${of}” has ${found} rows, more than it can have.`, "Take some together in the data."],
} satisfies Record<string, ProblemWords>;

/** Words for everything that may be wrong with the Policy sheet, in one language. */
export type PolicyProblems = Readonly<Record<keyof typeof policyProblemsEn, ProblemWords>>;
