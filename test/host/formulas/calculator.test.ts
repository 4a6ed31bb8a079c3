import { attachCalculator } from "../../../src/host/formulas/calculator";
import { announce, type Change } from "../../../src/host/model/book";
import { cellsChanged, touchCell } from "../../../src/host/model/cells";
import { newSheet } from "../../../src/host/model/newBook";
import { addTable, areaOf, bookOf, put, rowsAt, sheetOf, valueOf } from "./bookOf";

test("follows a change through formulas on other sheets, each calculated after what it reads", () => {
  const book = bookOf({ Data: { A1: 2, A2: "=A1*10" }, Report: { A1: "=B1+1", B1: "=Data!A2" } });
  const calculator = attachCalculator(book);
  calculator.settle();
  expect(valueOf(book, "Report", "A1")).toBe(21);
  put(book, sheetOf(book, "Data"), "A1", 3);
  expect(valueOf(book, "Report", "A1")).toBe(21);
  calculator.settle();
  expect(valueOf(book, "Report", "A1")).toBe(31);
});

test("announces the values that changed, and only those", () => {
  const book = bookOf({ Data: { A1: 1, B1: "=A1", B2: "=A1*0", C1: 5 } });
  const calculator = attachCalculator(book);
  calculator.settle();
  const changes: Change[] = [];
  book.listeners.add((change) => changes.push(change));
  const sheet = sheetOf(book, "Data");
  put(book, sheet, "A1", 2);
  calculator.settle();
  expect(changes.slice(1)).toEqual([{ kind: "cells", sheet, area: areaOf("B1"), what: "content", calculated: true }]);
});

test("trusts the file's values until something they depend on changes", () => {
  const book = bookOf({ Data: { A1: 1, B1: "=A1+1" } });
  touchCell(sheetOf(book, "Data"), 0, 1).value = 99;
  const calculator = attachCalculator(book);
  calculator.settle();
  expect(valueOf(book, "Data", "B1")).toBe(99);
  put(book, sheetOf(book, "Data"), "A1", 4);
  calculator.settle();
  expect(valueOf(book, "Data", "B1")).toBe(5);
});

test("leaves a foreign formula its cached value, lists it, and calculates on with it", () => {
  const book = bookOf({ Data: { A1: "=XLOOKUP(1,C:C,D:D)", B1: "=A1*2", A2: "=SUM((A1,B1))" } });
  const sheet = sheetOf(book, "Data");
  touchCell(sheet, 0, 0).value = 21;
  const calculator = attachCalculator(book);
  calculator.settle();
  put(book, sheet, "C1", 5);
  calculator.settle();
  expect(valueOf(book, "Data", "A1")).toBe(21);
  expect(touchCell(sheet, 0, 0).cached).toBe(true);
  expect(valueOf(book, "Data", "B1")).toBe(42);
  expect(calculator.unsupported).toEqual(["Data!A1 =XLOOKUP(1,C:C,D:D)", "Data!A2 =SUM((A1,B1))"]);
});

test("leaves an array formula alone, which its reader marked", () => {
  const book = bookOf({ Data: { A1: "=SUM(B1:B2*2)", B1: 1, B2: 2 } });
  Object.assign(touchCell(sheetOf(book, "Data"), 0, 0), { value: 6, array: true });
  const calculator = attachCalculator(book);
  put(book, sheetOf(book, "Data"), "B1", 5);
  calculator.settle();
  expect(valueOf(book, "Data", "A1")).toBe(6);
  expect(calculator.unsupported).toEqual(["Data!A1 =SUM(B1:B2*2)"]);
});

test("shows 0 in a circle and calculates what reads it", () => {
  const book = bookOf({ Data: { A1: "=B1+1", B1: "=A1+1", C1: "=A1+5", D1: "=D1" } });
  const calculator = attachCalculator(book);
  calculator.settle();
  expect(["A1", "B1", "C1", "D1"].map((address) => valueOf(book, "Data", address))).toEqual([0, 0, 5, 0]);
  put(book, sheetOf(book, "Data"), "B1", 1);
  calculator.settle();
  expect(["A1", "C1"].map((address) => valueOf(book, "Data", address))).toEqual([2, 7]);
});

test("calculates a chain of 50,000 formulas without running out of stack", () => {
  const book = bookOf({ Data: { A1: 1 } });
  const sheet = sheetOf(book, "Data");
  for (let row = 1; row < 50_000; row++) {
    Object.assign(touchCell(sheet, row, 0), { value: null, formula: `=A${row}+1` });
  }
  cellsChanged(book, sheet, areaOf("A2:A50000"), "content");
  attachCalculator(book).settle();
  expect(valueOf(book, "Data", "A50000")).toBe(50_000);
});

test("calculates only what was entered while the book calculates by hand", () => {
  const book = bookOf({ Data: { A1: 1, B1: "=A1" } });
  const calculator = attachCalculator(book);
  calculator.settle();
  book.calculationMode = "Manual";
  put(book, sheetOf(book, "Data"), "A1", 2);
  put(book, sheetOf(book, "Data"), "C1", "=A1");
  calculator.settle();
  expect([valueOf(book, "Data", "B1"), valueOf(book, "Data", "C1")]).toEqual([1, 2]);
  calculator.settle(true);
  expect(valueOf(book, "Data", "B1")).toBe(2);
});

test("calculates a formula again that was entered by hand before what it reads", () => {
  const book = bookOf({ Data: { A1: 1 } });
  const calculator = attachCalculator(book);
  book.calculationMode = "Manual";
  put(book, sheetOf(book, "Data"), "C1", "=B1");
  put(book, sheetOf(book, "Data"), "B1", "=A1");
  calculator.settle();
  book.calculationMode = "Automatic";
  calculator.settle();
  expect([valueOf(book, "Data", "B1"), valueOf(book, "Data", "C1")]).toEqual([1, 1]);
});

