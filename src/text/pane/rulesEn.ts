import { figures } from "../figures";

const { count: num, share } = figures("en");

const customers = (n: number): string => `${num(n)} ${n === 1 ? "customer" : "customers"}`;

/** The words of ordered rules in the pane, in English. */
export const rulesEn = {
  rules: "Rules in order",
  hint: "The first rule that holds decides. A blank is in no range; a cell that says neither yes nor no, such as an error, leaves the customer not classified.",
  rule: (n: number, segment: string): string => `Rule ${num(n)}: ${segment}`,
  counts: (matched: number, taken: number): string =>
    matched === taken ? `Holds for ${customers(matched)}` : `Holds for ${customers(matched)}, takes ${num(taken)}`,
  edit: "Edit",
  editRule: (n: number): string => `Edit rule ${num(n)}`,
  close: "Done",
  add: "Add a rule",
  full: (n: number): string => `${num(n)} rules at most.`,
  segment: "Leads to",
  newSegment: "A new segment",
  segmentName: "Name of the segment",
  all: "When all of this holds",
  or: "Or when all of this holds",
  addTest: "And …",
  addAlternative: "Or …",
  removeTest: (test: string): string => `Remove the test “${test}”`,
  emptyTest: "not complete",
  column: "Column",
  chooseColumn: "Choose a column",
  kind: "Test",
  from: "From",
  below: "Below",
  dayHint: "Such as 2026-03-31",
  text: "Text, in any case",
  values: "Entries",
  otherValues: "Other entries, such as North; South",
  otherwise: "Name of those for whom no rule holds",
  problems: {
    "no-column": "Choose a column.",
    "no-limit": "Enter From, Below or both.",
    "not-a-number": "Enter a number such as 1500.5, without separators for thousands.",
    "not-a-date": "Enter a date such as 2026-03-31.",
    "limits-crossed": "Below must be above From.",
    "no-value": "Say what to look for.",
    "unfit-value": "This holds characters that no cell can have.",
  },
  report: {
    heading: "How the rules work together",
    gap: (name: string, n: number, part: number): string =>
      n === 0 ? "Every customer is reached by a rule." : `${name}: no rule holds for ${customers(n)} (${share(part)}).`,
    wide: "That is more than a tenth: add rules until those left are few.",
    nobody: (rules: readonly string[]): string =>
      rules.length === 1
        ? `Rule ${rules[0]} takes nobody.`
        : `Rules ${rules.slice(0, -1).join(", ")} and ${rules.at(-1)} take nobody.`,
    overlaps: "Rules that hold for the same customers; the first one takes them:",
    overlap: (first: number, second: number, n: number): string =>
      `Rules ${num(first)} and ${num(second)}: ${customers(n)}`,
    more: (n: number): string => `and ${num(n)} more pairs`,
  },
};
