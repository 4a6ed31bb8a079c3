import * as fc from "fast-check";
import { quantileLimits } from "../../../src/methods/tiers/quantileLimits";
import { tierByLimits } from "../../../src/methods/tiers/tierByLimits";

// Miles per gallon of 32 cars: Henderson and Velleman, "Building multiple regression models interactively", Biometrics
// 37, 1981, pp. 391-411; R's mtcars.
const mpg = [
  21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4, 30.4, 33.9,
  21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
];
const fifths = [0.2, 0.4, 0.6, 0.8];

// Source: R, quantile(mtcars$mpg, 1:4 / 5), type 7; the package rfm 0.3.0 publishes the same limits plus one in its
// tests (tests/testthat/test-utils.R): 16.2, 18.92, 22, 25.08.
test("gives the quintiles of type 7 that R gives", () => {
  const limits = quantileLimits(mpg, fifths, "low-first");
  [15.2, 17.92, 21, 24.08].forEach((limit, i) => expect(limits[i]).toBeCloseTo(limit, 12));
  const falling = quantileLimits(mpg, fifths, "high-first");
  [24.08, 21, 17.92, 15.2].forEach((limit, i) => expect(falling[i]).toBeCloseTo(limit, 12));
});

// Source: PySAL mapclassify, Quantiles(range(1000), k=4).bins.
test("gives the quartiles of 0 to 999 that mapclassify gives", () => {
  const values = Array.from({ length: 1000 }, (_, i) => i);
  expect(quantileLimits(values, [0.25, 0.5, 0.75], "low-first")).toEqual([249.75, 499.5, 749.25]);
});

// Source of the limits: methods of RFM by quintiles of type 7, R's quantile(c(1,1,1,1,1,1,2,2,3,9), 1:4 / 5).
test("keeps equal values together where they hold more than a share, and leaves the tiers between them empty", () => {
  const orders = [1, 1, 1, 1, 1, 1, 2, 2, 3, 9];
  const limits = quantileLimits(orders, fifths, "low-first");
  [1, 1, 1.4, 2.2].forEach((limit, i) => expect(limits[i]).toBeCloseTo(limit, 12));
  expect([...tierByLimits(orders, limits, "low-first")]).toEqual([0, 0, 0, 0, 0, 0, 3, 3, 4, 4]);
});

test("takes a value of the data for the limit where a share falls on it, whatever fractions make of it", () => {
  const values = Array.from({ length: 101 }, (_, i) => i / 10);
  for (let percent = 1; percent < 100; percent++) {
    expect(quantileLimits(values, [Number(`${percent}e-2`)], "low-first")).toEqual([percent / 10]);
    expect(quantileLimits(values, [Number(`${percent}e-2`)], "high-first")).toEqual([(100 - percent) / 10]);
  }
});

// Counted over n - 1 intervals between n values: over n, neither the values nor their neighbours are met.
test("meets a value of more than fourteen digits as it is, at its place among n - 1 intervals", () => {
  const thirds = [0, 1 / 3, 2 / 3, 1, 4 / 3];
  expect(quantileLimits(thirds, [0.25, 0.5], "low-first")).toEqual([1 / 3, 2 / 3]);
  expect(quantileLimits(thirds, [0.5, 0.75], "high-first")).toEqual([2 / 3, 1 / 3]);
  expect(quantileLimits([1, 2], [0.25, 0.5], "low-first")).toEqual([1.25, 1.5]);
});

test("puts a value on a limit into the tier that comes first, in either direction", () => {
  const days = [0, 0, 0, 0, 0, 0, 0, 0, 30, 90];
  expect([...tierByLimits(days, quantileLimits(days, [0.25, 0.5, 0.75], "low-first"), "low-first")]).toEqual([
    ...new Array<number>(8).fill(0),
    3,
    3,
  ]);
  expect([...tierByLimits([1, 2, 3], [2], "low-first")]).toEqual([0, 0, 1]);
  expect([...tierByLimits([1, 2, 3], [2], "high-first")]).toEqual([1, 0, 0]);
});

test("F49: finds finite limits between the largest numbers of either sign, and puts equal values into the first tier", () => {
  expect(quantileLimits([1.7e308, -1.7e308], [0.5], "high-first")).toEqual([0]);
  expect([...tierByLimits([-3, -3], quantileLimits([-3, -3], fifths, "high-first"), "high-first")]).toEqual([0, 0]);
  expect(() => quantileLimits([1, Infinity], fifths, "high-first")).toThrow("finite");
  expect(() => quantileLimits([], fifths, "high-first")).toThrow("finite");
});

test("gives limits in order, whatever the order of the values, and both directions the same ones", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 40 }), (values) => {
      const rising = quantileLimits(values, [0.25, 0.5, 0.75], "low-first");
      expect(quantileLimits([...values].reverse(), [0.25, 0.5, 0.75], "low-first")).toEqual(rising);
      const falling = quantileLimits(values, [0.25, 0.5, 0.75], "high-first");
      rising.forEach((limit, i) => expect(falling[2 - i]).toBeCloseTo(limit, 9));
      expect(() => tierByLimits(values, rising, "low-first")).not.toThrow();
      expect(() => tierByLimits(values, falling, "high-first")).not.toThrow();
    }),
  );
});
