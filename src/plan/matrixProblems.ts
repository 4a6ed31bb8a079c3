import { combinationKey, matrixPositions } from "./matrixPositions";
import type { MatrixAxis, SegmentationBy } from "./plan";
import { badText, nameProblems, problem, repeated, type PlanProblem } from "./problem";
import { noPolicyName, reservedNames } from "./reservedNames";
import { cutoffProblems, valueProblems } from "./positionProblems";

/** All that keeps a policy matrix from being run. */
export function matrixProblems(matrix: SegmentationBy<"matrix">, path: string): PlanProblem[] {
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
function cellProblems({ axes, classes, cells }: SegmentationBy<"matrix">, path: string): PlanProblem[] {
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
