import type { InspectedColumn } from "../../../actions/inspectTable";
import { typedDay } from "../../../segmentations/rules/typedDay";

/** What a range of a column is given by: numbers, or days; null for a column that holds neither. */
export function rangeKind({ looksLike, spread, samples }: InspectedColumn): "band" | "days" | null {
  if (looksLike === "date") return "days";
  if (spread !== null) return "band";
  // Any order will do to tell that a text is a date.
  const isDay = (text: string): boolean =>
    (["ymd", "dmy", "mdy"] as const).some((order) => typedDay(text, order) !== null);
  return samples.length > 0 && samples.every((text) => !/^\d+$/.test(text) && isDay(text)) ? "days" : null;
}
