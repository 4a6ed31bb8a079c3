import { parseTyped } from "../../src/host/edit/parseTyped";
import { openTestOffice } from "./openTestOffice";

const general = (text: string) => parseTyped(text, "General", false);

test.each([
  ["12", 12],
  ["-1,234.5", -1234.5],
  ["(120)", -120],
  [".5", 0.5],
  ["1e3", 1000],
  ["12%", 0.12],
  ["$5", 5],
  ["TRUE", true],
  ["false", false],
  // 1 March 1900 is day 61: Excel counts a 29 February that never was.
  ["3/1/1900", 61],
  ["2/28/1900", 59],
  ["1/1/2000", 36526],
  ["2000-01-01", 36526],
  ["1-Jan-2000", 36526],
  ["Jan 1, 2000", 36526],
  ["6:00", 0.25],
  ["6:00 PM", 0.75],
  // Digits beyond the fifteenth are lost.
  ["12345678901234567", 12345678901234600],
])("the text %j is read as %j", (text, value) => {
  expect(general(text).value).toBe(value);
});

test.each([
  "c1",
  "007a",
  "1.2.3",
  "12-",
  "31/12/2020",
  "2/30/2020",
  "１２",
  "=",
  "+",
  "-",
  "a=b",
  "1 2",
  " ",
  "Marching 5x",
])("the text %j stays text", (text) => {
  expect(general(text)).toEqual({ value: text });
});

test.each([
  ["=A1+1", "=A1+1"],
  ["+A1", "=A1"],
  ["-x", "=-x"],
  ["@SUM(A1)", "=@SUM(A1)"],
])("the text %j is taken for a formula", (text, formula) => {
  expect(general(text).formula).toBe(formula);
});

test("a text format or an apostrophe keeps any text", () => {
  expect(parseTyped("=1+1", "@", false)).toEqual({ value: "=1+1" });
  expect(parseTyped("007", "@", false)).toEqual({ value: "007" });
  expect(general("'=1+1")).toEqual({ value: "=1+1" });
  expect(general("'007")).toEqual({ value: "007" });
});

test("the 1904 date system counts 1462 days less", () => {
  expect(parseTyped("1/1/2000", "General", true).value).toBe(35064);
});

test("null leaves a cell, an empty text clears it, a single value fills the range", async () => {
  await openTestOffice();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:C1");
    range.values = [["x"]] as never;
    await context.sync().catch(() => undefined);
  });
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:C1");
    range.values = "x" as never;
    range.values = [[null, "", 0]];
    range.load("values,valueTypes");
    await context.sync();
    expect(range.values).toEqual([["x", "", 0]]);
    expect(range.valueTypes).toEqual([["String", "Empty", "Double"]]);
  });
});

test("percent and date typing gives a General cell its number format and shows it", async () => {
  await openTestOffice();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:C1");
    range.values = [["12%", "1/2/2024", "=1/0"]];
    range.load("values,text,numberFormat,valueTypes");
    await context.sync();
    expect(range.values).toEqual([[0.12, 45293, "#DIV/0!"]]);
    expect(range.numberFormat[0]!.slice(0, 2)).toEqual(["0%", "m/d/yyyy"]);
    expect(range.text).toEqual([["12%", "1/2/2024", "#DIV/0!"]]);
    expect(range.valueTypes).toEqual([["Double", "Double", "Error"]]);
  });
});

test("a number written into a cell formatted as text becomes text", async () => {
  await openTestOffice();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
    range.numberFormat = [["@"]];
    range.values = [[7]];
    range.load("values,valueTypes");
    await context.sync();
    expect([range.values, range.valueTypes]).toEqual([[["7"]], [["String"]]]);
  });
});
