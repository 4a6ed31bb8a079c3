import * as fc from "fast-check";
import { fromFileForm, toFileForm } from "../../../src/host/formulas/fileForm";
import {
  dropSheetFrom,
  dropTableFrom,
  renameColumnIn,
  renameSheetIn,
  renameTableIn,
  shiftFormula,
  translateFormula,
  type GridEdit,
} from "../../../src/host/formulas/formulaShift";

const rows = (index: number, inserted: number, deleted = 0): GridEdit => ({
  sheet: "Data",
  axis: "rows",
  index,
  inserted,
  deleted,
});
const columns = (index: number, inserted: number, deleted = 0): GridEdit => ({
  sheet: "Data",
  axis: "columns",
  index,
  inserted,
  deleted,
});

test.each([
  ["=A1+A5", rows(2, 1), "=A1+A6"],
  ["=$A$5", rows(4, 2), "=$A$7"],
  ["=SUM(A1:A5)", rows(2, 1), "=SUM(A1:A6)"],
  ["=SUM(A1:A5)", rows(5, 1), "=SUM(A1:A5)"],
  ["=SUM(A1:A5)", rows(2, 0, 1), "=SUM(A1:A4)"],
  ["=SUM(A3:A5)", rows(1, 0, 3), "=SUM(A2:A2)"],
  ["=SUM(A3:A5)", rows(2, 0, 3), "=SUM(#REF!)"],
  ["=A3", rows(2, 0, 1), "=#REF!"],
  ["=SUM(A:A)", rows(2, 0, 3), "=SUM(A:A)"],
  ["=SUM(2:$5)", rows(3, 2), "=SUM(2:$7)"],
  ["=SUM(B:D)", columns(2, 1), "=SUM(B:E)"],
  ['=C1&"C1"', columns(0, 0, 1), '=B1&"C1"'],
  ["=Other!A5+'Data'!A5", rows(0, 1), "=Other!A5+'Data'!A6"],
  ["=XLOOKUP(A5,Log10(5),C5:C9)", rows(0, 1), "=XLOOKUP(A6,Log10(5),C6:C10)"],
  ["=[1]Data!A5", rows(0, 1), "=[1]Data!A5"],
  ["=A1048576", rows(0, 1), "=#REF!"],
])("%s after %j is %s", (formula, edit, shifted) => {
  expect(shiftFormula(formula, "Data", edit)).toBe(shifted);
});

test("moves references within a block of cells only", () => {
  const edit: GridEdit = { ...rows(2, 1), across: { first: 0, count: 2 } };
  expect(shiftFormula("=A5+C5+SUM(A5:B9)+SUM(A5:C9)", "Data", edit)).toBe("=A6+C5+SUM(A6:B10)+SUM(A5:C9)");
});

test("leaves references of another sheet's formula that mean that sheet", () => {
  expect(shiftFormula("=A5+data!A5", "Report", rows(0, 1))).toBe("=A5+data!A6");
});

test("gives back a formula after an insertion and its deletion", () => {
  const place = fc.integer({ min: 0, max: 50 });
  fc.assert(
    fc.property(
      place,
      place,
      place,
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom("rows", "columns"),
      (row, column, index, count, axis) => {
        const formula = `=SUM($B${row + 1}:C$${row + 4})*${String.fromCharCode(65 + (column % 26))}${row + 1}`;
        const inserted = shiftFormula(formula, "Data", { sheet: "Data", axis, index, inserted: count, deleted: 0 });
        expect(shiftFormula(inserted, "Data", { sheet: "Data", axis, index, inserted: 0, deleted: count })).toBe(
          formula,
        );
      },
    ),
  );
});

test.each([
  ["=A1+$A1+A$1+$A$1", 2, 1, "=B3+$A3+B$1+$A$1"],
  ["=SUM(B2:C3)", -1, -1, "=SUM(A1:B2)"],
  ["=A1", -1, 0, "=#REF!"],
  ["=Data!A:B", 5, 1, "=Data!B:C"],
  ['="A1"&Clients[A1]', 1, 1, '="A1"&Clients[A1]'],
])("%s copied by %d rows and %d columns is %s", (formula, down, right, copied) => {
  expect(translateFormula(formula, down, right)).toBe(copied);
});

test("follows a sheet's new name, quoted where it must be, and its end", () => {
  expect(renameSheetIn("=Data!A1+'data'!B2+Data2!A1", "Data", "Q1 '24")).toBe("='Q1 ''24'!A1+'Q1 ''24'!B2+Data2!A1");
  expect(renameSheetIn("='My data'!A1", "my DATA", "Data")).toBe("=Data!A1");
  expect(dropSheetFrom("=SUM(Data!A1:B2)+A1", "data")).toBe("=SUM(#REF!)+A1");
});

test("follows a table's new name and its end", () => {
  expect(renameTableIn("=SUM(Clients[Amount])+COUNTA(clients)+Clients2[x]", "Clients", "Kunden")).toBe(
    "=SUM(Kunden[Amount])+COUNTA(Kunden)+Clients2[x]",
  );
  expect(dropTableFrom("=SUM(Clients[Amount])+1", "clients")).toBe("=SUM(#REF!)+1");
});

test.each([
  ["=SUM(Clients[Amount])", "Value '1", "=SUM(Clients[Value ''1])"],
  ["=Clients[[#This Row],[Amount]]", "Value", "=Clients[[#This Row],[Value]]"],
  ["=[@Amount]*2", "New amount", "=[@[New amount]]*2"],
  ["=SUM(Clients[[#All],[amount]:[Tier]])", "Value", "=SUM(Clients[[#All],[Value]:[Tier]])"],
  ["=Clients[Amount]", null, "=#REF!"],
  ["=Others[Amount]", "Value", "=Others[Amount]"],
])("%s after its column became %s is %s", (formula, to, renamed) => {
  expect(renameColumnIn(formula, "Clients", "Amount", to, "Clients")).toBe(renamed);
});

test.each([
  ["=[@Amount]", "=Clients[[#This Row],[Amount]]"],
  ["=[@[Amount due]]*2", "=Clients[[#This Row],[Amount due]]*2"],
  ["=[@]", "=Clients[#This Row]"],
  ["=SUM([@[a]:[b]])", "=SUM(Clients[[#This Row],[a]:[b]])"],
  ["=[@[Amount '[EUR']]]", "=Clients[[#This Row],[Amount '[EUR']]]"],
  ["=Other[@销项价税合计]", "=Other[[#This Row],[销项价税合计]]"],
  ['="[@Amount]"', '="[@Amount]"'],
])("%s is %s in the file, and back", (read, file) => {
  expect(toFileForm(read, "Clients")).toBe(file);
  expect(fromFileForm(file, "Clients")).toBe(read);
});

test("names the table of a column that left it out", () => {
  expect(toFileForm("=SUM([Amount])", "Clients")).toBe("=SUM(Clients[Amount])");
});
