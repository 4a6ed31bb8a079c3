import { firstCode, type KeptLabels } from "../../engine/keptLabels";
import { markLength } from "../../workbook/keyMarks";

/** Where each mark stands in a text of marks. */
export function markIndex(keys: string): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  for (let at = 0; at < keys.length; at += markLength) index.set(keys.slice(at, at + markLength), at / markLength);
  return index;
}

/**
 * The label that a run wrote to a customer, by the place among its kept labels; null for a customer that it did not
 * know, and for a segmentation that it did not have.
 *
 * @param notClassified - the label of customers that it could not classify
 */
export function writtenLabel(
  written: KeptLabels,
  segmentation: string,
  notClassified: string,
): (row: number | undefined) => string | null {
  const kept = written.segmentations.find(({ id }) => id === segmentation);
  return (row) => {
    if (!kept || row === undefined) return null;
    return kept.groups[kept.codes.charCodeAt(row) - firstCode]?.name ?? notClassified;
  };
}
