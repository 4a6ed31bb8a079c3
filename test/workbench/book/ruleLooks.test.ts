import { cellsChanged, touchCell } from "../../../src/host/model/cells";
import { newBook, newId } from "../../../src/host/model/newBook";
import type { Book, Sheet } from "../../../src/host/model/book";
import { cellWindow } from "../../../src/workbench/book/cellWindow";
import { ruleLooks } from "../../../src/workbench/book/ruleLooks";

const area = { row: 1, column: 0, rows: 4, columns: 2 };

function bookWith(...formulas: readonly string[]): { readonly book: Book; readonly sheet: Sheet } {
  const book = newBook("Owners");
  const sheet = book.sheets[0] as Sheet;
  [" At  risk ", "on track", "", 46_000].forEach((value, i) => (touchCell(sheet, i + 1, 0).value = value));
  cellsChanged(book, sheet, area, "content");
  formulas.forEach((formula, i) => {
    const format = { fillColor: i === 0 ? "#FFEB9C" : "#FFC7CE", fontColor: "#9C5700" };
    sheet.conditionalFormats.push({ id: newId(), area, kind: "custom", rule: { formula }, format });
  });
  return { book, sheet };
}

test("a rule follows the cells of its own row, and the first that is true decides", () => {
  const { book, sheet } = bookWith('=TRIM($A2)="At risk"', "=OR(ISNUMBER($A2),TRUE)");
  const looks = ruleLooks(book, sheet, area, 46_000);
  expect([1, 2, 4].map((row) => looks(row, 1)?.fill)).toEqual(["#FFEB9C", "#FFC7CE", "#FFC7CE"]);
  expect(looks(1, 0)).toEqual({ fill: "#FFEB9C", color: "#9C5700" });
  expect(looks(7, 0)).toBeUndefined();
});

test("a rule that asks for today is told the day", () => {
  const { book, sheet } = bookWith("=AND(ISNUMBER($A2),$A2<TODAY())");
  expect(ruleLooks(book, sheet, area, 46_001)(4, 0)).toBeDefined();
  expect(ruleLooks(book, sheet, area, 46_000)(4, 0)).toBeUndefined();
});

test("what cannot be calculated is not drawn, and an empty cell with a look is", () => {
  const foreign = bookWith("=FILTER(A2:A5,A2:A5)=1");
  expect(ruleLooks(foreign.book, foreign.sheet, area, 46_000)(1, 0)).toBeUndefined();
  const { book, sheet } = bookWith('=$A2=""');
  const cells = cellWindow(book, sheet, area, "en").cells.filter(({ rule }) => rule !== undefined);
  expect(cells.map(({ row, column, text }) => [row, column, text])).toEqual([
    [3, 0, ""],
    [3, 1, ""],
  ]);
});
