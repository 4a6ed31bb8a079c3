import * as fc from "fast-check";
import { columnOf, type Content } from "../../src/table/columns";
import { idNumbers, noId, unknownId } from "../../src/table/idNumbers";
import { keyText } from "../../src/table/keyText";

const ids = (cells: readonly Content[]): readonly number[] => {
  const column = columnOf("Id", cells);
  const numbers = idNumbers(column);
  let next = 0;
  return cells.map((_, row) => {
    const number = numbers.add(column, row, next);
    if (number === next) next++;
    expect(numbers.find(column, row)).toBe(number);
    return number;
  });
};

test("a number and its text are one id, and what looks different is another", () => {
  expect(ids([7, "7", " 7 ", "007", 7.5, "7.5", -0, "0", "-0", "1e3", 1000])).toEqual([
    0, 0, 0, 1, 2, 2, 3, 3, 4, 5, 6,
  ]);
  expect(ids(["Müller", "Mu\u0308ller", " C1", "C1 ", "c1", "客户", "客户 "])).toEqual([0, 0, 1, 1, 2, 3, 3]);
  const long = "a customer whose name has more than twenty-four letters";
  expect(ids([long, `${long}s`, ` ${long}`, long.slice(0, 24), long.slice(0, 25)])).toEqual([0, 1, 0, 2, 3]);
});

test("a blank cell, blank text, an error value and a logical value are no ids", () => {
  expect(ids([null, "", " ", { error: "#N/A" }, true])).toEqual(Array(5).fill(noId));
  const others = columnOf("Id", ["x", 1, 2.5, -1e9]);
  for (let row = 0; row < 4; row++) expect(idNumbers(columnOf("Id", [0, 2, 3])).find(others, row)).toBe(unknownId);
});

const cell = fc.oneof(
  fc.integer({ min: -50, max: 50 }),
  fc.integer({ min: -(2 ** 53), max: 2 ** 53 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -50, max: 50 }).map(String),
  fc.string({ maxLength: 3 }),
  fc.string({ minLength: 20, maxLength: 30 }),
  fc.string({ unit: "grapheme", maxLength: 3 }),
  fc.constantFrom("C1", "C2", " C1", "01", "1", "1.0", "-1", "Infinity", "NaN"),
);

test("whatever the ids: two have one number exactly where their keys are one text", () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 80 }), (cells) => {
      const column = columnOf("Id", cells);
      const known = new Map<string, number>();
      const expected = cells.map((_, row) => {
        const key = keyText(column, row);
        if (key !== "" && !known.has(key)) known.set(key, known.size);
        return known.get(key) ?? noId;
      });
      expect(ids(cells)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test("a hundred thousand ids keep their numbers, whether they follow one another or lie far apart", () => {
  for (const idOf of [(i: number) => i, (i: number) => i * 65_536, (i: number) => `K-${i}`, (i: number) => i / 7]) {
    const column = columnOf(
      "Id",
      Array.from({ length: 100_000 }, (_, i) => idOf(i)),
    );
    const numbers = idNumbers(column);
    for (let row = 0; row < 100_000; row++) numbers.add(column, row, row);
    const wrong = column.kinds.findIndex((_, row) => numbers.find(column, row) !== row);
    expect(wrong).toBe(-1);
  }
});
