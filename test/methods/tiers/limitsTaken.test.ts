import { scoreByCuts } from "../../../src/methods/rfm/scoreByCuts";
import { bandByCutoffs } from "../../../src/methods/tiers/bandByCutoffs";
import { quantileLimits } from "../../../src/methods/tiers/quantileLimits";
import { shareLimits } from "../../../src/methods/tiers/shareLimits";
import { tierByLimits } from "../../../src/methods/tiers/tierByLimits";

const values = [1, 2, 3];
interface Method {
  readonly name: string;
  readonly call: (limits: readonly number[], of?: readonly number[]) => ArrayLike<number>;
  /** What the limits are of: shares of one, or amounts. */
  readonly of: number;
  /** Whether limits may be level. */
  readonly level: boolean;
}

const often = { best: "high", onCut: "below" } as const;
const byAmount: readonly Method[] = [
  { name: "bandByCutoffs", call: (limits, of = values) => bandByCutoffs(of, limits), of: 1000, level: false },
  { name: "tierByLimits", call: (limits, of = values) => tierByLimits(of, limits, "low-first"), of: 1000, level: true },
  { name: "scoreByCuts", call: (limits, of = values) => scoreByCuts(of, limits, often), of: 1000, level: true },
];
const byShare: readonly Method[] = [
  { name: "shareLimits", call: (limits, of = values) => shareLimits(of, limits), of: 1, level: false },
  {
    name: "quantileLimits",
    call: (limits, of = values) => quantileLimits(of, limits, "low-first"),
    of: 1,
    level: false,
  },
];
const rising = (count: number, of: number): number[] =>
  Array.from({ length: count }, (_, i) => ((i + 1) / (count + 1)) * of);
const refused = expect.objectContaining({ code: "bad-parameter" }) as Error;

describe.each([...byAmount, ...byShare])("$name", ({ call, of, level }) => {
  test("takes 1 to 254 limits, as many as a byte tells apart, and no other number of them", () => {
    for (const count of [1, 254]) expect(call(rising(count, of)).length).toBeGreaterThan(0);
    for (const count of [0, 255]) expect(() => call(rising(count, of))).toThrow(refused);
  });

  test("refuses limits that fall or are no numbers, and level ones unless they may be", () => {
    const [low, high] = [0.25 * of, 0.5 * of];
    for (const limits of [
      [high, low],
      [low, NaN],
      [NaN, high],
      [low, Infinity],
    ]) {
      expect(() => call(limits)).toThrow(refused);
    }
    const flat = (): number => call([low, low]).length;
    expect(level ? flat : () => expect(flat).toThrow(refused)).not.toThrow();
  });

  test("refuses values that are no numbers, wherever they stand", () => {
    for (const bad of [
      [NaN, 1, 2],
      [1, Infinity],
      [-Infinity, 1],
      [1, NaN, 2],
    ]) {
      expect(() => call([0.5 * of], bad)).toThrow(expect.objectContaining({ code: "not-a-number" }) as Error);
    }
  });
});

test.each(byShare)("$name refuses shares of nothing, of all and beyond", ({ call }) => {
  for (const share of [-0.5, 0, 1, 1.5]) expect(() => call([share])).toThrow(refused);
});

test.each(byAmount)("$name takes amounts of either sign", ({ call }) => {
  expect(call([-1, 0, 1]).length).toBe(values.length);
});

test("tiers by share have no total beyond the largest number", () => {
  const tooMuch = expect.objectContaining({ code: "not-a-number" }) as Error;
  expect(() => shareLimits([1.7e308, 1.7e308], [0.5])).toThrow(tooMuch);
});
