import { rangeAt, type Place } from "./address";

/**
 * Puts the bringing of tables to other places into the batch, in an order in which none overlaps another on the way:
 * first those go that stand elsewhere or are wanted no more, then the others shrink, and only then they grow.
 *
 * @param standing - the tables of ours on the sheet, by name
 * @param wanted - where they are to be
 * @returns the names of those that stay the tables they are; all others that are wanted are to be made
 */
export function queueTablePlaces(
  sheet: Excel.Worksheet,
  standing: ReadonlyMap<string, Place>,
  wanted: ReadonlyMap<string, Place>,
): ReadonlySet<string> {
  const kept: { readonly name: string; readonly now: Place; readonly next: Place }[] = [];
  for (const [name, now] of standing) {
    const next = wanted.get(name);
    // Excel resizes a table around its header row, which stays where it is.
    if (next?.row === now.row && next.column === now.column) kept.push({ name, now, next });
    else queueDissolve(sheet, name, now);
  }
  const least = kept.map(({ name, now, next }) => {
    const rows = Math.min(now.rows, next.rows);
    const both = { ...now, rows, columns: Math.min(now.columns, next.columns) };
    if (!sameSize(both, now)) sheet.tables.getItem(name).resize(rangeAt(sheet, both));
    return both;
  });
  kept.forEach(({ name, next }, i) => {
    if (!sameSize(next, least[i] ?? next)) sheet.tables.getItem(name).resize(rangeAt(sheet, next));
  });
  return new Set(kept.map(({ name }) => name));
}

function sameSize(a: Place, b: Place): boolean {
  return a.rows === b.rows && a.columns === b.columns;
}

/** Puts the end of a table into the batch. Deleting it would move up whatever stands below: other blocks, and notes. */
function queueDissolve(sheet: Excel.Worksheet, name: string, place: Place): void {
  sheet.tables.getItem(name).convertToRange();
  rangeAt(sheet, place).clear("Formats");
}
