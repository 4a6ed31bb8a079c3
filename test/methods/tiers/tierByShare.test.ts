import * as fc from "fast-check";
import { tierByShare } from "../../../src/methods/tiers/tierByShare";

const tiersOf = (values: readonly number[], cutoffs: readonly number[]): number[] => [...tierByShare(values, cutoffs)];
const values = [50, 5, 30, 15];

test("keeps the customer who crosses a cut-off in the better tier", () => {
  expect(tiersOf(values, [0.8, 0.95])).toEqual([0, 2, 0, 1]);
  expect(tiersOf(values, [0.79, 0.95])).toEqual([0, 2, 0, 1]);
  expect(tiersOf(values, [0.81, 0.95])).toEqual([0, 2, 0, 0]);
});

// One customer with 85 %: a rule of "cumulative share up to and including 80 %" would leave the first tier empty.
test("never leaves the first tier empty", () => {
  expect(tiersOf([850, 60, 40, 30, 20], [0.8, 0.95])).toEqual([0, 1, 1, 2, 2]);
});

test("gives equal values the same tier, whatever their order", () => {
  expect(tiersOf([40, 40, 20], [0.4])).toEqual([0, 0, 1]);
  expect(tiersOf([20, 40, 40], [0.4])).toEqual([1, 0, 0]);
});

test("gives everyone the first tier when all values are equal", () => {
  expect(tiersOf([7, 7, 7, 7], [0.5, 0.9])).toEqual([0, 0, 0, 0]);
});

test("gives a single customer the first tier", () => {
  expect(tiersOf([12], [0.8, 0.95])).toEqual([0]);
});

test("puts zero and negative values in the last tier and out of the total", () => {
  expect(tiersOf([80, 0, 20, -500], [0.8, 0.95])).toEqual([0, 2, 1, 2]);
  expect(tiersOf([80, 20], [0.8, 0.95])).toEqual([0, 1]);
});

test("skips a tier that one customer strides across", () => {
  expect(tiersOf([96, 4], [0.8, 0.95])).toEqual([0, 2]);
});

test("is unchanged by the order of the rows", () => {
  const given = [0.1, 0.2, 1.1, 0.1, 0.5]; // sums to another last digit when summed in another order
  const order = [4, 0, 2, 3, 1];
  const tiers = tiersOf(given, [0.8]);
  expect(
    tiersOf(
      order.map((i) => given[i]!),
      [0.8],
    ),
  ).toEqual(order.map((i) => tiers[i]));
});

// In binary 0.1 + 0.7 is 0.7999999999999999: without a tolerance the third customer would be "below 80 %".
test("counts a share as reached that misses a cut-off by rounding alone", () => {
  expect((0.1 + 0.7) / 1 < 0.8).toBe(true);
  expect(tiersOf([0.7, 0.1, 0.08, 0.07, 0.05], [0.8, 0.95])).toEqual([0, 0, 1, 1, 2]);
});

test("holds amounts of very different size", () => {
  expect(tiersOf([1e300, 1, 1e-300], [0.8])).toEqual([0, 1, 1]);
});

test.each([
  ["not-a-number", [1, NaN], [0.8]],
  ["not-a-number", [1, Infinity], [0.8]],
  ["not-a-number", [1.7e308, 1.7e308], [0.8]],
  ["no-positive-value", [0, -3], [0.8]],
  ["no-positive-value", [], [0.8]],
  ["bad-parameter", [1, 2], [0.95, 0.8]],
  ["bad-parameter", [1, 2], [0.8, 0.8]],
  ["bad-parameter", [1, 2], [0, 0.8]],
  ["bad-parameter", [1, 2], [0.8, 1]],
  ["bad-parameter", [1, 2], [NaN]],
  ["bad-parameter", [1, 2], []],
] as const)("refuses with %s: %j at %j", (code, given, cutoffs) => {
  expect(() => tierByShare(given, cutoffs)).toThrow(expect.objectContaining({ code }) as Error);
});

describe("for any customers", () => {
  const amounts = fc.array(fc.integer({ min: -1000, max: 100_000 }), { minLength: 1, maxLength: 60 });
  const withOnePositive = fc.tuple(amounts, fc.integer({ min: 1, max: 100_000 })).map(([some, one]) => [...some, one]);
  const cutoffs = fc
    .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 5 })
    .map((percents) => percents.sort((a, b) => a - b).map((percent) => percent / 100));

  test("the order of the rows changes nothing", () => {
    const shuffled = withOnePositive.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray(
          given.map((_, i) => i),
          { minLength: given.length },
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, cutoffs, ([given, order], cuts) => {
        const tiers = tiersOf(given, cuts);
        expect(
          tiersOf(
            order.map((i) => given[i]!),
            cuts,
          ),
        ).toEqual(order.map((i) => tiers[i]));
      }),
    );
  });

  test("the unit of the amounts changes nothing", () => {
    fc.assert(
      fc.property(withOnePositive, cutoffs, fc.constantFrom(0.01, 1e-4, 1e-8, 3, 1e6), (given, cuts, unit) => {
        expect(
          tiersOf(
            given.map((value) => value * unit),
            cuts,
          ),
        ).toEqual(tiersOf(given, cuts));
      }),
    );
  });

  test("a larger value never has a worse tier, and equal values share one", () => {
    fc.assert(
      fc.property(withOnePositive, cutoffs, (given, cuts) => {
        const tiers = tiersOf(given, cuts);
        given.forEach((a, i) =>
          given.forEach((b, j) => {
            if (a > b) expect(tiers[i]).toBeLessThanOrEqual(tiers[j]!);
            if (a === b) expect(tiers[i]).toBe(tiers[j]);
          }),
        );
      }),
    );
  });

  test("everyone is in exactly one of the tiers, and the first is never empty", () => {
    fc.assert(
      fc.property(withOnePositive, cutoffs, (given, cuts) => {
        const tiers = tiersOf(given, cuts);
        expect(tiers).toHaveLength(given.length);
        expect(tiers.every((tier) => Number.isInteger(tier) && tier >= 0 && tier <= cuts.length)).toBe(true);
        expect(tiers).toContain(0);
      }),
    );
  });
});
