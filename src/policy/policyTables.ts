import type { Plan } from "../plan/plan";
import { bandsTable, groupsTable, tiersTable } from "./itemTables";
import { matrixTables, type OpenCombination } from "./matrixTables";
import type { PolicyTable } from "./policyTable";
import { rfmTables } from "./rfmTables";
import { rulesTable } from "./rulesTable";
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
  const own = segmentations.flatMap((segmentation): readonly PolicyTable[] => {
    const { id, name } = segmentation;
    switch (segmentation.method) {
      case "abc":
      case "quantiles":
        return [tiersTable(segmentation)];
      case "cutoffs":
        return [bandsTable(id, name, segmentation)];
      case "groups":
        return [groupsTable(id, name, segmentation.groups)];
      case "matrix":
        return matrixTables(segmentation, sheetLanguage, occurring.get(id) ?? []);
      case "rules":
        return [rulesTable(segmentation)];
      case "rfm":
        return rfmTables(segmentation);
      default:
        return segmentation satisfies never;
    }
  });
  return scales.length === 0 ? own : [...own, scalesTable({ scales, sheetLanguage })];
}
