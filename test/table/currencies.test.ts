import {
  currencyOfFormat,
  currencyOfHeader,
  currencyOfText,
  distinctCurrencies,
  isCurrencyHeader,
  namesCurrency,
} from "../../src/table/currencies";

test("one currency has one code, however it is written", () => {
  expect(["CNY", "rmb", " 人民币 ", "USD", "US$", "美元", "€", "EUR"].map(currencyOfText)).toEqual([
    "CNY",
    "CNY",
    "CNY",
    "USD",
    "USD",
    "USD",
    "EUR",
    "EUR",
  ]);
  expect(["North", "", "A", "100"].map(currencyOfText)).toEqual([null, null, null, null]);
});

// Formats as Excel writes them: Microsoft Support, "Number format codes"; [$symbol-language] by ECMA-376 part 1, 18.8.31.
test.each([
  ["#,##0.00", null],
  ["General", null],
  ["[Red]-#,##0", null],
  ["yyyy-mm-dd", null],
  ['[$-804]yyyy"年"m"月"', null],
  ["[$€-407] #,##0.00", "EUR"],
  ["[$USD] #,##0", "USD"],
  ["[$¥-804]#,##0.00", "CNY"],
  ["[$¥-411]#,##0", "JPY"],
  ['"RMB" #,##0', "CNY"],
  ["$#,##0.00_);($#,##0.00)", "$"],
  ['#,##0 "EUR"', "EUR"],
  ["£#,##0", "GBP"],
  ['#,##0.00\\ "zł"', "PLN"],
  ["#,##0.00\\ \\z\\ł", "PLN"],
  ["[$€-2]\\ #,##0.00", "EUR"],
  ['"US$"#,##0', "USD"],
  ["[$$-409]#,##0", "USD"],
  ['#,##0 "元"', "CNY"],
  ["_-[$¥-804]* #,##0.00", "CNY"],
  ["[$kr-41D] #,##0", "SEK"],
  ['0.0,"k"', null],
  ['0 "days"', null],
])("the format %s shows the currency %s", (format, currency) => {
  expect(currencyOfFormat(format)).toBe(currency);
});

test("a column's name may say the currency of its amounts", () => {
  expect(["Outstanding (CNY)", "余额（折人民币）", "Balance in USD k", "Converted balance"].every(namesCurrency)).toBe(
    true,
  );
  expect(["Outstanding", "余额（万元）", "All balances", "Sales"].some(namesCurrency)).toBe(false);
});

test("a column of currencies is known by its name", () => {
  expect(["Currency", "CCY", "币种", "Loan currency code"].every(isCurrencyHeader)).toBe(true);
  expect(["Currency risk", "Outstanding", "Balance (CNY)"].some(isCurrencyHeader)).toBe(false);
});

test("a bare sign is no second currency beside the one that it stands for", () => {
  const kept = (...found: string[]): string[] => [
    ...distinctCurrencies(new Map(found.map((each, i) => [each, i]))).keys(),
  ];
  expect([kept("CNY", "¥"), kept("¥", "JPY", "CNY"), kept("$", "USD"), kept("$", "EUR")]).toEqual([
    ["CNY"],
    ["¥", "JPY", "CNY"],
    ["USD"],
    ["$", "EUR"],
  ]);
});

test("a column's name says which currency it means, unless its amounts were converted", () => {
  const headers = ["Balance (CNY)", "余额(人民币)", "Balance in USD k", "余额（折人民币）", "Balance", "USD or EUR"];
  expect(headers.map(currencyOfHeader)).toEqual(["CNY", "CNY", "USD", null, null, null]);
});
