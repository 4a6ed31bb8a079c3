/**
 * The text of a cell as MATCH, COUNTIFS and SUMIFS look it up letter by letter. Tildes, stars and question marks would
 * be wildcards; they are escaped in the formula if a name in use has one, and left out otherwise, because a short
 * formula is one that a colleague can read.
 *
 * @param cell - A1 text of the cell that holds the text
 * @param names - all the texts that such cells hold
 */
export function literalMatch(cell: string, names: readonly string[]): string {
  if (!names.some((name) => /[~*?]/.test(name))) return cell;
  return `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${cell},"~","~~"),"*","~*"),"?","~?")`;
}
