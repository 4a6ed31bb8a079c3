import type { Plan } from "./plan";
import { problem, type PlanProblem } from "../segmentations/shared/problem";

/** What a plan gets wrong about the rows of a customer; nothing where each row is one. */
export function rowProblems({ keyColumn, scales, rows }: Plan): readonly PlanProblem[] {
  if (rows.perCustomer === "one") return [];
  const { combine, dateColumn, groupColumn } = rows;
  return [
    ...(groupColumn === keyColumn ? [problem("group-is-key", "rows.groupColumn", keyColumn)] : []),
    ...combine.flatMap(({ column, by }, i) => {
      const path = `rows.combine[${i}]`;
      return [
        ...(combine.findIndex((other) => other.column === column) < i
          ? [problem("combined-twice", `${path}.column`, column)]
          : []),
        ...(by === "latest" && dateColumn === null ? [problem("latest-without-date", `${path}.by`, column)] : []),
        ...(by === "worst" && !scales.some((scale) => scale.column === column)
          ? [problem("worst-without-scale", `${path}.by`, column)]
          : []),
      ];
    }),
  ];
}
