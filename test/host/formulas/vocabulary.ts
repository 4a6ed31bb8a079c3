import type { Content } from "./bookOf";
import { rowsAt } from "./bookOf";

/** Cells that the formulas below read. */
export const cells: Readonly<Record<string, Content>> = {
  // Microsoft, "COUNTIF function" and "SUMIF function": the examples' tables.
  ...rowsAt("A2", [
    ["apples", 32],
    ["oranges", 54],
    ["peaches", 75],
    ["apples", 86],
  ]),
  ...rowsAt("D2", [
    [100000, 7000],
    [200000, 14000],
    [300000, 21000],
    [400000, 28000],
  ]),
  // Microsoft, "SUMIFS function": quantity, product, salesperson.
  ...rowsAt("G2", [
    [5, "Apples", "Tom"],
    [4, "Apples", "Sarah"],
    [15, "Artichokes", "Tom"],
    [3, "Artichokes", "Sarah"],
    [22, "Bananas", "Tom"],
    [12, "Bananas", "Sarah"],
    [10, "Carrots", "Tom"],
    [33, "Carrots", "Sarah"],
  ]),
  // Microsoft, "MATCH function" and "INDEX function".
  ...rowsAt("K2", [
    ["Bananas", 25],
    ["Oranges", 38],
    ["Apples", 40],
    ["Pears", 41],
  ]),
  // Kinds of cells: L is text that looks like a number, an empty text, a logical, a wildcard, Chinese.
  ...rowsAt("N2", [[5], ["5"], ["B"], ["b"], [true], ["what?"], ["whats"], ["客户"], [-3], [0]]),
};

/** A formula, its value, and whose word that is. */
export interface Example {
  readonly formula: string;
  readonly value: string | number | boolean;
  readonly source: string;
  /** Why LibreOffice gives something else. */
  readonly libreOffice?: string;
}

const countif = "Microsoft, COUNTIF function";
const sumif = "Microsoft, SUMIF function";
const sumifs = "Microsoft, SUMIFS function";
const lookup = "Microsoft, MATCH and INDEX function";
const round = "Microsoft, ROUND function";
const operators = "Microsoft, Calculation operators and precedence in Excel";
const hand = "by hand from the cells";

