import { groupStatistics } from "../../../src/methods/statistics/groupStatistics";

test("takes the middle of an even number of values as their mean", () => {
  expect(groupStatistics([1, 2, 10, 3], [0, 0, 0, 0], 1)[0]?.median).toBe(2.5);
});

test("gives an empty group no median", () => {
  expect(groupStatistics([1], [1], 2)[0]).toEqual({ count: 0, sum: 0, positiveSum: 0, median: null });
});

test("keeps negative values in the sum and out of the positive sum", () => {
  expect(groupStatistics([5, 0, -8], [0, 0, 0], 1)[0]).toEqual({ count: 3, sum: -3, positiveSum: 5, median: 0 });
});

test("does not change the caller's values", () => {
  const values = new Float64Array([1, 3, 2]);
  groupStatistics(values, [0, 0, 0], 1);
  expect([...values]).toEqual([1, 3, 2]);
});

test("sums alike in any order of the rows", () => {
  const values = Array.from({ length: 999 }, (_, i) => ((i * 7919) % 1000) + 0.1);
  const groups = values.map(() => 0);
  expect(groupStatistics([...values].reverse(), groups, 1)).toEqual(groupStatistics(values, groups, 1));
});
