import { formerPeriods } from "../../table/formerPeriods";

/** The data dates of the labels that the store keeps, as YYYY-MM-DD; null where there are none, or none is stated. */
export interface Periods {
  /** Of the last run. */
  readonly last: string | null;
  /** Of the last run with data of an earlier date than that. */
  readonly month: string | null;
  /** Of the last run at the year-end before. */
  readonly year: string | null;
}

export const noPeriods: Periods = { last: null, month: null, year: null };

/** Labels of an earlier date, and where the store has them before a run is complete. */
export interface PeriodLabels {
  readonly date: string;
  readonly from: keyof Periods;
}

/** What becomes of the kept labels with a run: which of them are those of the month and of the year-end before it. */
export interface NextPeriods {
  readonly last: string | null;
  readonly month: PeriodLabels | null;
  readonly year: PeriodLabels | null;
}

/** @param dataDate - the date of the run's data; null if not stated */
export function nextPeriods(stored: Periods, dataDate: string | null): NextPeriods {
  const candidates = (["last", "month", "year"] as const).flatMap((from): PeriodLabels[] => {
    const date = stored[from];
    return date !== null && (dataDate === null ? from !== "last" : date < dataDate) ? [{ date, from }] : [];
  });
  const yearEnd = dataDate === null ? stored.year : formerPeriods(dataDate).yearEnd;
  const newest = [...candidates].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  return {
    last: dataDate,
    month: newest[0] ?? null,
    year: candidates.find(({ date }) => date === yearEnd) ?? null,
  };
}

/** The dates once the run is complete. */
export function periodsAfter({ last, month, year }: NextPeriods): Periods {
  return { last, month: month?.date ?? null, year: year?.date ?? null };
}
