import type { Moves } from "../../../src/engine/compareRuns";
import { movesList } from "../../../src/taskpane/changes/movesList";

const words = { notClassified: "Not classified", entered: "Entered", left: "Left" };

const moves: Moves = {
  id: "abc",
  from: ["A", "B"],
  to: ["A", "B"],
  customers: [
    [5, 1, 0, 2],
    [3, 9, 0, 0],
    [0, 0, 4, 0],
    [0, 7, 0, 0],
  ],
  values: [
    [500, 10, 0],
    [300, 90, 0],
    [0, 0, 0],
    [0, 70, 0],
  ],
  stayed: 18,
  moved: 4,
  entered: 7,
  left: 2,
};

test("lists the ways that anybody went, most customers first, and not those who stayed", () => {
  expect(movesList(moves, words).map(({ from, to, customers, value }) => [from, to, customers, value])).toEqual([
    ["Entered", "B", 7, 70],
    ["B", "A", 3, 300],
    ["A", "Left", 2, null],
    ["A", "B", 1, 10],
  ]);
});

test("lists nobody where nobody moved", () => {
  const still = {
    ...moves,
    customers: [
      [5, 0, 0, 0],
      [0, 9, 0, 0],
      [0, 0, 4, 0],
      [0, 0, 0, 0],
    ],
  };
  expect(movesList(still, words)).toEqual([]);
});
