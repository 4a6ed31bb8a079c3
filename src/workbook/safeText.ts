import { Failure } from "../failure";

/** Excel's limit for one cell, in UTF-16 units. */
export const longestText = 32_767;

/**
 * Text as it must be sent so that Excel keeps it as this very text: what could be read as a formula, a command or a
 * prefix gets Excel's own text prefix, which is not part of the cell's content.
 *
 * Source: OWASP ASVS 5.0 1.2.10 (=, +, -, @, tab, null); Excel also takes the full-width forms for formulas.
 *
 * @throws {Failure} `bad-parameter` for text longer than a cell
 */
export function safeText(text: string): string {
  if (text.length > longestText) throw new Failure("bad-parameter", `cell requires at most ${longestText} characters`);
  return /^[=+\-@\t\r\n\0'＝＋－＠]/u.test(text) ? `'${text}` : text;
}

/** As `safeText`, for cells without text format: also what Excel would read as a number, a date or TRUE. */
export function safeGeneralText(text: string): string {
  const safe = safeText(text);
  return safe === text && /^[\s\d.,(%$£€¥#０-９]|^(true|false)$/iu.test(text) ? `'${text}` : safe;
}
