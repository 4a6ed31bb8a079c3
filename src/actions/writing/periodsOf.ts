import type { Plan } from "../../plan/plan";
import { readStored } from "./journal";
import { nextPeriods, noPeriods, type NextPeriods } from "./periods";

/** What a run of a plan makes of the labels of earlier dates. */
export function periodsOf(stored: string | null, { dataDate }: Plan): NextPeriods {
  return nextPeriods(readStored("periods", stored) ?? noPeriods, dataDate);
}
