import type { LineHashes } from "./lineHashes";
import { cellOf, cellsPerThird, checkAt, checkOf, countAt, firstColumnAt, hashAt, type SeenLines } from "./seenLines";

/** What of the lines of a table changed since a run saw them. Lines that were sorted are no change. */
export interface ChangedLines {
  /** Where lines cannot be told apart, only if there are as many as before: others change the sum of every column. */
  readonly columns: readonly { readonly name: string; readonly restless: boolean }[];
  /** False where so much changed that lines cannot be told apart: `changed`, `entered` and `left` are empty then. */
  readonly told: boolean;
  /** Lines of now that hold something else in a few columns, with the first of these; from zero, in their order. */
  readonly changed: readonly { readonly line: number; readonly column: string }[];
  /** Lines that are new, likewise. */
  readonly entered: readonly number[];
  /** How many are gone. */
  readonly left: number;
  /** Lines of now less lines of then. */
  readonly more: number;
}

/**
 * @param former - as the run saw the lines
 * @param now - as they are seen now
 * @param hashes - those of the lines of now
 * @returns null where nothing changed
 */
export function changedLines(former: SeenLines, now: SeenLines, hashes: LineHashes): ChangedLines | null {
  const more = now.lines - former.lines;
  const differing = former.columns.filter(({ name, sum }) =>
    now.columns.every((column) => column.name !== name || column.sum !== sum),
  );
  if (former.marks.length !== now.marks.length) return { ...untold(more === 0 ? differing : []), more };
  const difference = Float64Array.from(now.marks, (sum, i) => sum - former.marks[i]!);
  if (difference.every((sum) => sum === 0)) return null;
  const lines = linesOf(difference, firstColumnAt + hashes.names.length);
  if (lines === null) return { ...untold(more === 0 ? differing : []), more };
  const { pairs, entered, left } = paired(lines);
  const names = new Set(pairs.flatMap(({ columns }) => columns.map((i) => hashes.names[i])));
  return {
    columns: former.columns.filter(({ name }) => names.has(name)).map(told),
    told: true,
    ...placesOf(hashes, pairs, entered),
    left,
    more,
  };
}

const told = ({ name, restless }: SeenLines["columns"][number]): ChangedLines["columns"][number] => {
  return { name, restless: restless === true };
};

function untold(columns: SeenLines["columns"]): Omit<ChangedLines, "more"> {
  return { columns: columns.map(told), told: false, changed: [], entered: [], left: 0 };
}

/** Lines that are alike, how many of them came (or went, below zero), and the marks of their cells. */
interface Line {
  readonly hash: number;
  readonly count: number;
  readonly marks: readonly number[];
}

/** The lines that make up a difference, one cell that holds a single one after the other; null where there are too many. */
function linesOf(difference: Float64Array, width: number): readonly Line[] | null {
  const found: Line[] = [];
  const open = Array.from({ length: 3 * cellsPerThird }, (_, cell) => cell);
  for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
    const line = lineIn(difference.subarray(cell * width, (cell + 1) * width), cell);
    if (line === null) continue;
    found.push(line);
    for (let third = 0; third < 3; third++) {
      const other = cellOf(line.hash, third);
      takeOut(difference.subarray(other * width, (other + 1) * width), line);
      open.push(other);
    }
  }
  return difference.every((sum) => sum === 0) ? found : null;
}

/** The line that a cell holds alone, maybe several times. */
function lineIn(sums: Float64Array, cell: number): Line | null {
  const count = sums[countAt]!;
  const hash = sums[hashAt]! / count;
  if (count === 0 || !Number.isInteger(hash) || hash < 0 || hash > 0xffffffff) return null;
  if (sums[checkAt] !== count * checkOf(hash) || ![0, 1, 2].some((third) => cellOf(hash, third) === cell)) return null;
  return { hash, count, marks: Array.from(sums.subarray(firstColumnAt), (sum) => sum / count) };
}

function takeOut(sums: Float64Array, { hash, count, marks }: Line): void {
  sums[countAt]! -= count;
  sums[hashAt]! -= count * hash;
  sums[checkAt]! -= count * checkOf(hash);
  for (let i = 0; i < marks.length; i++) sums[firstColumnAt + i]! -= count * marks[i]!;
}

/** A line that came, in place of one that went. */
interface Pair {
  readonly hash: number;
  /** The columns by which they differ. */
  readonly columns: readonly number[];
}

/** A new line that differs from a gone one in less than half of its cells is that line, changed: the most alike first. */
function paired(lines: readonly Line[]): {
  readonly pairs: readonly Pair[];
  readonly entered: ReadonlyMap<number, number>;
  readonly left: number;
} {
  const [came, went] = [lines.filter(({ count }) => count > 0), lines.filter(({ count }) => count < 0)];
  const counts = new Map(lines.map(({ hash, count }) => [hash, Math.abs(count)]));
  const alike = came
    .flatMap(({ hash, marks }) =>
      went.map((gone) => ({
        ...{ hash, gone: gone.hash },
        columns: marks.flatMap((mark, i) => (mark === gone.marks[i] ? [] : [i])),
      })),
    )
    .filter(({ columns }) => 2 * columns.length < (lines[0]?.marks.length ?? 0))
    .sort((a, b) => a.columns.length - b.columns.length || a.hash - b.hash || a.gone - b.gone);
  const pairs: Pair[] = [];
  for (const { hash, gone, columns } of alike) {
    const both = Math.min(counts.get(hash) ?? 0, counts.get(gone) ?? 0);
    for (let i = 0; i < both; i++) pairs.push({ hash, columns });
    counts.set(hash, (counts.get(hash) ?? 0) - both);
    counts.set(gone, (counts.get(gone) ?? 0) - both);
  }
  return {
    pairs,
    entered: new Map(came.map(({ hash }) => [hash, counts.get(hash) ?? 0])),
    left: went.reduce((sum, { hash }) => sum + (counts.get(hash) ?? 0), 0),
  };
}

/** Where the lines of now stand. Of lines that are alike the last ones are the new ones. */
function placesOf(
  { whole, names }: LineHashes,
  pairs: readonly Pair[],
  entered: ReadonlyMap<number, number>,
): Pick<ChangedLines, "changed" | "entered"> {
  const wanted = new Map([...entered].map(([hash, count]) => [hash, { count, pairs: [] as Pair[] }]));
  for (const pair of pairs) wanted.get(pair.hash)?.pairs.push(pair);
  const changed: ChangedLines["changed"][number][] = [];
  const places: number[] = [];
  for (let line = whole.length - 1; line >= 0; line--) {
    const of = wanted.get(whole[line]!);
    if (of === undefined) continue;
    const pair = of.count > 0 ? undefined : of.pairs.pop();
    if (pair) changed.push({ line, column: names[pair.columns[0] ?? 0] ?? "" });
    else if (of.count-- > 0) places.push(line);
  }
  return { changed: changed.reverse(), entered: places.reverse() };
}
