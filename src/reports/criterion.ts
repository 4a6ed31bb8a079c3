import { literalMatch } from "./literalMatch";

/**
 * A criterion of COUNTIFS and SUMIFS that means the text of a cell. The equals sign keeps a text such as "<5" or ">A"
 * from being read as a comparison.
 *
 * @param cell - A1 text of the cell that holds the text
 * @param names - all the texts that such cells hold
 */
export function criterion(cell: string, names: readonly string[]): string {
  return `"="&${literalMatch(cell, names)}`;
}

/**
 * The condition of COUNTIFS and SUMIFS that a label is exactly the text of a cell. A text that a criterion would take
 * for a number, a date, TRUE or an error is asked for as a pattern, which is never read as anything but text: the label
 * begins with it, and nothing comes after it.
 *
 * Source: Microsoft Support, "COUNTIFS function" and "Using wildcard characters in searches".
 *
 * @param range - the cells of the labels
 */
export function labelCondition(range: string, cell: string, names: readonly string[]): string {
  if (!names.some(isMisread)) return `${range},${criterion(cell, names)}`;
  const literal = literalMatch(cell, names);
  return `${range},"="&${literal}&"*",${range},"<>"&${literal}&"?*"`;
}

const logicals = new Set(
  (
    "true false wahr falsch vrai faux verdadero falso vero verdadeiro waar onwaar sant falskt sand falsk sann usann tosi " +
    "epätosi prawda fałsz pravda nepravda igaz hamis истина ложь істина хибність doğru yanlış αληθές ψευδές adevărat fals"
  ).split(" "),
);

/** Beginnings of the names of months in the languages that Excel reads dates in, before a day or a year. */
const month =
  /^(jan|janv|ene|gen|feb|fév|fev|febb|mar|mär|mrz|maa|apr|abr|avr|may|mai|maj|mag|mei|jun|juin|giu|jul|juil|lug|aug|aou|aoû|ago|sep|set|oct|okt|ott|out|nov|dec|dez|déc|dic|des|янв|фев|мар|апр|май|мая|июн|июл|авг|сен|окт|ноя|дек)\p{L}*[.,\s/-]*\d/u;

/** What stands before an amount in one language or another, and the amount's first digit. */
const money =
  /^(usd|eur|gbp|cny|rmb|jpy|chf|us|hk|nt|sg|au|ca|kr|kč|zł|ft|lei|rp|rm|fr|r|лв|руб)?\.?\s*[\p{Sc}+\-(.\s]*\d[\d.,'\s]*[%)]?$/u;

/**
 * True for a text that Excel, in one language or another, may read as something else in a criterion: what begins with a
 * digit or a sign (001, 50%, (5), 1/2, 2024年5月, 5 May, <5), an amount, a month before digits, TRUE and FALSE, an error.
 */
function isMisread(text: string): boolean {
  const plain = text.normalize("NFKC").trim().toLowerCase();
  return /^[^\p{L}]*\d|^[#<>=]/u.test(plain) || logicals.has(plain) || money.test(plain) || month.test(plain);
}
