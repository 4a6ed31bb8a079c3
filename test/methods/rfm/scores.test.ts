import * as fc from "fast-check";
import { quantile } from "simple-statistics";
import { meanCut } from "../../../src/methods/rfm/meanCut";
import { quintileCuts } from "../../../src/methods/rfm/quintileCuts";
import { scoreByCuts } from "../../../src/methods/rfm/scoreByCuts";

const often = { best: "high", onCut: "below" } as const;
const recent = { best: "low", onCut: "below" } as const;
const own = { best: "high", onCut: "above" } as const;
const frequencies = [1, 1, 1, 1, 1, 1, 2, 2, 3, 9];

// Recomputed by hand: ranks 1.8, 3.6, 5.4 and 7.2 from zero lie between 1 and 1, 1 and 1, 1 and 2, and 2 and 3.
test("cuts fall together where many are alike, and the scores between them are given to nobody", () => {
  const cuts = quintileCuts(frequencies);
  cuts.forEach((cut, i) => expect(cut).toBeCloseTo([1, 1, 1.4, 2.2][i]!, 12));
  expect([...scoreByCuts(frequencies, cuts, often)]).toEqual([1, 1, 1, 1, 1, 1, 4, 4, 5, 5]);
});

test("few days score high, and a value on a cut is below it", () => {
  expect([...scoreByCuts([0, 10, 11, 20, 31, 41], [10, 20, 30, 40], recent)]).toEqual([5, 5, 4, 4, 2, 1]);
  expect([...scoreByCuts([0, 10, 11, 20, 31, 41], [10, 20, 30, 40], often)]).toEqual([1, 1, 2, 2, 4, 5]);
});

test("a value on one of a person's own limits is beyond it", () => {
  expect([...scoreByCuts([1, 2, 3, 4, 5, 6, 7], [2, 3, 4, 6], own)]).toEqual([1, 2, 3, 4, 4, 5, 5]);
});

test("one cut gives two scores", () => {
  const values = [4, 1, 1, 2];
  expect([...scoreByCuts(values, meanCut(values), often)]).toEqual([2, 1, 1, 1]);
  expect([...scoreByCuts(values, meanCut(values), recent)]).toEqual([1, 2, 2, 2]);
});

test("cuts that fall, and values that are not finite, are refused", () => {
  expect(() => scoreByCuts([1], [2, 1], often)).toThrow(expect.objectContaining({ code: "bad-parameter" }) as Error);
  expect(() => scoreByCuts([NaN], [1], often)).toThrow(expect.objectContaining({ code: "not-a-number" }) as Error);
  expect(() => quintileCuts([1, NaN])).toThrow(expect.objectContaining({ code: "not-a-number" }) as Error);
  expect(() => quintileCuts([])).toThrow(expect.objectContaining({ code: "not-a-number" }) as Error);
  expect(() => meanCut([])).toThrow(expect.objectContaining({ code: "not-a-number" }) as Error);
});

const numbers = fc.array(fc.oneof(fc.integer({ min: -5, max: 30 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
  minLength: 1,
  maxLength: 60,
});

test("whatever the numbers: equal values score alike, larger ones never lower, and order changes nothing", () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 1e6 }), (values, seed) => {
      const cuts = quintileCuts(values);
      expect(cuts).toEqual([0.2, 0.4, 0.6, 0.8].map((share) => quantile(values, share)));
      const scores = scoreByCuts(values, cuts, often);
      const order = values.map((_, i) => i).sort((a, b) => ((a * 7919 + seed) % 101) - ((b * 7919 + seed) % 101));
      const turned = order.map((i) => values[i]!);
      expect(quintileCuts(turned)).toEqual(cuts);
      expect(meanCut(turned)).toEqual(meanCut(values));
      expect([...scoreByCuts(turned, cuts, often)]).toEqual(order.map((i) => scores[i]));
      for (let i = 0; i < values.length; i++) {
        for (let j = 0; j < values.length; j++) {
          if (values[i]! <= values[j]!) expect(scores[i]).toBeLessThanOrEqual(scores[j]!);
        }
      }
    }),
  );
});
