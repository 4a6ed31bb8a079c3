import { planKind, type Segmentation } from "../segmentations/plans";
import type { WrittenMeasure } from "../segmentations/shared/planKind";
import type { Plan } from "./plan";

/** The columns that a segmentation reads, each once. */
export function columnsOf(segmentation: Segmentation): readonly string[] {
  return [
    ...new Set(
      planKind(segmentation)
        .columns(segmentation)
        .map(({ column }) => column),
    ),
  ];
}

/**
 * The columns that a plan reads, each once: those of its segmentations, and where a customer has several rows those that
 * say which are whose and which is the latest. The key column is not among them.
 */
export function usedColumns({ segmentations, rows }: Plan): readonly string[] {
  const taking = rows.perCustomer === "one" ? [] : [rows.dateColumn, rows.groupColumn];
  return [...new Set([...segmentations.flatMap(columnsOf), ...taking.filter((name) => name !== null)])];
}

/** The columns of amounts that a run finds in orders and writes, by the names that it gives them. */
export function foundAmounts({ segmentations }: Plan): readonly string[] {
  return segmentations.flatMap((each) => planKind(each).amountsWritten?.(each) ?? []);
}

/** The columns that a plan sums or cuts, each once; the others it reads for their values' sake. */
export function measuredColumns({ segmentations }: Plan): ReadonlySet<string> {
  return new Set(segmentations.flatMap((each) => planKind(each).measured(each)));
}

/** The columns of which a plan tests the day. */
export function daysTested({ segmentations }: Plan): ReadonlySet<string> {
  return new Set(segmentations.flatMap((each) => planKind(each).daysTested?.(each) ?? []));
}

/** What a segmentation writes beside its label. */
export function measuresBeside(segmentation: Segmentation): readonly WrittenMeasure[] {
  return planKind(segmentation).measuresBeside?.(segmentation) ?? [];
}
