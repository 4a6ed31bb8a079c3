import type { Plan } from "./plan";
import { testsOf } from "./usedColumns";

/** The columns of which rules test the day. */
export function daysTested({ segmentations }: Plan): ReadonlySet<string> {
  const tests = segmentations.flatMap((each) => (each.method === "rules" ? testsOf(each) : []));
  return new Set(tests.flatMap(({ kind, column }) => (kind === "days" ? [column] : [])));
}
