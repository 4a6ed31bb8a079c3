import { combinationKey } from "./matrixPositions";
import type { SegmentationBy } from "../plans";
import type { MatrixCell } from "./plan";
import { axisFields } from "../shared/policy/policyTable";
import type { TableReader } from "../shared/policy/tableReader";
import type { Names } from "../shared/policy/namesIn";

/** The longest text that a plan keeps for a combination. */
const longestText = 500;

/** The mapped combinations as the sheet has them; one whose class is empty has no policy. */
export function readCells(
  { cells }: SegmentationBy<"matrix">,
  axes: readonly Names[],
  classes: Names,
  reader: TableReader,
): readonly MatrixCell[] {
  const items = new Map(reader.table.items.map((item) => [item.id, item.cells]));
  const taken = new Set<string>();
  const read = (row: number, former: MatrixCell | null): readonly MatrixCell[] => {
    const wrote = former && items.get(combinationKey(former.at));
    const word = reader.text(row, "class");
    if (word === "") return [];
    const of = former && word === wrote?.class ? former.class : classes.idOf(word);
    if (of === undefined) reader.note("unknown-class", row, "class", word);
    const at = axes.map((names, k) => {
      const field = axisFields[k] ?? "axis1";
      const name = reader.text(row, field);
      const before = former?.at[k];
      const position =
        before !== undefined && name === wrote?.[field] ? (names.now.get(before) ?? before) : names.idOf(name);
      if (position === undefined) reader.note("unknown-position", row, field, name);
      return position ?? "";
    });
    const key = combinationKey(at);
    if (taken.has(key)) reader.note("same-cell", row, axisFields[0], at.join(" × "));
    taken.add(key);
    const text = reader.text(row, "text");
    if (text.length > longestText) reader.note("text-long", row, "text", text);
    return of === undefined ? [] : [{ at, class: of, ...(text === "" ? {} : { text }) }];
  };
  return [
    ...cells.flatMap((cell) => {
      const row = reader.rowOf(combinationKey(cell.at));
      return row === null ? [] : read(row, cell);
    }),
    ...reader.added.flatMap((row) => read(row, null)),
  ];
}
