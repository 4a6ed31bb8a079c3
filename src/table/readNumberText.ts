import { currencyOfText } from "./currencies";

/** What stands between thousands and before decimals: 1,234.5 or 1.234,5 or 1 234,5. */
export type NumberStyle = "comma-point" | "point-comma" | "space-comma";

export const numberStyles: readonly NumberStyle[] = ["comma-point", "point-comma", "space-comma"];

const forms: Readonly<Record<NumberStyle, RegExp>> = {
  "comma-point": /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/,
  "point-comma": /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/,
  "space-comma": /^(\d{1,3}(?: \d{3})+|\d+)(?:,(\d+))?$/,
};

/** Excel keeps so many digits of a number; text with more is an id, or would lose some. */
const mostDigits = 15;

/**
 * The number that a text says in a declared style: with full-width digits, spaces that do not break, a currency before
 * or behind, a percent sign, and a minus in front, behind or as brackets. Words, units such as 万 and ids with a zero
 * in front are no numbers.
 *
 * @param style - null where none is declared: then only digits without any separator are read
 * @returns "style" for a text that some style reads but not the declared one; null for what is no number
 */
export function readNumberText(text: string, style: NumberStyle | null): number | "style" | null {
  const parts = partsOf(text);
  if (parts === null) return null;
  const { digits, negative, percent } = parts;
  if (style === null) {
    if (/^\d+$/.test(digits)) return finished(digits, negative, percent);
    return numberStyles.some((one) => plainDigits(digits, one) !== null) ? "style" : null;
  }
  const plain = plainDigits(digits, style);
  if (plain !== null) return finished(plain, negative, percent);
  return numberStyles.some((one) => plainDigits(digits, one) !== null) ? "style" : null;
}

interface Parts {
  /** Digits and what separates them. */
  readonly digits: string;
  readonly negative: boolean;
  readonly percent: boolean;
}

function partsOf(text: string): Parts | null {
  const plain = text.normalize("NFKC").replace(/[−–]/gu, "-").trim();
  // Most text of a column is none at all.
  if (!/\d/.test(plain) || plain.length > 60) return null;
  const bracketed = /^\((.*)\)$/u.exec(plain);
  const bare = withoutCurrency(bracketed ? bracketed[1]!.trim() : plain);
  if (bare === null) return null;
  const found = /^([+-]?)\s*([\d., ]*\d)\s*(%?)\s*(-?)$/u.exec(bare);
  if (!found) return null;
  const [, before, digits, percent, behind] = found;
  const minuses = [bracketed !== null, before === "-", behind === "-"].filter(Boolean).length;
  if (minuses > 1 || (before === "+" && minuses > 0)) return null;
  return { digits: digits!, negative: minuses === 1, percent: percent === "%" };
}

/** A sign or code of a currency goes; a word that names none makes the text no number. */
function withoutCurrency(plain: string): string | null {
  const found = /^([+-]?)\s*([^\d\s.,()%+-]*)\s*(.*?)\s*([^\d\s.,()%+-]*)\s*([%-]?)$/u.exec(plain);
  if (!found) return null;
  const [, sign, before, middle, behind, end] = found;
  const named = [before!, behind!].filter((word) => word !== "");
  if (named.length > 1 || named.some((word) => !/^\p{Sc}$/u.test(word) && currencyOfText(word) === null)) return null;
  return `${sign}${middle}${end}`;
}

/** The digits as JavaScript reads them, or null if they are not of the style. */
function plainDigits(digits: string, style: NumberStyle): string | null {
  const found = forms[style].exec(digits);
  if (!found) return null;
  const whole = found[1]!.replace(/\D/g, "");
  return found[2] === undefined ? whole : `${whole}.${found[2]}`;
}

function finished(plain: string, negative: boolean, percent: boolean): number | null {
  if (/^0\d/.test(plain)) return null;
  if (!plain.includes(".") && plain.length > mostDigits) return null;
  const number = percent ? Number(`${plain}e-2`) : Number(plain);
  return negative && number !== 0 ? -number : number;
}
