/**
 * What stood beside each key, for keys in the order in which they stand now: the first row of a key gets what its first
 * row had, the second what its second had, and a row more what the last one had. "" for a key that was not there.
 */
export function contentsByKey(
  keys: readonly string[],
  contents: readonly string[],
  keysNow: readonly string[],
): readonly string[] {
  const byKey = new Map<string, string[]>();
  keys.forEach((key, row) => {
    const content = contents[row] ?? "";
    const known = byKey.get(key);
    if (known) known.push(content);
    else byKey.set(key, [content]);
  });
  const met = new Map<string, number>();
  return keysNow.map((key) => {
    const kept = byKey.get(key);
    if (kept === undefined) return "";
    if (kept.length === 1) return kept[0] ?? "";
    const at = met.get(key) ?? 0;
    met.set(key, at + 1);
    return kept[Math.min(at, kept.length - 1)] ?? "";
  });
}
