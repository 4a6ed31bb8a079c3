import { concentrationCurve } from "../../../src/methods/tiers/concentrationCurve";

test("has a point per customer where there are few", () => {
  expect(concentrationCurve([20, 50, 30])).toEqual([
    { customers: 0, value: 0 },
    { customers: 1 / 3, value: 0.5 },
    { customers: 2 / 3, value: 0.8 },
    { customers: 1, value: 1 },
  ]);
});

test("has at most the asked steps where there are many, with straight lines between customers", () => {
  expect(concentrationCurve([40, 30, 20], 2)).toEqual([
    { customers: 0, value: 0 },
    { customers: 0.5, value: 55 / 90 },
    { customers: 1, value: 1 },
  ]);
});

test("counts customers of zero and negative value as customers who hold nothing", () => {
  expect(concentrationCurve([100, 0, -50, 0])).toEqual([
    { customers: 0, value: 0 },
    { customers: 0.25, value: 1 },
    { customers: 0.5, value: 1 },
    { customers: 0.75, value: 1 },
    { customers: 1, value: 1 },
  ]);
});

test("ends at exactly one, whatever the rounding", () => {
  const values = Array.from({ length: 1003 }, (_, i) => (i % 97) + 0.1);
  const curve = concentrationCurve(values);
  expect(curve).toHaveLength(201);
  expect(curve[200]).toEqual({ customers: 1, value: 1 });
  curve.slice(1).forEach((point, i) => expect(point.value).toBeGreaterThanOrEqual(curve[i]!.value));
});

test("refuses customers who hold nothing", () => {
  expect(() => concentrationCurve([0, -1])).toThrow(expect.objectContaining({ code: "no-positive-value" }) as Error);
});
