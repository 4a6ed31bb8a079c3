/** Paper sizes by the file's number, in Office.js's words. Source: ECMA-376 part 1, 18.3.1.63 (paperSize); Excel.PaperType. */
const names: Readonly<Record<number, string>> = {
  1: "Letter",
  2: "LetterSmall",
  3: "Tabloid",
  4: "Ledger",
  5: "Legal",
  6: "Statement",
  7: "Executive",
  8: "A3",
  9: "A4",
  10: "A4Small",
  11: "A5",
  12: "B4",
  13: "B5",
  14: "Folio",
  15: "Quatro",
  16: "Paper10x14",
  17: "Paper11x17",
};

/** Name of a size, or undefined for one that has none. */
export function paperName(number: number | undefined): string | undefined {
  return number === undefined ? undefined : names[number];
}

/** Number of a size; names are compared without case, for Office.js accepts "a4" and "A4". */
export function paperNumber(name: string): number | undefined {
  const found = Object.entries(names).find(([, known]) => known.toLowerCase() === name.toLowerCase());
  return found && Number(found[0]);
}
