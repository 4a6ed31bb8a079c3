import type { Plan } from "../plan/plan";
import type { SegmentationBy } from "../segmentations/plans";
import { unknownName } from "../segmentations/shared/reservedNames";
import { columnNamed } from "../table/columnNamed";
import type { CustomerTable } from "../table/customerTable";
import { groupText } from "../table/groupText";
import type { ListedRow } from "./outcome";
import { rowLister } from "./rowLister";
import { summedGroups } from "./summedGroups";
import type { Classified } from "./withShares";

/**
 * One group per declared value of a column. A blank cell is in the group "Unknown", which is counted; a value that the
 * declared order does not have is listed and gets no group, because any place in the order would be a guess.
 */
export function classifyGroups(
  segmentation: SegmentationBy<"groups">,
  keyColumn: string,
  table: CustomerTable,
  language: Plan["sheetLanguage"],
): Classified {
  const { id, name, method, valueColumn, groups: declared } = segmentation;
  const keys = columnNamed(table, keyColumn);
  const column = columnNamed(table, segmentation.column);
  const amounts = columnNamed(table, valueColumn);
  const named = [
    ...declared.map((group) => ({ id: `${id}/${group.value}`, name: group.name })),
    { id: `${id}/`, name: unknownName[language] },
  ];
  const indexOf = new Map([...declared.map(({ value }) => value), ""].map((value, i) => [value, i]));
  const listed = rowLister(column, keys);
  const labels = new Uint16Array(table.rows).fill(named.length);
  const notClassified: ListedRow[] = [];
  for (let row = 0; row < table.rows; row++) {
    const value = groupText(column, row);
    const index = value === null ? undefined : indexOf.get(value);
    if (index === undefined) notClassified.push(listed(row, value === null ? "error" : "undeclared"));
    else labels[row] = index;
  }
  return {
    id,
    name,
    method,
    used: { column: column.name, valueColumn, order: declared.map(({ value }) => value) },
    labels,
    notClassified,
    ...summedGroups(named, labels, amounts, rowLister(amounts, keys)),
  };
}
