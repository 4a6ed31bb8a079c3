import { currencyOfWord, isShortMoney, sameCurrency } from "./currencies";

/** What stands between thousands and before decimals: 1,234.5 or 1.234,5 or 1 234,5. */
export type NumberStyle = "comma-point" | "point-comma" | "space-comma";

export const numberStyles: readonly NumberStyle[] = ["comma-point", "point-comma", "space-comma"];

const forms: Readonly<Record<NumberStyle, RegExp>> = {
  "comma-point": /^(\d{1,3}(?:[,']\d{3})+|\d+)(?:\.(\d+))?$/,
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
  return styled(parts, style);
}

/** An amount as a text says it. */
export interface AmountText {
  readonly number: number;
  readonly currency: string | null;
  readonly percent: boolean;
  /** True for zeros in front, which an id would need. */
  readonly zeroFirst: boolean;
  /** How many tens the unit behind it stands for: 4 for 万, 8 for 亿; 0 for none. */
  readonly exponent: number;
}

const units: Readonly<Record<string, number>> = { 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 };
const unitBehind = /(?<=[\d.\s])(百万|千万|万亿|千|万|亿)(?=元|$|\p{L})/u;

/**
 * What `readNumberText` reads, and beside it zeros in front and units of amounts: "0400", "3,400万". Whoever calls it
 * knows that the text stands among amounts.
 */
export function readAmountText(text: string, style: NumberStyle | null): AmountText | "style" | null {
  const plain = text.normalize("NFKC").trim();
  const unit = unitBehind.exec(plain);
  const exponent = unit ? units[unit[1]!]! : 0;
  const parts = partsOf(unit ? plain.replace(unitBehind, "") : plain);
  if (parts === null || (parts.percent && exponent > 0)) return null;
  const zeroFirst = /^0\d/.test(parts.digits);
  const number = styled({ ...parts, digits: parts.digits.replace(/^0+(?=\d)/, "") }, style);
  if (typeof number !== "number") return number;
  return { number, currency: parts.currency, percent: parts.percent, zeroFirst, exponent };
}

function styled({ digits, negative, percent }: Parts, style: NumberStyle | null): number | "style" | null {
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
  /** The currency that is named before or behind, as `currencyOfText` has it, or its sign; null for none. */
  readonly currency: string | null;
}

function partsOf(text: string): Parts | null {
  const plain = text.normalize("NFKC").replace(/[−–]/gu, "-").trim();
  // Most text of a column is none at all.
  if (!/\d/.test(plain) || plain.length > 60) return null;
  const bracketed = /^\((.*)\)$/u.exec(plain);
  const bare = withoutCurrency(bracketed ? bracketed[1]!.trim() : plain);
  if (bare === null) return null;
  const found = /^([+-]?)\s*([\d., ']*\d)\s*(%?)\s*(-?)$/u.exec(bare.text);
  if (!found) return null;
  const [, before, digits, percent, behind] = found;
  const minuses = [bracketed !== null, before === "-", behind === "-"].filter(Boolean).length;
  if (minuses > 1 || (before === "+" && minuses > 0)) return null;
  return { digits: digits!, negative: minuses === 1, percent: percent === "%", currency: bare.currency };
}

/** A sign or code of a currency goes; a word that names none makes the text no number, as do two that differ. */
function withoutCurrency(plain: string): { readonly text: string; readonly currency: string | null } | null {
  const found =
    /^([+-]?)\s*([^\d.,()%+-]*?)(\s*)([+-]?[\d.,()%+ '-]*?)\s*([^\d\s.,()%+-][^\d.,()%+-]*?)?\s*([%-]?)$/u.exec(plain);
  if (!found) return null;
  const [, sign, before, gap, middle, behind = "", end] = found;
  if (gap === "" && isShortMoney(before!)) return null;
  const named = [before!.trim(), behind.trim()].filter((word) => word !== "");
  const currencies = named.map(currencyOfWord);
  if (currencies.some((currency) => currency === null)) return null;
  const [currency = null, other = currency] = currencies;
  const one = currency === null || other === null ? currency : sameCurrency(currency, other);
  if (currency !== null && one === null) return null;
  return { text: `${sign}${middle}${end}`, currency: one };
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
