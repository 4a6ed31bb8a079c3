/**
 * Column names that a reader cannot tell apart: alike but for case, spaces (also the non-breaking kind) or the
 * Unicode form. Each list holds the names as they stand; names that stand alone are left out.
 */
export function sameNames(names: readonly string[]): readonly (readonly string[])[] {
  const byLook = new Map<string, string[]>();
  for (const name of names) {
    const look = name.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
    const alike = byLook.get(look);
    if (alike) alike.push(name);
    else byLook.set(look, [name]);
  }
  return [...byLook.values()].filter((alike) => alike.length > 1);
}
