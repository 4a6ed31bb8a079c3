import type { Plan, Segmentation, SegmentationBy } from "./plan";
import { rfmColumns } from "./rfmColumns";
import type { RuleTest } from "./rulesSegmentation";

/** The columns that a segmentation reads, each once. */
export function columnsOf(segmentation: Segmentation): readonly string[] {
  const { valueColumn } = segmentation;
  switch (segmentation.method) {
    case "abc":
      return [valueColumn];
    case "quantiles":
    case "cutoffs":
    case "groups":
      return [...new Set([segmentation.column, valueColumn])];
    case "matrix":
      return [...new Set([...segmentation.axes.map(({ column }) => column), valueColumn])];
    case "rules":
      return [...new Set([...testsOf(segmentation).map(({ column }) => column), valueColumn])];
    case "rfm":
      return rfmColumns(segmentation);
    default:
      return segmentation satisfies never;
  }
}

/** The tests of all rules, in their order. */
export function testsOf({ rules }: Pick<SegmentationBy<"rules">, "rules">): readonly RuleTest[] {
  return rules.flatMap(({ any }) => any.flatMap(({ all }) => all));
}

/**
 * The columns that a plan reads, each once: those of its segmentations, and where a customer has several rows those that
 * say which are whose and which is the latest. The key column is not among them.
 */
export function usedColumns({ segmentations, rows }: Plan): readonly string[] {
  const taking = rows.perCustomer === "one" ? [] : [rows.dateColumn, rows.groupColumn];
  return [...new Set([...segmentations.flatMap(columnsOf), ...taking.filter((name) => name !== null)])];
}
