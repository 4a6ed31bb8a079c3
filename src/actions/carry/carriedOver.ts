import type { KeptLabels } from "../../engine/keptLabels";
import type { RunTotals } from "../../engine/runTotals";
import { Failure } from "../../failure";
import type { Plan } from "../../plan/plan";
import type { Head } from "../../workbook/store";
import { registerText } from "../owners/registerText";
import { entryNames, planRevision } from "../writing/entries";
import { nextPeriods, type NextPeriods } from "../writing/periods";
import type { Carried } from "./carryFile";

/** What a run takes over from a month's file, as its store will keep it. */
export interface CarriedOver {
  readonly labels: KeptLabels;
  readonly register: string;
  readonly totals: readonly RunTotals[];
  readonly periods: NextPeriods;
  /** The texts of the store that the run brings along. */
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * What a run of a plan takes over from a month's file.
 *
 * @throws {Failure} `carry-not-empty` where the workbook has had a run of its own: nothing of it is ever replaced
 */
export function carriedOver(carried: Carried, plan: Plan, head: Head): CarriedOver {
  if (planRevision(head) > 0) throw new Failure("carry-not-empty", "the workbook has a run of its own");
  const { labels, register, totals, year } = carried;
  const stored = { last: carried.plan.dataDate, month: null, year: year?.date ?? null };
  return {
    labels,
    register: registerText(register),
    totals,
    periods: nextPeriods(stored, plan.dataDate),
    texts: {
      [entryNames.nextCarried]: JSON.stringify(totals),
      [entryNames.carriedLabels]: JSON.stringify(labels),
      ...(year ? { [entryNames.carriedYear]: JSON.stringify(year.labels) } : {}),
    },
  };
}
