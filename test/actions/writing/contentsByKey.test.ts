import { contentsByKey } from "../../../src/actions/writing/contentsByKey";

test("contents follow their keys, in whatever order these stand now", () => {
  expect(contentsByKey(["a", "b", "c"], ["A", "B", "C"], ["c", "x", "a"])).toEqual(["C", "", "A"]);
});

test("the rows of one key keep their own contents, in their order", () => {
  const keys = ["a", "b", "a", "a"];
  const contents = ["1", "2", "", "typed by hand"];
  expect(contentsByKey(keys, contents, keys)).toEqual(contents);
  expect(contentsByKey(keys, contents, ["b", "a", "a", "a", "a"])).toEqual([
    "2",
    "1",
    "",
    "typed by hand",
    "typed by hand",
  ]);
});
