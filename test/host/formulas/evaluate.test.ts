import { attachCalculator } from "../../../src/host/formulas/calculator";
import { bookOf, valueOf } from "./bookOf";
import { cells, examples } from "./vocabulary";

function calculated(formula: string): string | number | boolean | null {
  const book = bookOf({ Data: { ...cells, Y1: formula }, "Other sheet": { A1: 7 } });
  book.names.push(
    { name: "Rate", formula: "=0.25", comment: "", visible: true, sheetId: null },
    { name: "Numbers", formula: "=Data!$B$2:$B$5", comment: "", visible: true, sheetId: null },
  );
  attachCalculator(book).settle();
  return valueOf(book, "Data", "Y1");
}

test.each(examples)("gives $value for $formula ($source)", ({ formula, value }) => {
  const result = calculated(formula);
  if (typeof value === "number") expect(result).toBeCloseTo(value, 10);
  else expect(result).toBe(value);
});

test("counts blank cells to the sheet's last row", () => {
  expect(calculated('=COUNTIF(A:A,"")')).toBe(1_048_576 - 4);
  expect(calculated("=SUMPRODUCT((P1:P20=0)*1)")).toBe(20);
});

test("shows 0 for a reference to an empty cell, and a name that nobody knows as #NAME?", () => {
  expect(calculated("=Z99")).toBe(0);
  expect(calculated("=Nobody+1")).toBe("#NAME?");
  expect(calculated("=Gone!A1")).toBe("#REF!");
});

test("takes the cell of its own row from a range, as Excel did before spilling", () => {
  expect(calculated("=A1:A5")).toBe(0);
  expect(calculated("=A2:A5")).toBe("#VALUE!");
});
