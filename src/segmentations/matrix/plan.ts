import * as z from "zod/mini";
import { Id, Name, Values } from "../shared/parts";
import type { PlanKind } from "../shared/planKind";
import { cutoffProblems, valueProblems } from "../shared/positionProblems";
import { badText, nameProblems, problem, repeated, type PlanProblem } from "../shared/problem";
import { noPolicyName, reservedNames } from "../shared/reservedNames";
import { BandLimits, Direction, Tiers } from "../shared/tierPlan";
import { combinationKey, matrixPositions, mostAxes, mostCells } from "./matrixPositions";

/** A column of numbers that is cut into bands, as bands by cut-offs are. */
const BandAxis = z.strictObject({
  kind: z.literal("bands"),
  column: Name,
  direction: Direction,
  cutoffs: BandLimits,
  bands: Tiers,
});

/** A column whose values are the positions, in the declared order; blank cells are one more, after them. */
const ValueAxis = z.strictObject({ kind: z.literal("values"), column: Name, values: Values });

/** One combination of positions, and the class that holds there. */
const Cell = z.strictObject({
  /** Per axis, in their order, the band's id or the value; "" for the blank cells of a column of values. */
  at: z.array(z.string().check(z.maxLength(255))).check(z.maxLength(mostAxes)),
  class: Id,
  /** What the policy says here in so many words. */
  text: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
});

/**
 * Policy matrix: every combination of positions on the axes that a cell names is in that cell's class; all others have
 * no policy, which is a group of its own. The classes are the segments.
 */
const MatrixSegmentation = z.strictObject({
  method: z.literal("matrix"),
  id: Id,
  name: Name,
  /** The column that is summed per class. */
  valueColumn: Name,
  axes: z.array(z.discriminatedUnion("kind", [BandAxis, ValueAxis])).check(z.maxLength(mostAxes)),
  classes: Tiers,
  cells: z.array(Cell).check(z.maxLength(mostCells)),
});
type Matrix = z.infer<typeof MatrixSegmentation>;
export type MatrixAxis = Matrix["axes"][number];
export type MatrixCell = Matrix["cells"][number];

export const matrix: PlanKind<Matrix> = {
  schema: MatrixSegmentation,
  columns: ({ axes, valueColumn }) => [
    ...axes.map(({ column }, k) => ({ path: `axes[${k}].column`, column })),
    { path: "valueColumn", column: valueColumn },
  ],
  measured: ({ axes, valueColumn }) => [
    ...axes.filter(({ kind }) => kind === "bands").map(({ column }) => column),
    valueColumn,
  ],
  problems: matrixProblems,
};

/** All that keeps a policy matrix from being run. */
function matrixProblems(matrix: Matrix, path: string): PlanProblem[] {
  const { axes, classes, cells } = matrix;
  return [
    ...(axes.length === 0 ? [problem("no-axis", `${path}.axes`, "0")] : []),
    ...axes.flatMap((axis, k) => [
      ...(axes.slice(0, k).some(({ column }) => column === axis.column)
        ? [problem("same-column", `${path}.axes[${k}].column`, axis.column)]
        : []),
      ...axisProblems(axis, `${path}.axes[${k}]`),
    ]),
    ...repeated(classes, `${path}.classes`),
    ...nameProblems(classes, `${path}.classes`, [...reservedNames, ...Object.values(noPolicyName)]),
    ...(cells.length === 0 ? [problem("no-cell-mapped", `${path}.cells`, "0")] : []),
    ...cellProblems(matrix, path),
  ];
}

function axisProblems(axis: MatrixAxis, path: string): PlanProblem[] {
  if (axis.kind === "values") return valueProblems(axis.values, `${path}.values`);
  const { bands, cutoffs, direction } = axis;
  return [
    ...cutoffProblems(cutoffs, direction === "high-first", `${path}.cutoffs`),
    ...(bands.length === cutoffs.length + 1
      ? []
      : [problem("tiers-not-one-more", `${path}.bands`, `${bands.length}, ${cutoffs.length}`)]),
    ...repeated(bands, `${path}.bands`),
    ...nameProblems(bands, `${path}.bands`, []),
  ];
}

/** There may be two thousand cells, so each is looked at once. */
function cellProblems({ axes, classes, cells }: Matrix, path: string): PlanProblem[] {
  const positions = axes.map((axis) => new Set(matrixPositions(axis)));
  const known = new Set(classes.map(({ id }) => id));
  const mapped = new Set<string>();
  return cells.flatMap((cell, k): PlanProblem[] => {
    const here = `${path}.cells[${k}]`;
    const key = combinationKey(cell.at);
    const onAxes = cell.at.length === axes.length && cell.at.every((position, i) => positions[i]?.has(position));
    const twice = mapped.has(key);
    mapped.add(key);
    return [
      ...(onAxes ? [] : [problem("unknown-position", `${here}.at`, cell.at.join(" × "))]),
      ...(known.has(cell.class) ? [] : [problem("unknown-class", `${here}.class`, cell.class)]),
      ...(twice ? [problem("same-cell", `${here}.at`, cell.at.join(" × "))] : []),
      ...(cell.text === undefined ? [] : badText(cell.text, `${here}.text`)),
    ];
  });
}
