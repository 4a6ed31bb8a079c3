import { mergedTable, type Content, type Grid } from "../../src/workbook/mergeTable";

type Row = readonly Content[];

const grid = (headers: Row, rows: readonly Row[], row = 5, column = 0): Grid => ({ row, column, headers, rows });
const headers = ["Id", "Segment", "Owner", "Actual"];
const formula = (row: number, last: number): string =>
  `=INDEX('Segments'!$B$8:$G$${last},MATCH($B${row},Other!C${row},0))&"B${row}"`;
const before = grid(headers, [
  ["x/a", "A", "", formula(7, 10)],
  ["x/b", "B", "Wu", formula(8, 10)],
  ["x/c", "C", "", formula(9, 10)],
]);
/** The run renames b and adds d. */
const after = grid(headers, [
  ["x/a", "A", "", formula(7, 11)],
  ["x/b", "Core", "Wu", formula(8, 11)],
  ["x/c", "C", "", formula(9, 11)],
  ["x/d", "D", "", formula(10, 11)],
]);
const forward = { from: before, to: after, key: 0 };
const back = { from: after, to: before, key: 0 };

function merged(change: typeof forward, now: Grid): readonly Row[] | null {
  const made = mergedTable(change, now);
  return made && [made.headers, ...made.rows].map((cells) => cells.map(({ content }) => content));
}
const all = ({ headers: names, rows }: Grid): readonly Row[] => [names, ...rows];
const typed = (of: Grid, row: number, column: number, content: Content): Grid => ({
  ...of,
  rows: of.rows.map((cells, i) => cells.map((cell, k) => (i === row && k === column ? content : cell))),
});

test("a change that nobody disturbs leaves what it is to leave, there and back, however often it is made", () => {
  expect(merged(forward, before)).toEqual(all(after));
  expect(merged(forward, after)).toEqual(all(after));
  expect(merged(back, after)).toEqual(all(before));
  expect(merged(back, before)).toEqual(all(before));
});

test("a change that was stopped half way is made whole, there and back", () => {
  const grown = { ...after, rows: [...before.rows, ["", "", "", ""]] };
  expect(merged(forward, grown)).toEqual(all(after));
  expect(merged(back, grown)).toEqual(all(before));
  const named = typed(before, 1, 1, "Core");
  expect(merged(forward, named)).toEqual(all(after));
  expect(merged(back, named)).toEqual(all(before));
});

test.each([
  ["an owner", 0, 2, "Grace"],
  ["an owner instead of another", 1, 2, "Grace"],
  ["an emptied owner", 1, 2, ""],
  ["a segment's name", 1, 1, "Our core"],
  ["a figure in place of a formula", 2, 3, 12],
  ["a number in a cell of text", 0, 2, 7],
])("what somebody typed meanwhile stays, there and back: %s", (_what, row, column, content) => {
  expect(merged(forward, typed(before, row, column, content))).toEqual(all(typed(after, row, column, content)));
  expect(merged(back, typed(after, row, column, content))).toEqual(all(typed(before, row, column, content)));
});

test("what Excel filled a column of ours with is nobody's, there and back, in rows that stay, come and go", () => {
  const from = (row: number, id: string): string => `=INDEX($D$7:$D$9,MATCH("${id}",$A$7:$A$9,0))+D${row}`;
  const [old, names] = [grid(headers, [["x/a", "A", "", 5]]), ["Id", "Segment", "From", "Below"]];
  const next = grid(names, [
    ["x/s", "S", "", 50],
    ["x/m", "M", from(8, "x/s"), 60],
    ["x/l", "L", from(9, "x/m"), ""],
  ]);
  const change = { from: { ...old, headers: names }, to: next, key: 0 };
  const filled = typed(typed(next, 0, 2, from(7, "x/s")), 2, 2, from(9, "x/s"));
  expect(merged(change, filled)).toEqual(all(next));
  expect(merged({ ...change, from: next, to: change.from }, filled)).toEqual(all(change.from));
  const spelled = typed(next, 0, 2, from(7, "x/s").replace("INDEX(", "index( "));
  expect(merged({ ...change, from: next, to: change.from }, spelled)).toEqual(all(change.from));
  const theirs = typed(next, 0, 2, "=D7*2");
  expect(merged(change, theirs)).toEqual(all(theirs));
  expect(merged({ ...change, from: next, to: change.from }, theirs)).toEqual([
    ...all(change.from),
    ["x/s", "S", "=D8*2", 50],
  ]);
});

test("a row that the run added stays with what somebody wrote in it, and goes without", () => {
  const filled = typed(after, 3, 2, "Grace");
  expect(merged(back, filled)).toEqual([...all(before), filled.rows[3]]);
});

