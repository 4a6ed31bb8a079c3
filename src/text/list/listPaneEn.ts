import { figures } from "../figures";

const { count } = figures("en");

/** Once a question is answered, no cells are left that it is about. */
const where = (cells: string): string => (cells === "" ? "" : ` (${cells})`);

/** The pane's words for lists that are no tables yet, in English. */
export const listPaneEn = {
  title: "A list that is no table yet",
  says: "Select its cells in Excel, or one cell of the sheet. Tierbook finds the header and shows what it would do first.",
  copyTitle: "See what a clean copy would read",
  copySays:
    "A table is read as it stands, and text is no number. A clean copy on a new sheet can convert text and do without hidden rows and totals.",
  useSelection: "Use my selection",
  looking: "Looking…",
  size: (rows: number, columns: number): string =>
    `${count(rows)} ${rows === 1 ? "row" : "rows"}, ${count(columns)} ${columns === 1 ? "column" : "columns"}`,
  named: "name in this workbook",
  found: (address: string): string => `List found: ${address}`,
  holds: (rows: number, columns: number): string => `${listPaneEn.size(rows, columns)}:`,
  more: (n: number): string => `and ${count(n)} more`,
  asIs: "It can become a table where it stands. Titles above and notes below stay as they are.",
  better:
    "As it stands it would be read badly. A clean copy on a new sheet leaves the original as it is and lists what differs:",
  needed:
    "It cannot become a table as it stands. A clean copy on a new sheet leaves the original as it is and lists what differs:",
  ofTable: "The table stays as it is. A clean copy on a new sheet would differ in this:",
  numbers: (column: string, cells: string): string => `How are numbers written in ${column}?${where(cells)}`,
  dates: (column: string, cells: string): string => `In what order are dates written in ${column}?${where(cells)}`,
  numbersAgain: (column: string, cells: string): string =>
    `What is said of all columns does not fit ${column} (${cells}). How are its numbers written?`,
  datesAgain: (column: string, cells: string): string =>
    `What is said of all columns does not fit ${column} (${cells}). In what order are its dates written?`,
  asAll: "As in the other columns",
  merged: (column: string, cells: string): string =>
    `Cells are merged down in ${column} (blank: ${cells}). What holds there?`,
  mergedFill: "What is merged holds for each of its rows: fill them",
  mergedAmounts: (column: string, ranges: string): string =>
    `An amount is merged over several rows of ${column} (${ranges}). Unmerge these cells in Excel and write into each row what belongs to it, then look again.`,
  blankWords: "Which of these mean a blank cell?",
  blankWord: (word: string, n: number): string => `“${word}”${n > 0 ? ` (${count(n)})` : ""}`,
  header: "Header in row",
  headerHint: "Not the right one? Type the number of the row with the column names.",
  headerMissing: "Type the number of the row with the column names:",
  headerRead: "Read from this row",
  headerFind: "Find it",
  titleFacts: (unit: string | null, date: string | null): string =>
    [unit === null ? "" : `unit ${unit}`, date === null ? "" : `date ${date}`].filter((part) => part !== "").join(", "),
  takeTitle: (facts: string): string => `Take over from the title: ${facts}`,
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
