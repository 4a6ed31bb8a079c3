import { isProblem, parseFormula } from "../../../src/host/formulas/parseFormula";
import { tokenize } from "../../../src/host/formulas/tokenize";

test.each([
  ["=1+", "formula ends too early", 3],
  ["=SUM(A1", "missing )", 7],
  ["=A1)", 'unexpected ")"', 3],
  ["=ROUND(1)", "wrong number of arguments of ROUND", 9],
  ['="open', 'unexpected """', 1],
  ["=Clients[Amount", 'unexpected "C"', 1],
  ["={1,2;3}", "rows of an array differ in length", 8],
  ["=", "formula ends too early", 1],
])("refuses %s: %s at %d", (formula, problem, position) => {
  expect(parseFormula(formula)).toEqual({ problem, position });
});

test("refuses texts over 255 characters and formulas over 8192, as Excel does", () => {
  expect(isProblem(parseFormula(`="${"x".repeat(256)}"`))).toBe(true);
  expect(isProblem(parseFormula(`="${"x".repeat(255)}"`))).toBe(false);
  expect(isProblem(parseFormula(`=${"1+".repeat(4096)}1`))).toBe(true);
});

test.each([
  "=SUM(A1:INDEX(B:B,3))",
  "=A1:B2 B1:C3",
  "=(A1,B2)",
  "=A1#",
  "=@A1:A9",
  "=Jan:Mar!A1",
  "='[Book 1.xlsx]Data'!A1",
  "=LET(x,1,x+1)",
])("reads %s as Excel's own and leaves it alone", (formula) => {
  expect(JSON.stringify(parseFormula(formula))).toContain('"foreign"');
});

test.each([
  "= SUM( A1 , 'a''b'!$B$2:C3 )  ",
  "=LOG10(5)+A1B+Ünits.x",
  '={1,-2;"a",TRUE}',
  "=Clients[[#All],[a]:[b '] c]]+#N/A",
  "=1.5E-3%+.5",
])("cuts %s into tokens that join to it again", (formula) => {
  const tokens = tokenize(formula);
  expect("length" in tokens && tokens.map(({ text }) => text).join("")).toBe(formula.slice(1));
});
