import * as fc from "fast-check";
import { scoreByCuts } from "../../../src/methods/rfm/scoreByCuts";
import { compareAsExcel } from "../../../src/methods/statistics/compareAsExcel";
import { bandByCutoffs } from "../../../src/methods/tiers/bandByCutoffs";
import { tierByLimits } from "../../../src/methods/tiers/tierByLimits";
import { tierByShare } from "../../../src/methods/tiers/tierByShare";

const hairBelow = 0.7 - 0.4; // 0.29999999999999993
const hairAbove = 0.1 + 0.2; // 0.30000000000000004

test("numbers with the same 15 digits are equal, as in a formula of Excel", () => {
  expect([hairBelow < 0.3, 0.3 < hairAbove, 1 - 0.9 < 0.1]).toEqual([true, true, true]);
  expect([compareAsExcel(hairBelow, 0.3), compareAsExcel(hairAbove, 0.3), compareAsExcel(1 - 0.9, 0.1)]).toEqual([
    0, 0, 0,
  ]);
  expect(compareAsExcel(-hairBelow, -0.3)).toBe(0);
  expect(compareAsExcel(0.3, 0.300000000000001)).toBeLessThan(0);
  expect(compareAsExcel(1e15 + 1, 1e15)).toBe(0);
  expect(compareAsExcel(1e14 + 1, 1e14)).toBeGreaterThan(0);
  expect(compareAsExcel(1e-300, 0)).toBeGreaterThan(0);
  expect(compareAsExcel(-1, Infinity)).toBeLessThan(0);
});

test("is an order of rounded numbers, so that ties stay together", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), fc.integer({ min: -40, max: 40 }), (a, steps) => {
      const b = a + steps * Number.EPSILON * a;
      const rounded = Number(a.toPrecision(15)) - Number(b.toPrecision(15));
      expect(Math.sign(compareAsExcel(a, b))).toBe(Number.isNaN(rounded) ? 0 : Math.sign(rounded));
    }),
  );
});

test("bands, tiers, scores and ties go by it", () => {
  const near = [hairBelow, 0.3, hairAbove];
  expect([...bandByCutoffs(near, [0.3])]).toEqual([1, 1, 1]);
  expect([...tierByLimits(near, [0.3], "high-first")]).toEqual([0, 0, 0]);
  expect([...tierByLimits(near, [0.3], "low-first")]).toEqual([0, 0, 0]);
  expect([...scoreByCuts(near, [0.3], { best: "high", onCut: "below" })]).toEqual([1, 1, 1]);
  expect([...scoreByCuts(near, [0.3], { best: "low", onCut: "above" })]).toEqual([1, 1, 1]);
  expect([...tierByShare([...near, 0.1], [0.3, 0.95])]).toEqual([0, 0, 0, 1]);
});
