import { riskScales } from "./riskGrades";

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
  ...riskScales,
];
