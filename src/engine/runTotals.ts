import { isMonthEnd, formerPeriods, type FormerPeriods } from "../table/formerPeriods";
import type { SegmentTotals } from "./segmentTotals";

/** The sums of a run at a month-end, as the run log keeps them for later runs to compare with. */
export interface RunTotals {
  /** A month-end, as YYYY-MM-DD. */
  readonly dataDate: string;
  readonly unit: string | null;
  readonly segmentations: readonly {
    readonly id: string;
    readonly groups: readonly { readonly id: string; readonly total: number }[];
    readonly notClassified: number;
    readonly whole: number;
  }[];
}

/** What a later run compares itself with: the sums at a former date, or why there are none. */
export type FormerTotals =
  | { readonly date: string; readonly totals: RunTotals }
  | { readonly date: string | null; readonly why: "no-date" | "no-run" | "other-unit" };

/** The most characters that one run's sums may take in the store; a run with more keeps none. */
const mostCharacters = 12_000;

/** The sums to be kept of a run; null where its data is not of a month-end, with which alone runs are compared. */
export function runTotals(
  dataDate: string | null,
  unit: string | null,
  segmentations: readonly SegmentTotals[],
): RunTotals | null {
  if (dataDate === null || !isMonthEnd(dataDate) || segmentations.length === 0) return null;
  const totals: RunTotals = {
    dataDate,
    unit,
    segmentations: segmentations.map(({ id, groups, notClassified, whole }) => ({
      id,
      groups: [...groups].map(([group, { total }]) => ({ id: group, total })),
      notClassified: notClassified.total,
      whole: whole.total,
    })),
  };
  const text = JSON.stringify(totals, (_, value: unknown) =>
    typeof value === "number" && !Number.isFinite(value) ? "not finite" : value,
  );
  return text.length > mostCharacters || text.includes('"not finite"') ? null : totals;
}

/** The sums at the last month-end and at the last year-end before a date, the newest run of each counting. */
export function formerTotals(
  dataDate: string | null,
  unit: string | null,
  runs: readonly RunTotals[],
): Readonly<Record<keyof FormerPeriods, FormerTotals>> {
  if (dataDate === null) return { month: { date: null, why: "no-date" }, yearEnd: { date: null, why: "no-date" } };
  const at = (date: string): FormerTotals => {
    const totals = runs.filter((run) => run.dataDate === date).at(-1);
    if (!totals) return { date, why: "no-run" };
    return totals.unit === unit ? { date, totals } : { date, why: "other-unit" };
  };
  const { month, yearEnd } = formerPeriods(dataDate);
  return { month: at(month), yearEnd: at(yearEnd) };
}
