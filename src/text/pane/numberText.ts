/** Numbers as a reader of that language writes them. */
export function number(locale: string, value: number): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** An amount: without decimals from 1,000 on, where cents only hide the size. */
export function money(locale: string, value: number): string {
  const digits = Math.abs(value) >= 1000 ? 0 : 2;
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
}

/** A fraction of one as a percentage with at most one decimal. */
export function percent(locale: string, share: number): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(share);
}

/** A number with its noun in the right form. */
export function counted(locale: string, value: number, one: string, many: string): string {
  return `${number(locale, value)} ${new Intl.PluralRules(locale).select(value) === "one" ? one : many}`;
}
