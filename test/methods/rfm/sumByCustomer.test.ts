import { sumByCustomer } from "../../../src/methods/rfm/sumByCustomer";

const sumOfOne = (amounts: readonly number[]): number | undefined =>
  sumByCustomer(new Int32Array(amounts.length), Float64Array.from(amounts), 1)[0];

test("amounts with more than four decimals keep what a large one swallows on the way, in any order", () => {
  for (const amounts of [
    [1e9, 0.00001, -1e9],
    [0.00001, 1e9, -1e9],
    [-1e9, 1e9, 0.00001],
  ]) {
    expect(sumOfOne(amounts)).toBe(0.00001);
  }
});

test("amounts too large to be whole numbers of their parts keep their cents, in any order", () => {
  for (const amounts of [
    [1e13, 0.1, -1e13],
    [0.1, 1e13, -1e13],
    [1e13, -1e13, 0.1],
  ]) {
    expect(sumOfOne(amounts)).toBe(0.1);
  }
});
