import type { Plan } from "../../plan/plan";
import type { Session } from "../../workbook/inExcel";
import { readEntries, type Head } from "../../workbook/store";
import { entryNames } from "./entries";
import { readStored } from "./journal";
import { nextPeriods, noPeriods, type NextPeriods } from "./periods";

/** What a run of a plan makes of the labels of earlier dates. */
export async function periodsOf(session: Session, head: Head, { dataDate }: Plan): Promise<NextPeriods> {
  const texts = await readEntries(session, head, [entryNames.periods]);
  return nextPeriods(readStored("periods", texts[entryNames.periods]) ?? noPeriods, dataDate);
}
