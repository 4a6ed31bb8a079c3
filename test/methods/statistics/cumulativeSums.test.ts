import { cumulativeSums } from "../../../src/methods/statistics/cumulativeSums";
import { sumOf } from "../../../src/methods/statistics/sumOf";

// Plain addition of ten tenths gives 0.9999999999999999.
test("sums ten tenths to one", () => {
  const tenths = Array.from({ length: 10 }, () => 0.1);
  expect(tenths.reduce((sum, value) => sum + value, 0)).not.toBe(1);
  expect(cumulativeSums(tenths)[9]).toBe(1);
});

// Neumaier's own example: Kahan's earlier rule gives 0 here.
test("keeps what a large value swallows on the way", () => {
  expect(sumOf([1, 1e100, 1, -1e100])).toBe(2);
});

test("sums nothing to zero", () => {
  expect(sumOf([])).toBe(0);
});
