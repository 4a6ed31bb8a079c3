import { inExcel } from "../../workbook/inExcel";
import { listCells, type ListedCells } from "../../workbook/listCells";

/** Cells that may hold a list which is no table yet; names of the workbook first. */
export function findLists(): Promise<readonly ListedCells[]> {
  return inExcel("workbook", listCells);
}
