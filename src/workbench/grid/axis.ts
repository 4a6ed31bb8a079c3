/** Rows or columns laid out one after another: where each begins, and which one lies at a place. Pixels. */
export interface Axis {
  readonly count: number;
  /** The length of all together. */
  readonly length: number;
  sizeOf(index: number): number;
  /** Where an index begins; `count` gives the end. */
  offsetOf(index: number): number;
  /** The index whose span holds the offset, within the axis. Hidden ones are never hit. */
  indexAt(offset: number): number;
}

/** @param exceptions - sizes that differ from the usual one, by rising index; zero is hidden */
export function layOut(
  count: number,
  usual: number,
  exceptions: readonly (readonly [index: number, size: number])[],
): Axis {
  const within = exceptions.filter(([index]) => index < count);
  const indexes = within.map(([index]) => index);
  // What the first n exceptions add to or take from the usual length.
  const added = new Float64Array(within.length + 1);
  within.forEach(([, size], n) => (added[n + 1] = (added[n] ?? 0) + size - usual));
  const sizes = new Map(within);

  const offsetOf = (index: number): number => index * usual + (added[countBelow(indexes, index)] ?? 0);
  const indexAt = (offset: number): number => {
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (offsetOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return { count, length: offsetOf(count), sizeOf: (index) => sizes.get(index) ?? usual, offsetOf, indexAt };
}

/** How many of the rising numbers are less than a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
