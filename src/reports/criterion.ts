/**
 * A criterion of COUNTIFS and SUMIFS that means exactly the text of a cell.
 *
 * The equals sign keeps a text such as "<5" or ">A" from being read as a comparison. Tildes, stars and question marks
 * would be wildcards; they are escaped in the formula if a name in use has one, and left out otherwise, because a
 * short formula is one that a colleague can read.
 *
 * @param cell - A1 text of the cell that holds the text
 * @param names - all the texts that such cells hold
 */
export function criterion(cell: string, names: readonly string[]): string {
  if (!names.some((name) => /[~*?]/.test(name))) return `"="&${cell}`;
  return `"="&SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${cell},"~","~~"),"*","~*"),"?","~?")`;
}
