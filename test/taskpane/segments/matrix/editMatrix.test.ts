import { mostCells } from "../../../../src/segmentations/matrix/matrixPositions";
import { editMatrix, type MatrixEdit } from "../../../../src/taskpane/segments/matrix/editMatrix";
import type { AxisForm, MatrixForm } from "../../../../src/taskpane/segments/planForm";

const values = (column: string, ids: readonly string[]): AxisForm => ({
  kind: "values",
  column,
  direction: "high-first",
  positions: ids.map((id) => ({ id, name: id, cutoff: "" })),
});
const bands: AxisForm = {
  kind: "bands",
  column: "Days",
  direction: "high-first",
  positions: ["late", "watch", "good"].map((id, i) => ({ id, name: id, cutoff: ["90", "30", ""][i] ?? "" })),
};
const matrix: MatrixForm = {
  method: "matrix",
  id: "policy",
  name: "Policy",
  valueColumn: "Balance",
  axes: [values("Grade", ["A", "B"]), bands],
  classes: ["grow", "maintain", "exit"].map((id) => ({ id, name: id })),
  cells: [
    { at: ["A", "good"], class: "grow", text: "Secured" },
    { at: ["A", "watch"], class: "maintain" },
    { at: ["B", "good"], class: "grow" },
    { at: ["", "good"], class: "grow" },
  ],
};

const after = (...edits: readonly MatrixEdit[]): MatrixForm =>
  edits.reduce((form, edit) => editMatrix(form, edit, "en"), matrix);
const cellsOf = ({ cells }: MatrixForm): unknown => cells.map((cell) => [cell.at.join("/"), cell.class]);

test("maps combinations, changes their class and keeps the text, and takes them out again", () => {
  const changed = after(
    { kind: "map", at: [["A", "good"], ["B", "late"]], to: "exit" }, // prettier-ignore
    { kind: "map", at: [["A", "watch"]], to: null },
  );
  expect(changed.cells).toEqual([
    { at: ["A", "good"], class: "exit", text: "Secured" },
    { at: ["B", "good"], class: "grow" },
    { at: ["", "good"], class: "grow" },
    { at: ["B", "late"], class: "exit" },
  ]);
});

test("a position that is left out takes its cells along, and one that moves or is renamed does not", () => {
  const fewer = after({ kind: "axis", axis: 0, edit: { kind: "removeTier", tier: 0 } });
  expect(cellsOf(fewer)).toEqual([
    ["B/good", "grow"],
    ["/good", "grow"],
  ]);
  const moved = after(
    { kind: "axis", axis: 0, edit: { kind: "moveTier", tier: 0, by: 1 } },
    { kind: "axis", axis: 1, edit: { kind: "direction", direction: "low-first" } },
    { kind: "axis", axis: 1, edit: { kind: "tierName", tier: 0, name: "On time" } },
  );
  expect(moved.cells).toEqual(matrix.cells);
  expect(moved.axes[1]?.positions.map(({ name, cutoff }) => [name, cutoff])).toEqual([
    ["On time", "30"],
    ["watch", "90"],
    ["late", ""],
  ]);
});

test("a column that comes in keeps what held, whatever it says", () => {
  const three = after({ kind: "axisColumn", axis: 2, to: values("Size", ["L"]) });
  expect(three.axes.map(({ column }) => column)).toEqual(["Grade", "Days", "Size"]);
  expect(cellsOf(three)).toEqual([
    ["A/good/L", "grow"],
    ["A/good/", "grow"],
    ["A/watch/L", "maintain"],
    ["A/watch/", "maintain"],
    ["B/good/L", "grow"],
    ["B/good/", "grow"],
    ["/good/L", "grow"],
    ["/good/", "grow"],
  ]);
});

test("a column that goes keeps what all of its positions agree on", () => {
  const one = after({ kind: "removeAxis", axis: 0 });
  expect(cellsOf(one)).toEqual([["good", "grow"]]);
  expect(editMatrix(one, { kind: "removeAxis", axis: 0 }, "en")).toBe(one);
  expect(cellsOf(after({ kind: "axisColumn", axis: 0, to: values("Size", ["L"]) }))).toEqual([
    ["L/good", "grow"],
    ["/good", "grow"],
  ]);
});

test("no edit makes more cells than a plan takes", () => {
  const ids = Array.from({ length: 30 }, (_, i) => `v${i}`);
  const wide = after(
    { kind: "axisColumn", axis: 2, to: values("x", ids) },
    { kind: "axisColumn", axis: 3, to: values("y", ids) },
  );
  expect(wide.axes).toHaveLength(4);
  expect(wide.cells).toEqual([]);
  const at = Array.from({ length: mostCells + 1 }, (_, i) => ["A", "good", `v${i % 30}`, `v${Math.floor(i / 30)}`]);
  expect(editMatrix(wide, { kind: "map", at, to: "grow" }, "en").cells).toEqual([]);
  expect(editMatrix(wide, { kind: "map", at: at.slice(1), to: "grow" }, "en").cells).toHaveLength(mostCells);
  expect(editMatrix(wide, { kind: "axisColumn", axis: 4, to: values("z", ids) }, "en")).toBe(wide);
});

test("a class that goes takes its cells along, and a new one has an id and a name of its own", () => {
  const fewer = after({ kind: "removeClass", place: 0 });
  expect(cellsOf(fewer)).toEqual([["A/watch", "maintain"]]);
  expect(editMatrix(fewer, { kind: "removeClass", place: 0 }, "en")).toBe(fewer);
  const more = after({ kind: "addClass" }, { kind: "addClass" }, { kind: "className", place: 3, name: "Watch list" });
  expect(more.classes.slice(3)).toEqual([
    { id: "class-4", name: "Watch list" },
    { id: "class-5", name: "Class 5" },
  ]);
});
