import { ruleWords } from "../ruleWords";
import { keptEn } from "./keptEn";

/** The words of the Policy sheet in English. */
export const policyEn = {
  title: "Policy: where each segment begins and ends",
  how: "Change the marked cells, then run Tierbook again: the run follows this sheet, and asks before it overwrites anything here. Until then the labels are those of the last run.",
  headers: {
    id: "Id",
    name: "Segment",
    above: "Above",
    upTo: "Up to (cumulative share)",
    from: "From",
    below: "Below",
    value: "Entry in the data",
    order: "Order",
    alternative: "Alternative",
    test: "Test",
    values: "Entries or text",
    column: "Column of the data",
    class: "Policy class",
    text: "Policy text",
    customers: "Customers at the run",
    measure: "Measure",
    scoredBy: "Scored by",
    segment: "Segment",
    statement: "Completeness",
    combinations: "Combinations",
    limit1: "Limit 1",
    limit2: "Limit 2",
    limit3: "Limit 3",
    limit4: "Limit 4",
    recencyFrom: "R from",
    recencyTo: "R to",
    frequencyFrom: "F from",
    frequencyTo: "F to",
    monetaryFrom: "M from",
    monetaryTo: "M to",
    about: "Holds for",
    setting: "Setting",
    says: "Stated",
    check: "Check",
  },
  tiers: (valueColumn: string): string =>
    `By ${valueColumn}, the largest customers first: each tier reaches up to a share of the total, and the last one takes the rest.`,
  quantiles: (column: string, highFirst: boolean): string =>
    `By rank in ${column}, ${highFirst ? "highest" : "lowest"} first: each tier reaches up to a share of the customers, and the last one takes the rest.`,
  kept: (
    dataDate: string | null,
    tiers: readonly { readonly name: string; readonly cutoff: number | null }[],
    highFirst: boolean,
  ): string => `${keptEn(dataDate, tiers, highFirst)} Other shares find new ones.`,
  bands: (column: string, highFirst: boolean): string =>
    `By ${column}, ${highFirst ? "highest" : "lowest"} first. A value on a cut-off belongs to the upper band.`,
  groups: (column: string): string =>
    `By the entries in ${column}, the lowest order number first. Add a row for an entry that is not listed; a blank cell is “Unknown”.`,
  axisHeading: (name: string, column: string): string => `${name}: ${column}`,
  classesHeading: (name: string): string => `${name}: classes`,
  classes: "The classes are the segments of this policy; rename them here.",
  cellsHeading: (name: string): string => `${name}: which class applies`,
  cells: (columns: readonly string[]): string =>
    `One row per combination of ${columns.join(" × ")}. An empty class is “No policy”; copy a row to add a combination.`,
  segmentsHeading: (name: string): string => `${name}: segments`,
  segments: "The segments of this segmentation; rename them here.",
  rules:
    "The first rule that holds decides. Rows with one order number are a rule, and those of one alternative hold together. Add, change or delete rows; list entries as North; South.",
  tests: { ...ruleWords.en.kinds, otherwise: "no rule holds" },
  scalesHeading: "Scales",
  scales:
    "The values of a column in their order, the best first. Change an order, and groups by that column follow; add a row for a value that is missing.",
  /** What the column Check says; the same rules are checked again before a run. */
  check: {
    gap: "Fill in limits from the left",
    segment: "Choose a segment",
    unknownSegment: "Not a segment of this table above",
    scores: "Scores go from 1 to 5",
    scoresCrossed: "“From” is above “to”",
    without: "Some scores have no segment",
    several: "The first line decides",
    fine: "OK",
    name: "Enter a name",
    sameName: "Name used twice",
    number: "Enter a number",
    tests: { ...ruleWords.en.kinds, otherwise: "no rule holds" },
    test: "Choose a test from the list",
    limit: "Enter From, Below or both",
    crossed: "Below must be above From",
    share: "Enter a share between 0 % and 100 %",
    last: "The last tier reaches 100 %",
    rising: "Must be above the one before",
    falling: "Must be below the one before",
    lastBand: "The last band has no limit here",
    value: "Enter the entry as the data has it",
    noPolicy: "No policy",
    unknownClass: "Not a class of this policy",
    column: "Enter a column of the data",
    unknownColumn: "Not a column of the customers",
    sameOrder: "Order number used twice",
  },
};

/** The words of the Policy sheet, in one language. */
export type PolicySheetWords = typeof policyEn;
