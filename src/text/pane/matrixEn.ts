import { figures } from "../figures";

const { count: num } = figures("en");

const customers = (n: number): string => `${num(n)} ${n === 1 ? "customer" : "customers"}`;

/** The words of the policy matrix in the pane, in English. */
export const matrixEn = {
  columns: "Columns that decide",
  columnsHint: "One to four. Each combination of their groups gets a class.",
  column: (n: number): string => `Column ${n}`,
  addColumn: "Add a column",
  addColumnFull: "Four columns at most.",
  removeColumn: (column: string): string => `Leave out the column “${column}”`,
  divided: (column: string): string => `How “${column}” is divided`,
  byValues: "By its values",
  byBands: "By cut-offs",
  positions: { values: (n: number): string => `Values (${num(n)})`, bands: (n: number): string => `Bands (${num(n)})` },
  classes: "Policy classes",
  classesHint: "Each is a segment and has an owner of its own.",
  className: (n: number): string => `Name of class ${n}`,
  addClass: "Add a class",
  addClassFull: "Ten classes at most.",
  removeClass: (name: string): string => `Remove the class “${name}”`,
  cells: "What applies to whom",
  noPolicy: "No policy",
  open: (n: number, combinations: number): string =>
    `No policy: ${customers(n)}${combinations === 0 ? "" : ` in ${num(combinations)} ${combinations === 1 ? "combination" : "combinations"}`}.`,
  allMapped: "Every customer has a class.",
  cellsFull: (n: number): string => `A matrix holds ${num(n)} combinations, and this one does.`,
  waiting: "The combinations show up with the preview.",
  tableOf: (rows: string, columns: string): string => `Classes by ${rows} and ${columns}`,
  classFor: (position: string): string => `Class for ${position}`,
  customers,
  nobody: "nobody",
  listHint: "The combinations that occur, the most customers first.",
  onlyOpen: "Only those without a policy",
  noneOpen: "All combinations that occur have a class.",
  more: (n: number): string => `Show ${num(n)} more`,
  many: "Set many at once",
  any: "Any",
  manyClass: "Class",
  manySet: (n: number): string => `Set ${num(n)} ${n === 1 ? "combination" : "combinations"}`,
  manyAll: "This includes combinations that do not occur yet.",
  manyOccurring: "There are more combinations than a matrix holds: this sets those that occur.",
};
export type MatrixWords = typeof matrixEn;
