import { areUndoCodes, undoCodes, undoneText } from "../../../src/actions/writing/undoCodes";

test.each([3, 9_999, 10_000, 25_000])(
  "%d different texts come back at their marks, and others are unchanged",
  (many) => {
    const texts = Array.from({ length: many }, (_, i) => `${i}.5`);
    const indexes = [many - 1, null, 0, Math.floor(many / 2)];
    const kept = undoCodes(texts, indexes);
    expect(areUndoCodes(kept, 4)).toBe(true);
    expect([0, 1, 2, 3, undefined].map((at) => undoneText(kept, at))).toEqual([
      ...indexes.map((index) => (index === null ? null : texts[index])),
      null,
    ]);
  },
);

test("codes that name no text, or are fewer than the marks, are not believed", () => {
  expect(areUndoCodes({ texts: ["A"], codes: "02" }, 2)).toBe(false);
  expect(areUndoCodes({ texts: ["A"], codes: "0" }, 2)).toBe(false);
  expect(areUndoCodes({ texts: ["A"], codes: "0/", wide: true }, 1)).toBe(false);
});
