import { Failure } from "../failure";

/** Excel's limit for one cell, in UTF-16 units. */
export const longestText = 32_767;

/**
 * Text as it must be sent to a cell of General format so that Excel keeps it as this very text and never takes it for
 * a formula, a number or a date: with Excel's own text prefix, which is not part of the cell's content. In a cell that is
 * formatted as text it would be: wherever a cell's format is not ours, `writeText` sets it first.
 *
 * Source: OWASP ASVS 5.0 1.2.10 names =, +, -, @, tab and null; Excel also takes the full-width forms for formulas.
 *
 * @throws {Failure} `bad-parameter` for text longer than a cell
 */
export function literalText(text: string): string {
  if (text.length > longestText) throw new Failure("bad-parameter", `cell requires at most ${longestText} characters`);
  return text === "" ? "" : `'${text}`;
}

/** True for text that some program could take for a formula or a command. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\n\0'＝＋－＠]/u.test(text);
}