test("forgets a formula that was overwritten", () => {
  const book = bookOf({ Data: { A1: 1, B1: "=A1" } });
  const calculator = attachCalculator(book);
  put(book, sheetOf(book, "Data"), "B1", "typed");
  put(book, sheetOf(book, "Data"), "A1", 2);
  calculator.settle();
  expect(valueOf(book, "Data", "B1")).toBe("typed");
});

describe("tables", () => {
  const clients = rowsAt("A1", [
    ["Name", "Amount [EUR]", "Tier"],
    ["a", 10, "A"],
    ["b", 20, "B"],
    ["c", 30, "A"],
  ]);
  const columns = ["Name", "Amount [EUR]", "Tier"];

  test.each([
    ["=SUM(Clients[Amount '[EUR']])", 60],
    ["=SUMIFS(clients[Amount '[EUR']],Clients[tier],\"a\")", 40],
    ["=COUNTA(Clients[#Headers])", 3],
    ["=COUNTA(Clients[[#All],[Name]:[Amount '[EUR']]])", 8],
    ["=COUNTA(Clients[])", 9],
    ["=COUNTA(Clients)", 9],
    ["=Clients[[#This Row],[Amount '[EUR']]]*2", "#VALUE!"],
    ["=SUM(Clients[#Totals])", "#REF!"],
    ["=SUM(Clients[Nothing])", "#REF!"],
  ])("%s is %p", (formula, value) => {
    const book = bookOf({ Data: { ...clients, H9: formula } });
    addTable(book, sheetOf(book, "Data"), "Clients", "A1:C4", columns);
    attachCalculator(book).settle();
    expect(valueOf(book, "Data", "H9")).toBe(value);
  });

  test("give a row its own values, written short or long", () => {
    const book = bookOf({
      Data: { ...clients, E3: "=Clients[[#This Row],[Amount '[EUR']]]", C3: "=[@[Amount '[EUR']]]*2" },
    });
    addTable(book, sheetOf(book, "Data"), "Clients", "A1:C4", columns);
    attachCalculator(book).settle();
    expect([valueOf(book, "Data", "E3"), valueOf(book, "Data", "C3")]).toEqual([20, 40]);
  });

  test("are followed when they grow", () => {
    const book = bookOf({ Data: { ...clients, H9: "=SUM(Clients[Amount '[EUR']])", B5: 5 } });
    const sheet = sheetOf(book, "Data");
    const table = addTable(book, sheet, "Clients", "A1:C4", columns);
    const calculator = attachCalculator(book);
    calculator.settle();
    table.area = areaOf("A1:C5");
    announce(book, { kind: "table", sheet, table, what: "changed" });
    calculator.settle();
    expect(valueOf(book, "Data", "H9")).toBe(65);
  });
});

test("calculates what names a name that changed", () => {
  const book = bookOf({ Data: { A1: "=Rate*100" } });
  const rate = { name: "Rate", formula: "=0.25", comment: "", visible: true, sheetId: null };
  book.names.push(rate);
  const calculator = attachCalculator(book);
  calculator.settle();
  rate.formula = "=0.5";
  announce(book, { kind: "book", what: "names" });
  calculator.settle();
  expect(valueOf(book, "Data", "A1")).toBe(50);
});

test("finds formulas again after rows moved, and sums a column that lost a row", () => {
  const book = bookOf({ Data: { A1: 1, A2: 2, A3: "=A2*10", B1: "=SUM(A:A)" } });
  const sheet = sheetOf(book, "Data");
  const calculator = attachCalculator(book);
  calculator.settle();
  expect(valueOf(book, "Data", "B1")).toBe(23);
  const [first, , third] = [0, 1, 2].map((row) => sheet.rows.get(row));
  sheet.rows.clear();
  if (first) sheet.rows.set(0, first);
  if (third) sheet.rows.set(1, third);
  touchCell(sheet, 1, 0).formula = "=#REF!*10";
  announce(book, { kind: "rows", sheet, index: 1, inserted: 0, deleted: 1 });
  calculator.settle();
  expect([valueOf(book, "Data", "A2"), valueOf(book, "Data", "B1")]).toEqual(["#REF!", "#REF!"]);
  put(book, sheet, "A2", 7);
  calculator.settle();
  expect(valueOf(book, "Data", "B1")).toBe(8);
});

test("finds a sheet that comes, follows one that is renamed, and keeps what stands through tables and sheets that come", () => {
  const book = bookOf({ Data: { A1: "=Later!A1+1", A2: "=Other!A1*2", B1: 4 }, Other: { A1: 5 } });
  const calculator = attachCalculator(book);
  calculator.settle();
  expect(valueOf(book, "Data", "A1")).toBe("#REF!");
  const later = newSheet("Later");
  book.sheets.push(later);
  touchCell(later, 0, 0).value = 7;
  announce(book, { kind: "sheet", sheet: later, what: "added" });
  calculator.settle();
  expect(valueOf(book, "Data", "A1")).toBe(8);
  const other = sheetOf(book, "Other");
  other.name = "Renamed";
  touchCell(sheetOf(book, "Data"), 1, 0).formula = "=Renamed!A1*2";
  announce(book, { kind: "sheet", sheet: other, what: "changed" });
  calculator.settle();
  put(book, other, "A1", 6);
  calculator.settle();
  expect(valueOf(book, "Data", "A2")).toBe(12);
});
