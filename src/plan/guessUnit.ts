const bracketed = /[(（[【]([^()（）[\]【】]{1,30})[)）\]】]/u;
const unitWords =
  /元|[百千万亿]|\b(thousands?|millions?|billions?|k|m|mn|bn|000s?|CNY|RMB|USD|EUR|GBP|HKD|JPY|CHF|INR|AUD|CAD|SGD)\b|[€£¥$]/iu;

/**
 * The unit of amounts as the columns' names state it in brackets: "余额(万元)", "Outstanding (CNY k)". Null where none
 * does, and where they differ: then no one unit holds for the sheets.
 */
export function guessUnit(headers: readonly string[]): string | null {
  const units = headers.flatMap((header) => {
    const inside =
      bracketed
        .exec(header)?.[1]
        ?.trim()
        .replace(/^(in|单位[::]?)\s*/iu, "") ?? "";
    return inside !== "" && unitWords.test(inside) ? [inside] : [];
  });
  const [unit = null] = units;
  return units.every((other) => other === unit) ? unit : null;
}
