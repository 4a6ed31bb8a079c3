import { criterionTest } from "../../../src/host/formulas/criteria";
import type { CellValue } from "../../../src/host/model/book";

const meets = (criterion: string, ...values: readonly CellValue[]): readonly boolean[] =>
  values.map(criterionTest(criterion));

// Microsoft Support, "COUNTIF function", and what users report of ids, per cents and dates that are counted as one.
test.each<[criterion: string, found: readonly CellValue[], others: readonly CellValue[]]>([
  ["=001", ["001", "1", "1.0", 1], ["0011", "a1"]],
  ["=50%", ["0.5", 0.5, "50%"], ["50", "5%"]],
  ["=$100", ["100", 100, "$100"], ["€100"]],
  ["=(5)", ["-5", -5], ["5"]],
  ["=1,000", ["1000", 1000], ["1.000"]],
  ["=2024-05-01", ["5/1/2024", 45_413], ["2024-05-02"]],
  ["=May 5, 2024", ["2024-05-05", 45_417], ["May"]],
  ["=12:30", [0.520833333333333, "12:30"], ["1230"]],
  ["=1234567890123456", ["1234567890123457", "1234567890123456"], ["1234567890123499"]],
  ["=TRUE", [true], ["TRUE", 1, false]],
  ["=#N/A", [{ error: "#N/A" }], ["#N/A", { error: "#REF!" }]],
  ["=a*", ["a*", "ab"], ["b"]],
  ["=<5", ["<5"], ["5", 4]],
])("a criterion %s finds what Excel reads it as", (criterion, found, others) => {
  expect(meets(criterion, ...found)).toEqual(found.map(() => true));
  expect(meets(criterion, ...others)).toEqual(others.map(() => false));
});

test("a pattern is never read as anything but text", () => {
  expect(meets("=001*", "001", "1", 1, "0011")).toEqual([true, false, false, true]);
  expect(meets("<>001?*", "001", "1", "0011")).toEqual([true, true, false]);
  expect(meets("=TRUE*", true, "TRUE")).toEqual([false, true]);
});
