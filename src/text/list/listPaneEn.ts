import { figures } from "../figures";

const { count } = figures("en");

/** The pane's words for lists that are no tables yet, in English. */
export const listPaneEn = {
  title: "A list that is no table yet",
  says: "Select its cells in Excel, or one cell of the sheet. Tierbook finds the header and shows what it would do first.",
  copyTitle: "See what a clean copy would read",
  copySays:
    "A table is read as it stands, and text is no number. A clean copy on a new sheet can convert text and do without hidden rows and totals.",
  useSelection: "Use my selection",
  looking: "Looking…",
  size: (rows: number, columns: number): string => `${count(rows)} rows, ${count(columns)} columns`,
  named: "name in this workbook",
  found: (address: string): string => `List found: ${address}`,
  holds: (rows: number, columns: number): string =>
    `${count(rows)} ${rows === 1 ? "row" : "rows"}, ${count(columns)} columns:`,
  more: (n: number): string => `and ${count(n)} more`,
  asIs: "It can become a table where it stands. Titles above and notes below stay as they are.",
  better:
    "As it stands it would be read badly. A clean copy on a new sheet leaves the original as it is and lists what differs:",
  needed:
    "It cannot become a table as it stands. A clean copy on a new sheet leaves the original as it is and lists what differs:",
  ofTable: "The table stays as it is. A clean copy on a new sheet would differ in this:",
  numbers: (column: string, cells: string): string => `How are numbers written in ${column}? (${cells})`,
  dates: (column: string, cells: string): string => `In what order are dates written in ${column}? (${cells})`,
  numbersDeclared: "Numbers that are text are written as",
  datesDeclared: "Dates that are text are written as",
  reads: (n: number, all: number): string => `reads ${count(n)} of ${count(all)}`,
  choose: "Choose",
  hidden: (n: number): string => `${n === 1 ? "1 row is" : `${count(n)} rows are`} hidden`,
  totals: (n: number): string => (n === 1 ? "1 row looks like a total" : `${count(n)} rows look like totals`),
  rowQuestions: {
    hiddenRows: (n: number): string => `${n === 1 ? "1 row is" : `${count(n)} rows are`} hidden. Customers, or not?`,
    subtotals: (n: number): string =>
      `${n === 1 ? "1 row looks like a total" : `${count(n)} rows look like totals`}. Customers, or not?`,
  },
  rowsCount: "Count them: they are customers",
  rowsOut: "Leave them out: listed, not classified",
  rowsUnanswered: "They count until you choose. The answer is kept for later runs.",
  rowsRead: "Keep: they are customers",
  rowsLeaveOut: "Leave out of the copy",
  makeCopy: "Make a clean copy",
  makeTable: "Make it a table",
  making: "Writing…",
  back: "Back",
};
