import { changedLines, type ChangedLines } from "../../src/engine/changedLines";
import { lineHashesBuilder, type LineHashes } from "../../src/engine/lineHashes";
import { seenLinesBuilder, type SeenLines } from "../../src/engine/seenLines";
import { columnOf, type Content } from "../../src/table/columns";
import { seeded } from "../bench/seeded";

const names = ["Customer", "Order", "Day", "Paid"];

type Line = readonly Content[];

function hashed(lines: readonly Line[]): LineHashes {
  const columns = names.map((name, i) =>
    columnOf(
      name,
      lines.map((line) => line[i] ?? null),
    ),
  );
  const builder = lineHashesBuilder(columns, lines.length);
  lines.forEach((_, line) => builder.add(line));
  return builder.finish();
}

function seen(hashes: LineHashes): SeenLines {
  const builder = seenLinesBuilder("Orders", hashes, []);
  for (let line = 0; line < hashes.lines; line++) builder.add(line);
  return builder.finish();
}

function compared(before: readonly Line[], after: readonly Line[]): ChangedLines | null {
  const now = hashed(after);
  return changedLines(seen(hashed(before)), seen(now), now);
}

const nothing = { columns: [], changed: [], entered: [], left: 0, more: 0, told: true };

/** 5,000 lines, some of them alike to the last cell. */
function manyLines(): Line[] {
  const random = seeded(7);
  const to = (most: number): number => Math.floor(most * random());
  return Array.from({ length: 5_000 }, () => [`C${to(90)}`, to(40), 46_000 + to(9), to(5)]);
}

test("lines in another order are no change, and neither are none", () => {
  const lines = manyLines();
  expect(compared(lines, [...lines].reverse())).toBeNull();
  expect(compared([], [])).toBeNull();
});

test("a changed cell is told with its line and column, in the order of the sheet", () => {
  const before = manyLines();
  const after = before.map((line, i) => {
    if (i === 17) return [line[0]!, line[1]!, line[2]!, 99.5];
    return i === 4_321 ? [line[0]!, line[1]!, 46_100, line[3]!] : line;
  });
  expect(compared(before, after)).toEqual({
    ...nothing,
    columns: [
      { name: "Day", restless: false },
      { name: "Paid", restless: false },
    ],
    changed: [
      { line: 17, column: "Paid" },
      { line: 4_321, column: "Day" },
    ],
  });
});

test("new lines and gone ones are counted, also where others are alike to the last cell", () => {
  const before = manyLines();
  const twice: Line = ["C1", 1, 46_001, 1];
  const after = [...before.slice(3), ["C91", 41, 46_009, 8], twice, twice, twice];
  const found = compared([twice, ...before], after);
  expect(found).toMatchObject({ told: true, entered: [4_997, 4_999, 5_000], changed: [], left: 3, more: 0 });
});

test("blank cells and empty texts are one, as they are to Excel without their types; zero is another", () => {
  const line = (cell: Content): readonly Line[] => [["C1", 1, 46_000, cell]];
  expect(compared(line(null), line(""))).toBeNull();
  expect(compared(line(null), line(0))?.changed).toEqual([{ line: 0, column: "Paid" }]);
  expect(compared(line(1), line("1"))?.changed).toEqual([{ line: 0, column: "Paid" }]);
});

test("500 new lines are told one by one; of more than the marks can hold it is said by how many there are more", () => {
  const before = manyLines();
  const added = (count: number): readonly Line[] => Array.from({ length: count }, (_, i) => ["D", i, 46_000, 1]);
  expect(compared(before, [...before, ...added(500)])).toMatchObject({ told: true, changed: [], left: 0, more: 500 });
  expect(compared(before, [...before, ...added(2_000)])).toEqual({ ...nothing, told: false, more: 2_000 });
});

test("where too many lines changed to be told apart, the columns that changed are named all the same", () => {
  const before = manyLines();
  const after = before.map((line) => [line[0]!, line[1]!, line[2]!, Number(line[3]) * 1.13]);
  expect(compared(before, after)).toEqual({
    ...nothing,
    told: false,
    columns: [{ name: "Paid", restless: false }],
  });
});
