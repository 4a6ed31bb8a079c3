import { Failure } from "../../failure";
import { formerPeriods } from "../../table/formerPeriods";
import { inExcel, type Session } from "../../workbook/inExcel";
import { findSheets } from "../../workbook/ownSheets";
import { readEntries } from "../../workbook/store";
import { formerMonth } from "../newMonth/formerMonth";
import { registerText } from "../owners/registerText";
import { findOwners } from "../owners/standingOwners";
import { openStored } from "../recovery/openStored";
import { entryNames } from "../writing/entries";
import { ownNothing, readStored } from "../writing/journal";
import { noPeriods } from "../writing/periods";
import { carryText, carryTextLimit, type Carried } from "./carryFile";

/** What the workbook hands on to next month's, as one text, and a name for its file. */
export interface SavedCarry {
  readonly text: string;
  readonly name: string;
}

/**
 * Reads what the last complete run and the people of this workbook leave to next month's. Writes nothing.
 *
 * @throws {Failure} `no-plan` where there is no complete run; `run-unfinished`; `carry-too-large`
 */
export function saveCarry(): Promise<SavedCarry> {
  return inExcel("workbook", async (session) => {
    const carried = await carriedBy(session);
    const text = carryText(carried);
    if (text.length > carryTextLimit) {
      throw new Failure("carry-too-large", `saveCarry requires at most ${carryTextLimit} characters`);
    }
    return { text, name: `tierbook-${carried.plan.dataDate ?? carried.run.at.slice(0, 10)}.json` };
  });
}

async function carriedBy(session: Session): Promise<Carried> {
  const { head } = await openStored(session);
  if (head?.run) throw new Failure("run-unfinished", "an earlier run is unfinished");
  const former = await formerMonth(session, head);
  if (!former || !head) throw new Failure("no-plan", "carrying over requires a complete run");
  const names = [entryNames.own, entryNames.runs, entryNames.carried, entryNames.register, entryNames.periods];
  const texts = await readEntries(session, head, names);
  const own = readStored("own", texts[entryNames.own]) ?? ownNothing;
  const owners = await findOwners(session, await findSheets(session), own.sheets);
  const runs = readStored("runs", texts[entryNames.runs]) ?? [];
  const periods = readStored("periods", texts[entryNames.periods]) ?? noPeriods;
  const ownTotals = runs.flatMap(({ status, totals }) => (status === "complete" && totals ? [totals] : []));
  return {
    ...former,
    register: readStored("register", owners ? registerText(owners.register.entries) : texts[entryNames.register]) ?? [],
    totals: [...(readStored("carried", texts[entryNames.carried]) ?? []), ...ownTotals].slice(-mostTotals),
    year: await yearLabels(session, head, periods, former.plan.dataDate),
  };
}

/** The month-ends of a year and the year-end before it. */
const mostTotals = 14;

type YearLabels = Carried["year"];

/** The year-end's labels, where the next month will be compared with them and the run's own are not they. */
async function yearLabels(
  session: Session,
  head: Parameters<typeof readEntries>[1],
  { year }: typeof noPeriods,
  dataDate: string | null,
): Promise<YearLabels> {
  if (year === null || dataDate === null || formerPeriods(dataDate).yearEnd !== year) return null;
  const texts = await readEntries(session, head, [entryNames.labelsYear]);
  const labels = readStored("labels", texts[entryNames.labelsYear]);
  return labels && { date: year, labels };
}
