import { firstCode, type KeptLabels } from "../../engine/keptLabels";
import { textMark, textMarkLength } from "../../engine/keptMeasures";
import { markLength } from "../../workbook/keyMarks";
import type { Shown } from "./labelNames";

/** Where each mark stands in a text of marks. */
export function markIndex(keys: string): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  for (let at = 0; at < keys.length; at += markLength) index.set(keys.slice(at, at + markLength), at / markLength);
  return index;
}

/**
 * Whether a text is what a run wrote to a customer, by the place among its kept labels: false for a customer that it did
 * not know, and for a column that it did not write. Where it left rows out, any of them may hold `notClassified`.
 *
 * @param notClassified - the label of customers that it could not classify
 */
export function isAsWritten(
  written: KeptLabels,
  { segmentation, measure }: Shown,
  notClassified: string,
): (row: number | undefined, text: string) => boolean {
  const kept = written.segmentations.find(({ id }) => id === segmentation);
  const marks = written.measures?.find((each) => each.id === segmentation && each.measure === measure)?.marks;
  const isOfLeftOut = (text: string): boolean =>
    written.leftOut === true && kept !== undefined && measure === undefined && text === notClassified;
  return (row, text) => {
    if (isOfLeftOut(text)) return true;
    if (row === undefined) return false;
    if (measure !== undefined) return marks?.startsWith(textMark(text), row * textMarkLength) === true;
    return kept !== undefined && text === (kept.groups[kept.codes.charCodeAt(row) - firstCode]?.name ?? notClassified);
  };
}
