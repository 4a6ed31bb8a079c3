/**
 * The word among others that somebody who typed one most likely meant: the nearest by characters added, left out,
 * replaced or exchanged with a neighbour, whatever its case and spaces, or that goes on as it begins. Null where none is
 * near.
 *
 * Source: F. J. Damerau, "A technique for computer detection and correction of spelling errors", Communications of the
 * ACM 7(3), 1964, pp. 171-176, as the optimal string alignment distance.
 */
export function nearest(typed: string, words: readonly string[]): string | null {
  const wanted = folded(typed);
  const most = Math.max(1, Math.floor(wanted.length / 3));
  let best: { readonly word: string; readonly distance: number } | null = null;
  for (const word of words) {
    const other = folded(word);
    const begun = wanted.length >= 3 && (other.startsWith(wanted) || wanted.startsWith(other));
    const distance = Math.min(distanceOf(wanted, other), begun ? most : Infinity);
    if (distance <= most && (best === null || distance < best.distance)) best = { word, distance };
  }
  return best?.word ?? null;
}

function folded(word: string): string {
  return word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]/gu, "");
}

function distanceOf(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same);
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (exchanged) least = Math.min(least, at(before, j - 2) + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], place: number): number {
  return row[place] ?? Infinity;
}
