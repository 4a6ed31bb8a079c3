import { columnOf } from "../../src/table/columns";
import { contentText } from "../../src/table/contentText";
import { readNumber } from "../../src/table/readNumber";

test("tells a blank, an empty text, a space, a zero and FALSE apart", () => {
  const column = columnOf("Balance", [null, "", " ", 0, false]);
  expect([0, 1, 2, 3, 4].map((row) => readNumber(column, row))).toEqual([
    "blank",
    "blank-text",
    "blank-text",
    0,
    "logical",
  ]);
});

test("never takes text for a number", () => {
  const column = columnOf("Balance", ["1,200", "12", "#N/A", "\u00a0"]);
  expect([0, 1, 2, 3].map((row) => readNumber(column, row))).toEqual(["text", "text", "text", "blank-text"]);
});

test("knows an error value from the same text typed", () => {
  const column = columnOf("Balance", [{ error: "#N/A" }, "#N/A"]);
  expect([0, 1].map((row) => readNumber(column, row))).toEqual(["error", "text"]);
});

test("shows what a cell holds, shortened between characters", () => {
  const column = columnOf("Balance", [12.5, true, { error: "#DIV/0!" }, null, "x".repeat(41), "😀".repeat(41)]);
  const shown = [0, 1, 2, 3, 4, 5].map((row) => contentText(column, row));
  expect(shown.slice(0, 4)).toEqual(["12.5", "TRUE", "#DIV/0!", ""]);
  expect(shown[4]).toBe(`${"x".repeat(39)}…`);
  expect(shown[5]).toBe(`${"😀".repeat(39)}…`);
});
