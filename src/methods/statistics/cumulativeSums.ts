/**
 * Running sums with the rounding error carried along, so that a million amounts lose no cents.
 *
 * Source: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen",
 * Zeitschrift für Angewandte Mathematik und Mechanik 54(1), 1974, pp. 39-51.
 *
 * The result depends on the order of the values only in its last digit; callers who need it free of row order
 * sort first.
 *
 * @param values - in the order in which they are added
 * @returns per value the sum up to and including it
 * @example
 * cumulativeSums([1, 1e100, 1, -1e100]); // => [1, 1e100, 1e100, 2]
 */
export function cumulativeSums(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length);
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
    sums[i] = sum + lost;
  }
  return sums;
}
