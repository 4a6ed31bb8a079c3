import { combinationKey } from "../segmentations/matrix/matrixPositions";
import type { SegmentationBy } from "../segmentations/plans";
import type { MatrixCell } from "../segmentations/matrix/plan";
import { axisFields } from "./policyTable";
import type { TableReader } from "./tableReader";

/** The longest text that a plan keeps for a combination. */
const longestText = 500;

/** Names and what they stand for. */
export interface Names {
  /** The id that a name means; undefined for one that nobody has. */
  readonly idOf: (name: string) => string | undefined;
  /** Ids that have become others. */
  readonly now: ReadonlyMap<string, string>;
}

/** Names by what they are now, and where nobody has one now, by what they were. */
export function namesIn(
  present: readonly (readonly [id: string, name: string])[],
  former: readonly (readonly [id: string, name: string])[],
): Names {
  const ids = new Map<string, string>();
  for (const [id, name] of [...present, ...former]) {
    for (const known of [name, fold(name)]) if (!ids.has(known)) ids.set(known, id);
  }
  return { idOf: (name) => ids.get(name) ?? ids.get(fold(name)), now: new Map() };
}

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

function fold(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}