test("sorted rows keep their order, and names and formulas follow their ids", () => {
  const [a, b, c] = before.rows as [Row, Row, Row];
  const sorted = grid(headers, [
    [...c.slice(0, 3), formula(7, 10)],
    [...b.slice(0, 2), "Zhao", formula(8, 10)],
    [...a.slice(0, 3), formula(9, 10)],
  ]);
  expect(merged(forward, sorted)).toEqual([
    headers,
    ["x/c", "C", "", `=INDEX('Segments'!$B$8:$G$11,MATCH($B7,Other!C9,0))&"B9"`],
    ["x/b", "Core", "Zhao", formula(8, 11)],
    ["x/a", "A", "", `=INDEX('Segments'!$B$8:$G$11,MATCH($B9,Other!C7,0))&"B7"`],
    ["x/d", "D", "", formula(10, 11)],
  ]);
});

test.each([
  ["deleted", (rows: readonly Row[]) => rows.filter((_, i) => i !== 0), ["x/b", "x/c", "x/d"]],
  ["inserted", (rows: readonly Row[]) => [["", "Mine", "Lin", ""], ...rows], ["", "x/a", "x/b", "x/c", "x/d"]],
  ["copied", (rows: readonly Row[]) => [...rows, rows[1] as Row], ["x/a", "x/b", "x/c", "x/b", "x/d"]],
])("no name stands beside another id where a row was %s", (_how, change, ids) => {
  const wanted = new Map([...after.rows].map((cells) => [cells[0], [cells[1], cells[2]]]));
  const made = merged(forward, grid(headers, change(before.rows)))?.slice(1) ?? [];
  expect(made.map(([id]) => id)).toEqual(ids);
  const met = new Set<Content>();
  for (const [id, segment, owner] of made) {
    if (id === "") expect([segment, owner]).toEqual(["Mine", "Lin"]);
    // The second row of an id is somebody's own.
    else if (id !== undefined && !met.has(id)) expect([segment, owner]).toEqual(wanted.get(id));
    met.add(id ?? "");
  }
  const undone = merged(back, grid(headers, change(after.rows)))?.slice(1) ?? [];
  const former = new Map(before.rows.map((cells) => [cells[0], cells[1]]));
  for (const [id, segment] of undone.slice(0, 3)) if (id !== "") expect(segment).toBe(former.get(id ?? ""));
});

test("a column that somebody put between ours keeps its cells, and formulas name the columns where they are now", () => {
  const wider = grid(
    ["Desk", ...headers],
    before.rows.map((cells, i) => [`d${i}`, ...cells]),
  );
  expect(merged(forward, wider)).toEqual([
    ["Desk", ...headers],
    ...after.rows.map((cells, i) => [
      i < 3 ? `d${i}` : "",
      ...cells.slice(0, 3),
      `=INDEX('Segments'!$B$8:$G$11,MATCH($C${7 + i},Other!C${7 + i},0))&"B${7 + i}"`,
    ]),
  ]);
});

test("a header that somebody renamed stays, and its column is ours all the same", () => {
  const renamed = { ...before, headers: ["Id", "Group", "Owner", "Actual"] };
  expect(merged(forward, renamed)).toEqual([renamed.headers, ...after.rows]);
  const inChinese = { ...forward, to: { ...after, headers: ["编号", "分层", "责任人", "现值"] } };
  expect(merged(inChinese, renamed)?.[0]).toEqual(["编号", "Group", "责任人", "现值"]);
});

test("nothing is written where nobody could tell whose row is whose", () => {
  const without = grid(
    headers.slice(1),
    before.rows.map((cells) => cells.slice(1)),
  );
  expect(mergedTable(forward, without)).toBeNull();
});

test("rows that a run takes out come back where they stood, and an order that people made counts", () => {
  const shorter = grid(headers, [before.rows[0] as Row, before.rows[2] as Row]);
  const change = { from: shorter, to: before, key: 0 };
  expect(merged(change, shorter)).toEqual(all(before));
  const turned = { ...shorter, rows: [...shorter.rows].reverse() };
  expect(
    merged(change, turned)
      ?.slice(1)
      .map(([id]) => id),
  ).toEqual(["x/c", "x/a", "x/b"]);
});

test("rows that a run puts into another order take the cells of people's columns with them", () => {
  const [a = [], b = [], c = []]: readonly Row[] = before.rows.map((cells, i) => [...cells, `n${i}`]);
  const names = [...headers, "Note"];
  const from = grid(names, [c, b, a]);
  const to = grid(names, [a, b, c]);
  const made = mergedTable({ from, to, key: 0 }, from);
  expect(made?.rows.map((cells) => cells.map(({ content }) => content))).toEqual([a, b, c]);
  expect(made?.standing).toEqual([2, 1, 0]);
  const dropped = mergedTable({ from, to: grid(names, [a, c]), key: 0 }, typed(from, 0, 4, "mine"));
  expect(dropped?.rows.map((cells) => [cells[0]?.content, cells[4]?.content])).toEqual([
    ["x/a", "n0"],
    ["x/c", "mine"],
  ]);
});

