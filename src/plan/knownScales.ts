import { riskScales } from "./riskGrades";

/** S&P's and Fitch's ratings, which the rating agencies and banks of China use as well; none of them grades below D. */
const ratings = "AAA+ AAA AAA- AA+ AA AA- A+ A A- BBB+ BBB BBB- BB+ BB BB- B+ B B- CCC+ CCC CCC- CC C RD SD D".split(
  " ",
);

/** Moody's ratings of long-term debt. */
const moodys = "Aaa Aa1 Aa2 Aa3 A1 A2 A3 Baa1 Baa2 Baa3 Ba1 Ba2 Ba3 B1 B2 B3 Caa1 Caa2 Caa3 Ca C".split(" ");

/** Scales of credit ratings, the best first: an unknown grade has no place in them and is never given one. */
export const ratingScales: readonly (readonly string[])[] = [ratings, moodys];

/** Scales that lenders know, the best first: ratings, and the five classes of loans in their languages. */
export const knownScales: readonly (readonly string[])[] = [...ratingScales, ...riskScales];
