/** Scales that lenders know, the best first: ratings, and the five classes of loans in their languages. */
export const knownScales: readonly (readonly string[])[] = [
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
