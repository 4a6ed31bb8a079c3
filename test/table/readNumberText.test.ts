import { readNumberText, type NumberStyle } from "../../src/table/readNumberText";

describe("numbers that are text", () => {
  it.each<[string, NumberStyle | null, number]>([
    ["1,234.5", "comma-point", 1234.5],
    ["1.234,5", "point-comma", 1234.5],
    ["1 234,5", "space-comma", 1234.5],
    ["1\u00a0234,5", "space-comma", 1234.5],
    ["1\u202f234\u202f567,89", "space-comma", 1234567.89],
    ["(120)", "comma-point", -120],
    ["(1.234,5)", "point-comma", -1234.5],
    ["12-", "comma-point", -12],
    ["-12", null, -12],
    ["\u221212", null, -12],
    ["+7", null, 7],
    ["１２３", null, 123],
    ["１，２３４．５", "comma-point", 1234.5],
    ["15%", null, 0.15],
    ["-12,5 %", "point-comma", -0.125],
    ["￥1,200.50", "comma-point", 1200.5],
    ["$ 1,200", "comma-point", 1200],
    ["-$1,200", "comma-point", -1200],
    ["($1,200)", "comma-point", -1200],
    ["1.200 EUR", "point-comma", 1200],
    ["USD 1,200", "comma-point", 1200],
    ["1200元", null, 1200],
    [" 50000 ", null, 50000],
    ["0", null, 0],
    ["-0", null, 0],
    ["0.5", "comma-point", 0.5],
    ["999999999999999", null, 999999999999999],
  ])("F44: %s in the style %s is %d", (text, style, number) => {
    expect(readNumberText(text, style)).toBe(number);
  });

  it.each<[string, NumberStyle | null]>([
    ["1,234", null],
    ["1.234", null],
    ["1.5", null],
    ["1.234,5", "comma-point"],
    ["1,234.5", "point-comma"],
    ["1 234", "comma-point"],
    ["12,5", "comma-point"],
  ])("F44: %s is not guessed in the style %s", (text, style) => {
    expect(readNumberText(text, style)).toBe("style");
  });

  it.each([
    "thirty",
    "SIXTY THOUSAND",
    " NAN ",
    "n/a",
    "",
    " ",
    "-",
    "#N/A",
    "1,23,456",
    "12万",
    "3k",
    "1e5",
    "(-5)",
    "--5",
    "1.2.3",
    "10/12",
    "123-456-7890",
    "A12",
    "5 apples",
    "Infinity",
    "NaN",
    "∞",
  ])("F44, F49: %s is no number", (text) => {
    expect(readNumberText(text, "comma-point")).toBeNull();
  });

  it("F47, F48: ids with a zero in front, and of more digits than Excel keeps, are no numbers", () => {
    expect([readNumberText("007", null), readNumberText("1234567890123456", null)]).toEqual([null, null]);
  });
});
