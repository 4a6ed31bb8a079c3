import { formatValue } from "../../../src/host/format/formatValue";

// Microsoft, "Number format codes" and "Review guidelines for customizing a number format".
test.each([
  [1234.59, "####.#", "1234.6"],
  [8.9, "#.000", "8.900"],
  [0.631, "0.#", "0.6"],
  [12000, "#,###", "12,000"],
  [12200000, "0.0,,", "12.2"],
  [5.25, "# ???/???", "5   1/4  "],
  [0.285, "0.0%", "28.5%"],
  [12200000, "0.00E+00", "1.22E+07"],
  [-5, '0;"minus "0', "minus 5"],
  [7, ";;;", ""],
  ["text", "0;0;0;[Blue]@!", "text!"],
])("shows %p under %s as %j", (value, format, text) => {
  expect(formatValue(value, format, false).text).toBe(text);
});

// Microsoft, "General format": up to 11 digits, then rounded or in scientific notation.
test.each([
  [12345678901, "12345678901"],
  [123456789012, "1.23457E+11"],
  [1234567.891234, "1234567.891"],
  [0.1 + 0.2, "0.3"],
  [-1 / 3, "-0.333333333"],
  [0.0000123456789, "1.23457E-05"],
])("keeps %d within eleven characters: %s", (value, text) => {
  expect(formatValue(value, "General", false).text).toBe(text);
});

test.each([
  [1, "1900-01-01"],
  // Microsoft, "Excel incorrectly assumes that the year 1900 is a leap year".
  [60, "1900-02-29"],
  [61, "1900-03-01"],
  [45000, "2023-03-15"],
  [2958465, "9999-12-31"],
  [-1, "########"],
  [2958466, "########"],
])("shows serial %d as %s", (serial, text) => {
  expect(formatValue(serial, "yyyy-mm-dd", false).text).toBe(text);
});

test("counts days from 1904 where the workbook does, but not hours that have passed", () => {
  // Microsoft, "Differences between the 1900 and the 1904 date system": 1,462 days apart.
  expect(formatValue(0, "yyyy-mm-dd", true).text).toBe("1904-01-01");
  expect(formatValue(45000 - 1462, "yyyy-mm-dd", true).text).toBe("2023-03-15");
  expect(formatValue(1.5, "[h]:mm", true).text).toBe("36:00");
  expect(formatValue(7, "0.0", true).text).toBe("7.0");
});

test("writes Chinese dates and weekdays", () => {
  expect(formatValue(45000, 'yyyy"年"m"月"d"日"', false).text).toBe("2023年3月15日");
  expect(formatValue(45000, "yyyy年m月d日", false).text).toBe("2023年3月15日");
  expect(formatValue(45000, "[$-804]aaaa", false).text).toBe("星期三");
  expect(formatValue(45000, "dddd", false, "zh").text).toBe("星期三");
  expect(formatValue(1234.5, "¥#,##0.00", false).text).toBe("¥1,234.50");
});

test("tells the colour that the format asks for", () => {
  expect(formatValue(-5, "0;[Red]-0", false)).toEqual({ text: "-5", color: "red" });
  expect(formatValue(5, "0;[Red]-0", false)).toEqual({ text: "5" });
  expect(formatValue(5, "[Color10]0", false).color).toMatch(/^#/);
});

test("leaves errors, logicals, text and blanks as they are", () => {
  expect(formatValue({ error: "#N/A" }, "0.00", false).text).toBe("#N/A");
  expect(formatValue(true, "0.00", false).text).toBe("TRUE");
  expect(formatValue("007", "General", false).text).toBe("007");
  expect(formatValue("007", "0.00", false).text).toBe("007");
  expect(formatValue(null, "0.00", false).text).toBe("");
});

test("takes a format that cannot be read for General", () => {
  expect(formatValue(5, "[$-", false).text).toBe("5");
});
