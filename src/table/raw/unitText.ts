const factors: Readonly<Record<string, number>> = { 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 };

/** How many tens a unit of amounts stands for: 4 for 万元, 0 for 元; null for a text that is none. */
export function unitExponent(text: string | null): number | null {
  const found = /^(?:人民币)?(百万|千万|万亿|千|万|亿)?\s*(元|人民币|美元|欧元|港元|RMB|CNY|USD|EUR)?$/u.exec(
    (text ?? "").normalize("NFKC").trim(),
  );
  if (!found || found[0] === "") return null;
  return factors[found[1] ?? ""] ?? 0;
}

/** The unit that a column's name states in brackets, as an exponent of ten; null for none. */
export function unitOfName(name: string): number | null {
  for (const [, inside = ""] of name.normalize("NFKC").matchAll(/[(（[【]([^)）\]】]*)[)）\]】]/gu)) {
    const exponent = unitExponent(inside.replace(/^单位\s*:?\s*/u, ""));
    if (exponent !== null) return exponent;
  }
  return null;
}
