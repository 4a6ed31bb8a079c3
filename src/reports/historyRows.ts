/** One customer in one segmentation of one run. */
export interface HistoryRow {
  readonly key: string;
  readonly segmentation: string;
  readonly label: string;
  readonly value: number | null;
  /** Dates are texts that sort as dates do: a workbook may count its days from 1904. */
  readonly dataDate: string | null;
  readonly runDate: string;
  /** The id of the run. */
  readonly run: string;
}

/** A run that the table holds already; people may have sorted and changed its rows. */
export interface HistoryRun {
  readonly id: string;
  readonly runDate: string;
  /** "" where none was stated. */
  readonly dataDate: string;
  readonly rows: number;
}

/** The most rows of a run that can be added, and the most that the table keeps. */
export const mostRowsAdded = 50_000;
export const mostHistoryRows = 200_000;
/** How many runs stay where nobody states another number, and the most that may be stated. */
export const usualHistoryRuns = 12;
export const mostHistoryRuns = 60;

/** What the table is to take, and how many runs it may then hold. */
export interface HistoryAdded {
  readonly dataDate: string | null;
  readonly rows: number;
  readonly runsKept: number;
  /** Rows without a run: people's own, which never go. */
  readonly own: number;
}

/**
 * The runs that go when one is added: those that were undone, those with data of the same day, of which it takes the
 * place, and the oldest beyond the number of runs or of rows.
 *
 * @param undone - ids of runs that count no more
 */
export function runsToDrop(
  standing: readonly HistoryRun[],
  { dataDate, rows, runsKept, own }: HistoryAdded,
  undone: ReadonlySet<string>,
): readonly string[] {
  const counting = standing
    .filter((run) => !undone.has(run.id) && (dataDate === null || run.dataDate !== dataDate))
    .sort((a, b) => (a.runDate < b.runDate ? 1 : -1));
  let room = mostHistoryRows - rows - own;
  const kept = new Set<string>();
  for (const run of counting.slice(0, runsKept - 1)) {
    room -= run.rows;
    if (room < 0) break;
    kept.add(run.id);
  }
  return standing.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
}
