import { columnOf } from "../../src/table/columns";
import type { Column } from "../../src/table/customerTable";
import { keyCheck, type KeyProblems } from "../../src/table/keyCheck";
import { keyText } from "../../src/table/keyText";
import { sameNames } from "../../src/table/sameNames";

function keyProblems(column: Column): KeyProblems {
  const check = keyCheck(column);
  column.kinds.forEach((_, row) => check.add(row));
  return check.problems();
}

test("finds every row without a key", () => {
  const column = columnOf("Client", ["a", null, "", "  ", { error: "#REF!" }, true]);
  expect(keyProblems(column).blank).toEqual([1, 2, 3, 4, 5]);
});

test("names every row of a repeated key, first rows first", () => {
  const column = columnOf("Client", ["a", "b", "b ", "a", "c", "b"]);
  expect(keyProblems(column).duplicates).toEqual([
    { key: "a", rows: [0, 3] },
    { key: "b", rows: [1, 2, 5] },
  ]);
});

test("takes 7 and the text 7 for one key, and 007 for another", () => {
  const column = columnOf("Client", [7, "7", "007"]);
  expect(keyProblems(column).duplicates).toEqual([{ key: "7", rows: [0, 1] }]);
});

test("takes the two Unicode forms of a letter for one", () => {
  const column = columnOf("Client", ["Müller", "Mu\u0308ller"]);
  expect(keyText(column, 0)).toBe(keyText(column, 1));
});

test("says which numeric ids have lost their last digits", () => {
  const column = columnOf("Client", [999_999_999_999_999, 1_000_000_000_000_001, "6222021234567890123"]);
  expect(keyProblems(column).digitsLost).toEqual([1]);
});

test("finds names that look alike", () => {
  expect(sameNames(["Balance", "balance ", "Client", "Net\u00a0margin", "Net margin"])).toEqual([
    ["Balance", "balance "],
    ["Net\u00a0margin", "Net margin"],
  ]);
});
