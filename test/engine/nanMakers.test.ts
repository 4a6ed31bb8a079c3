import { classify } from "../../src/engine/classify";
import { failureData } from "../../src/failure";
import { defaultPlan } from "../../src/plan/defaultPlan";
import { columnOf } from "../../src/table/columns";

const plan = defaultPlan({
  table: { id: "", name: "Clients" },
  keyColumn: "Key",
  valueColumn: "Value",
  template: "retail",
  sheetLanguage: "en",
});

function tiersOf(values: readonly number[]): { readonly labels: number[]; readonly finite: boolean } | string {
  const keys = columnOf(
    "Key",
    values.map((_, i) => `C${i}`),
  );
  try {
    const { segmentations } = classify(plan, {
      name: "Clients",
      rows: values.length,
      columns: [keys, columnOf("Value", values)],
    });
    const [abc] = segmentations;
    const sums = abc?.groups.flatMap(({ value, shareOfValue, shareOfCustomers }) => [
      value,
      shareOfValue,
      shareOfCustomers,
    ]);
    return { labels: [...(abc?.labels ?? [])], finite: sums?.every(Number.isFinite) ?? false };
  } catch (error) {
    return failureData(error).code;
  }
}

test("F49: values that are all equal share one tier", () => {
  expect(tiersOf([5, 5, 5, 5])).toEqual({ labels: [0, 0, 0, 0], finite: true });
});

test("F49: a negative zero is a zero, in the last tier", () => {
  expect(tiersOf([5, -0, 0])).toEqual({ labels: [0, 2, 2], finite: true });
});

test("F49: values of which none is above zero are refused with a word", () => {
  expect(tiersOf([-1, -2, 0])).toBe("no-positive-value");
});

test("F49: infinities are listed, and finite sums stay finite", () => {
  expect(tiersOf([Infinity, 5, -Infinity, NaN])).toEqual({ labels: [3, 0, 3, 3], finite: true });
});

test("F49: a total beyond the largest number is refused with a word", () => {
  expect(tiersOf([1e308, 1e308, 1])).toBe("not-a-number");
});
