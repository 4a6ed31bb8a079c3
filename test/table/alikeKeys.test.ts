import { alikeKeys } from "../../src/table/alikeKeys";
import { columnOf, type Content } from "../../src/table/columns";

function rowsOf(cells: readonly Content[]): readonly number[] {
  const alike = alikeKeys(columnOf("Key", cells));
  cells.forEach((_, row) => alike.add(row));
  return alike.rows();
}

test('F47: "007" and 7 are two keys, and both rows are told', () => {
  expect(rowsOf([7, "C2", "007"])).toEqual([0, 2]);
});

test("F47: capitals, widths and spaces make two keys that look like one", () => {
  expect(rowsOf(["C1", "x", "c1", "Ｃ１", "X y", "xy"])).toEqual([0, 2, 3, 4, 5]);
});

test("F47: what is one key or nothing alike is not told", () => {
  expect(rowsOf([7, "7", " 7 ", "70", null, "", "0", "00A"])).toEqual([]);
});