test("a row that people added without an id is one with the row that the run makes of it, or stays theirs", () => {
  const plain = (rows: readonly Row[]): Grid =>
    grid(
      headers.slice(0, 3),
      rows.map((cells) => cells.slice(0, 3)),
    );
  const [a = [], ...others] = before.rows;
  const mine: Row = ["", "East", ""];
  const from = plain([...before.rows, mine]);
  const taken = plain([a, ["x/East", "East", ""], ...others]);
  expect(merged({ from, to: taken, key: 0 }, from)).toEqual(all(taken));
  expect(merged({ from: taken, to: from, key: 0 }, taken)).toEqual(all(from));
  const left = plain([...after.rows.slice(0, 3), mine, ...after.rows.slice(3)]);
  expect(merged({ from, to: left, key: 0 }, typed(from, 3, 2, "Lin"))?.[4]).toEqual(["", "East", "Lin"]);
});

const [ownA, ownB, ownC] = before.rows as [Row, Row, Row];
const renamed: Row = ["x/a", "A again", "", ""];
const nameless: Row = ["", "Mine", "Lin", ""];
const blank: Row = ["", "", "", ""];
test.each([
  ["a copied row with another name", [ownA, ownB, ownC, renamed]],
  ["a copied row above its own", [renamed, ownA, ownB, ownC]],
  ["the same row twice", [ownA, ownB, ownB, ownC]],
  ["three of one id", [ownA, renamed, ownA, ownB, ownC]],
  ["a row without an id", [ownA, nameless, ownB, ownC]],
  ["the same row without an id twice", [nameless, ownA, ownB, ownC, nameless]],
  ["a blank row", [ownA, blank, ownB, ownC]],
] as const)("what stood before and is not to stay goes, and comes back with the roll-back: %s", (_what, rows) => {
  const from = grid(headers, rows);
  for (const to of [before, after]) {
    const names = (made: readonly Row[] | null): unknown => made?.map((cells) => cells.slice(0, 3));
    expect(names(merged({ from, to, key: 0 }, from))).toEqual(names(all(to)));
    expect(merged({ from, to, key: 0 }, to)).toEqual(all(to));
    expect(names(merged({ from: to, to: from, key: 0 }, to))).toEqual(names(all(from)));
    expect(names(merged({ from: to, to: from, key: 0 }, from))).toEqual(names(all(from)));
  }
});

test.each([
  ["a copied row", renamed],
  ["a row without an id", nameless],
  ["a blank row", blank],
])("what stood before and is to stay does: %s", (_what, mine) => {
  const from = grid(headers, [...before.rows, mine]);
  const to = grid(headers, [...after.rows.slice(0, 3), mine, ...after.rows.slice(3)]);
  expect(merged({ from, to, key: 0 }, from)).toEqual(all(to));
  expect(merged({ from, to, key: 0 }, to)).toEqual(all(to));
  expect(merged({ from: to, to: from, key: 0 }, to)).toEqual(all(from));
  const typedIn = typed(from, 3, 2, "Grace");
  expect(merged({ from, to, key: 0 }, typedIn)).toEqual(all(typed(to, 3, 2, "Grace")));
});

test("of the rows that are to go those stay that somebody wrote in, copied or added meanwhile, however they are sorted", () => {
  const from = grid(headers, [...before.rows, renamed, nameless]);
  const change = { from, to: before, key: 0 };
  const left = (rows: readonly Row[]): unknown =>
    merged(change, grid(headers, rows))
      ?.slice(1)
      .map((cells) => cells.slice(0, 3).join());
  const standing = ["x/a,A,", "x/b,B,Wu", "x/c,C,"];
  expect(left(from.rows)).toEqual(standing);
  expect(left([...from.rows].reverse())).toEqual([...standing].reverse());
  expect(left([...from.rows, renamed, nameless, ["", "New", "", ""], ownC])).toEqual([
    ...standing,
    "x/a,A again,",
    ",Mine,Lin",
    ",New,",
    "x/c,C,",
  ]);
  expect(left(typed(typed(from, 3, 2, "Grace"), 4, 2, "Grace").rows)).toEqual([
    ...standing,
    "x/a,A again,Grace",
    ",Mine,Grace",
  ]);
  expect(left([...from.rows.slice(3), ownB, ownC])).toEqual(standing.slice(1));
});

test("a day, a text with Excel's prefix and a number with more digits than Excel's are what they were sent as", () => {
  const sent = grid(
    ["Id", "What"],
    [
      ["x/a", "2026-12-31"],
      ["x/b", "'=1+1"],
      ["x/c", 0.1 + 0.2],
    ],
  );
  const old = grid(
    ["Id", "What"],
    [
      ["x/a", 46000],
      ["x/b", "x"],
      ["x/c", 1],
    ],
  );
  const now = grid(
    ["Id", "What"],
    [["x/a", 46387], ["x/b", "=1+1"].map((cell) => (cell === "=1+1" ? "'=1+1" : cell)), ["x/c", 0.3]],
  );
  expect(merged({ from: sent, to: old, key: 0 }, now)).toEqual(all(old));
});
