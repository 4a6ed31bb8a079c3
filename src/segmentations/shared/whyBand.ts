import { compareAsExcel } from "../../methods/statistics/compareAsExcel";
import type { Why } from "../../engine/why";
import { columnNamed } from "../../table/columnNamed";
import { readNumber } from "../../table/readNumber";
import { changed, whyNoNumber, type Asked } from "./engineKind";

interface Bands {
  readonly column: string;
  readonly cutoffs: readonly number[];
  readonly direction: "high-first" | "low-first";
}

/**
 * Between which limits of a column a customer is.
 *
 * @param lower - whether a value on a limit is below it, as in tiers by rank that begin with the lowest
 */
export function whyBand({ column, cutoffs, direction }: Bands, asked: Asked, lower = false): Why {
  const { to } = asked;
  const value = readNumber(columnNamed(asked.table, column), asked.row);
  if (typeof value === "string") return whyNoNumber(asked, value, column);
  if (to === null) return changed(asked, column);
  const [before = null, after = null] = [cutoffs[to - 1], cutoffs[to]];
  const [from, below] = direction === "high-first" ? [after, before] : [before, after];
  const beyond = (limit: number): boolean => {
    const order = compareAsExcel(value, limit);
    return lower ? order > 0 : order >= 0;
  };
  const fits = (from === null || beyond(from)) && (below === null || !beyond(below));
  return fits ? { kind: "band", column, value, from, below, lower } : changed(asked, column);
}