export const examples: readonly Example[] = [
  { formula: '=COUNTIF(A2:A5,"apples")', value: 2, source: countif },
  { formula: "=COUNTIF(A2:A5,A4)", value: 1, source: countif },
  { formula: "=COUNTIF(A2:A5,A3)+COUNTIF(A2:A5,A2)", value: 3, source: countif },
  { formula: '=COUNTIF(B2:B5,">55")', value: 2, source: countif },
  { formula: '=COUNTIF(B2:B5,"<>"&B4)', value: 3, source: countif },
  {
    formula: '=COUNTIF(B2:B5,">=32")-COUNTIF(B2:B5,">85")',
    value: 3,
    source: `${countif} (85 for the sheet's own threshold)`,
  },
  { formula: '=COUNTIF(A2:A5,"*")', value: 4, source: countif },
  { formula: '=COUNTIF(A2:A5,"?????es")', value: 2, source: countif },
  { formula: '=SUMIF(D2:D5,">160000",E2:E5)', value: 63000, source: sumif },
  { formula: '=SUMIF(D2:D5,">160000")', value: 900000, source: sumif },
  { formula: "=SUMIF(D2:D5,300000,E2:E5)", value: 21000, source: sumif },
  { formula: '=SUMIF(D2:D5,">"&D4,E2:E5)', value: 28000, source: `${sumif} (threshold in the table)` },
  { formula: '=SUMIFS(G2:G9,H2:H9,"=A*",I2:I9,"Tom")', value: 20, source: sumifs },
  { formula: '=SUMIFS(G2:G9,H2:H9,"<>Bananas",I2:I9,"Tom")', value: 30, source: sumifs },
  { formula: '=COUNTIFS(H2:H9,"=A*",I2:I9,"Tom")', value: 2, source: hand },
  {
    formula: '=SUMIFS(G2:G9,H2:H8,"x")',
    value: "#VALUE!",
    source: "Microsoft, COUNTIFS function: ranges of one shape",
  },
  { formula: '=VLOOKUP("Oranges",K2:L5,2,FALSE)', value: 38, source: "Microsoft, VLOOKUP function" },
  { formula: "=VLOOKUP(250000,D2:E5,2)", value: 14000, source: "Microsoft, VLOOKUP function: the next smaller" },
  { formula: "=VLOOKUP(5,D2:E5,2,TRUE)", value: "#N/A", source: "Microsoft, VLOOKUP function" },
  {
    formula: "=VLOOKUP(100000,D2:E5,3,FALSE)",
    value: "#REF!",
    source: "Microsoft, VLOOKUP function",
    libreOffice: "another error for the same fault",
  },
  { formula: '=IFS(B2>90,"much",B2>30,"some",TRUE,"little")', value: "some", source: "Microsoft, IFS function" },
  { formula: '=IFS(B2>90,"much")', value: "#N/A", source: "Microsoft, IFS function" },
  { formula: "=MATCH(39,L2:L5,1)", value: 2, source: lookup },
  { formula: "=MATCH(41,L2:L5,0)", value: 4, source: lookup },
  { formula: "=MATCH(40,L2:L5,-1)", value: "#N/A", source: lookup },
  { formula: "=INDEX(K2:L5,2,2)", value: 38, source: lookup },
  { formula: '=INDEX(L2:L5,MATCH("pears",K2:K5,0))', value: 41, source: hand },
  { formula: '=MATCH("App*",K2:K5,0)', value: 3, source: hand },
  { formula: "=INDEX(K2:L5,5,1)", value: "#REF!", source: lookup, libreOffice: "another error for the same fault" },
  { formula: "=SUM(INDEX(K2:L5,0,2))", value: 144, source: hand },
  { formula: "=ROUND(2.15,1)", value: 2.2, source: round },
  { formula: "=ROUND(2.149,1)", value: 2.1, source: round },
  { formula: "=ROUND(-1.475,2)", value: -1.48, source: round },
  { formula: "=ROUND(21.5,-1)", value: 20, source: round },
  { formula: "=ROUND(626.3,-3)", value: 1000, source: round },
  { formula: "=ROUND(1.98,-1)", value: 0, source: round },
  { formula: "=ROUND(-50.55,-2)", value: -100, source: round },
  { formula: "=-2^2", value: 4, source: operators },
  { formula: "=2^3^2", value: 64, source: `${operators}: left to right` },
  { formula: "=5+2*3", value: 11, source: operators },
  { formula: "=10%*2", value: 0.2, source: operators },
  { formula: '="a"&1+1', value: "a2", source: operators },
  { formula: '="a"="A"', value: true, source: "Microsoft, EXACT function: = disregards case" },
  { formula: '=5<"a"', value: true, source: "Microsoft, Sort data: numbers before text before FALSE before TRUE" },
  {
    formula: '="z"<FALSE',
    value: true,
    source: "Microsoft, Sort data: numbers before text before FALSE before TRUE",
    libreOffice: "logicals are numbers there",
  },
  { formula: "=Z99=0", value: true, source: hand },
  { formula: '=Z99=""', value: true, source: hand },
  { formula: "=0.1+0.2=0.3", value: true, source: "Microsoft, Floating-point arithmetic: 15 digits" },
  { formula: "=1.333+1.225-1.333-1.225", value: 0, source: "Microsoft, Floating-point arithmetic: result at zero" },
  { formula: "=1/0", value: "#DIV/0!", source: "Microsoft, How to correct a #DIV/0! error" },
  { formula: "=1/0+Z99", value: "#DIV/0!", source: hand },
  { formula: '="x"+1', value: "#VALUE!", source: hand },
  { formula: '="1,200"+1', value: 1201, source: hand },
  { formula: '=IFERROR(1/0,"none")', value: "none", source: "Microsoft, IFERROR function" },
  { formula: "=IFERROR(B2/2,0)", value: 16, source: hand },
  { formula: '=IF(B2>B3,"more","less")', value: "less", source: hand },
  { formula: "=IF(FALSE,1)", value: false, source: "Microsoft, IF function" },
  { formula: "=AND(B2>30,B3>30)", value: true, source: hand },
  { formula: "=OR(B2>86,NOT(TRUE))", value: false, source: hand },
  { formula: "=SUMPRODUCT(B2:B3,B4:B5)", value: 32 * 75 + 54 * 86, source: hand },
  { formula: '=SUMPRODUCT(--(A2:A5="Apples"),B2:B5)', value: 118, source: hand },
  { formula: '=SUMPRODUCT((A2:A5="apples")*(B2:B5>40)*B2:B5)', value: 86, source: hand },
  { formula: "=SUMPRODUCT(B2:B5,D2:E5)", value: "#VALUE!", source: "Microsoft, SUMPRODUCT function" },
  {
    formula: "=SUMPRODUCT(IF(B2:B5>40,1,0))",
    value: 3,
    source: hand,
    libreOffice: "evaluates IF of a range only in array formulas",
  },
  { formula: "=SUMPRODUCT(1/COUNTIF(A2:A5,A2:A5))", value: 3, source: "hand: three different names" },
  { formula: '=SUM(COUNTIF(A2:A5,{"apples","peaches"}))', value: 3, source: hand },
  { formula: "=SUM(B:B)", value: 247, source: hand },
  {
    formula: '=SUM(1,"2",TRUE)',
    value: 4,
    source: "Microsoft, SUM function: typed arguments are read as numbers",
    libreOffice: "refuses text in arithmetic",
  },
  { formula: "=SUM(N2:N11)", value: 2, source: hand, libreOffice: "logicals in cells are numbers there" },
  { formula: "=COUNT(N2:N11)", value: 3, source: hand, libreOffice: "logicals in cells are numbers there" },
  { formula: "=COUNTA(N2:N12)", value: 10, source: hand },
  { formula: "=MIN(N2:N11)", value: -3, source: hand },
  { formula: "=MAX(B2:B5,90)", value: 90, source: hand },
  { formula: "=AVERAGE(B2:B5)", value: 61.75, source: hand },
  { formula: "=AVERAGE(Z1:Z9)", value: "#DIV/0!", source: "Microsoft, AVERAGE function" },
  { formula: '=COUNTIF(N2:N11,"B")', value: 2, source: "hand: without regard to case" },
  { formula: "=COUNTIF(N2:N11,TRUE)", value: 1, source: hand },
  { formula: '=COUNTIF(N2:N11,"what~?")', value: 1, source: "Microsoft, COUNTIF function: ~ before a real ?" },
  { formula: '=COUNTIF(N2:N11,"what?")', value: 2, source: countif },
  { formula: '=COUNTIF(N2:N12,"<>")', value: 10, source: hand },
  { formula: '=COUNTIF(N2:N12,"=")', value: 1, source: hand },
  { formula: '=COUNTIF(N2:N11,"<0")', value: 1, source: hand },
  { formula: '=COUNTIF(N2:N11,"客*")', value: 1, source: hand },
  {
    formula: "=COUNTIF(N2:N11,5)",
    value: 2,
    source: "Microsoft Q&A: COUNTIF takes numbers stored as text for numbers",
    libreOffice: "does not find numbers stored as text",
  },
  {
    formula: "=COUNTIF(N2:N11,Z99)",
    value: 1,
    source: "Microsoft, COUNTIFS function: an empty cell as criterion is 0",
  },
  { formula: '=SUBSTITUTE("Sales Data","Sales","Cost")', value: "Cost Data", source: "Microsoft, SUBSTITUTE function" },
  {
    formula: '=SUBSTITUTE("Quarter 1, 2008","1","2",1)',
    value: "Quarter 2, 2008",
    source: "Microsoft, SUBSTITUTE function",
  },
  {
    formula: '=SUBSTITUTE("Quarter 1, 2011","1","2",3)',
    value: "Quarter 1, 2012",
    source: "Microsoft, SUBSTITUTE function",
  },
  { formula: '=TEXT(1234.567,"#,##0.00")', value: "1,234.57", source: "Microsoft, TEXT function" },
  { formula: '=TEXT(0.285,"0.0%")', value: "28.5%", source: "Microsoft, TEXT function" },
  { formula: "='Other sheet'!A1*2", value: 14, source: hand },
  { formula: "=SUM('Other sheet'!A:A)", value: 7, source: hand },
  { formula: "=Rate*100", value: 25, source: hand },
  { formula: "=SUM(Numbers)", value: 247, source: hand },
];
