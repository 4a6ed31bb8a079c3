import type { Plan } from "../plan/plan";
import { policyKind } from "../segmentations/policies";
import type { OpenCombination } from "../segmentations/shared/policy/policyKind";
import type { PolicyTable } from "../segmentations/shared/policy/policyTable";
import { scalesTable } from "./scalesTable";

/**
 * The tables of the Policy sheet as a plan wants them, in the order of its segmentations, and last its scales.
 *
 * @param occurring - by segmentation the combinations of a policy matrix that the data has, where that is known
 */
export function policyTables(
  { segmentations, scales, sheetLanguage }: Plan,
  occurring: ReadonlyMap<string, readonly OpenCombination[]> = new Map(),
): readonly PolicyTable[] {
  const own = segmentations.flatMap((each) =>
    policyKind(each).tables(each, sheetLanguage, occurring.get(each.id) ?? []),
  );
  return scales.length === 0 ? own : [...own, scalesTable({ scales, sheetLanguage })];
}
