import { spreadOf } from "../../../src/methods/statistics/spreadOf";

test("nothing has no spread, and equal values are in the first bin", () => {
  expect(spreadOf([], 4)).toBeNull();
  expect(spreadOf([7, 7, 7], 4)).toEqual({ from: 7, to: 7, counts: [3, 0, 0, 0], thirds: [7, 7] });
});

// Type 7 over 0 … 100: the pth percentile is p; bins of 24 from 2 to 98 are closed below.
test("bins go from the second to the ninety-eighth percentile, and what lies beyond is counted in the outer ones", () => {
  const values = Array.from({ length: 101 }, (_, i) => i);
  const spread = { from: 2, to: 98, counts: [26, 24, 24, 27], thirds: [100 / 3, 200 / 3] };
  const { thirds, ...bins } = spreadOf(values, 4)!;
  expect(bins).toEqual({ from: spread.from, to: spread.to, counts: spread.counts });
  thirds.forEach((third, i) => expect(third).toBeCloseTo(spread.thirds[i]!, 12));
  const giants = [...values.slice(1, 100), -1e12, 1e12].reverse();
  expect(spreadOf(giants, 4)).toMatchObject({ from: 2, to: 98, counts: spread.counts });
});

test("where these percentiles are one value, bins go from the least to the greatest", () => {
  const values = [...new Array<number>(198).fill(10), 0, 20];
  expect(spreadOf(values, 2)).toEqual({ from: 0, to: 20, counts: [1, 199], thirds: [10, 10] });
});
