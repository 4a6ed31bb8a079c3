/** Scales that lenders know, the best first: ratings, and the five classes of loans in their languages. */
const scales: readonly (readonly string[])[] = [
  ["AAA", "AA+", "AA", "AA-", "A+", "A", "A-", "BBB+", "BBB", "BBB-", "BB+", "BB", "BB-"].concat([
    "B+",
    "B",
    "B-",
    "CCC+",
    "CCC",
    "CCC-",
    "CC",
    "C",
    "D",
  ]),
  ["正常", "关注", "次级", "可疑", "损失"],
  ["Pass", "Special mention", "Substandard", "Doubtful", "Loss"],
  ["Normal", "Special mention", "Substandard", "Doubtful", "Loss"],
];

const byName = new Intl.Collator("en", { numeric: true });

/** Values in the order of the scale that has them all, or by name. A first suggestion; the declared order decides. */
export function inScaleOrder(values: readonly string[]): readonly string[] {
  const scale = scales.find((one) => values.every((value) => one.includes(value)));
  return scale ? scale.filter((value) => values.includes(value)) : [...values].sort(byName.compare);
}
