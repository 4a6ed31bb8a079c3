import type { Plan } from "../../plan/plan";
import type { SegmentationBy } from "../plans";
import { unknownName } from "../shared/reservedNames";
import { columnNamed } from "../../table/columnNamed";
import type { CustomerTable } from "../../table/customerTable";
import { groupText } from "../../table/groupText";
import type { ListedRow } from "../../engine/outcome";
import { rowLister } from "../shared/rowLister";
import { summedGroups } from "../shared/summedGroups";
import type { Classified } from "../../engine/withShares";
import { changed, contentAt, type Asked, type EngineKind } from "../shared/engineKind";
import type { Why } from "../../engine/why";

/** Parameters as used, for RESULT.json and the run log. */
export interface GroupsUsed extends Pick<SegmentationBy<"groups">, "column" | "valueColumn"> {
  readonly order: readonly string[];
}

/**
 * One group per declared value of a column. A blank cell is in the group "Unknown", which is counted; a value that the
 * declared order does not have is listed and gets no group, because any place in the order would be a guess.
 */
function classifyGroups(
  segmentation: SegmentationBy<"groups">,
  { keyColumn, sheetLanguage: language }: Plan,
  table: CustomerTable,
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

function whyGroup({ column, groups }: SegmentationBy<"groups">, asked: Asked): Why {
  const text = groupText(columnNamed(asked.table, column), asked.row);
  const content = contentAt(asked, column);
  const declared = groups.findIndex(({ value }) => value === text);
  // The group of the blank cells follows those that are declared.
  const now = declared >= 0 ? declared : text === "" ? groups.length : null;
  if (now !== asked.to) return changed(asked, column);
  if (now !== null) return { kind: "contents", cells: [{ column, content }] };
  return { kind: "not-classified", column, reason: text === null ? "error" : "undeclared", content };
}

export const groups: EngineKind<SegmentationBy<"groups">> = { classify: classifyGroups, why: whyGroup };
