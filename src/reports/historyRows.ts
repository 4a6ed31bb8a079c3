/** One customer in one segmentation of one run. Cells that people wrote may hold what they like. */
export interface HistoryRow {
  readonly key: string | number | null;
  readonly segmentation: string | number | null;
  readonly label: string | number | null;
  readonly value: string | number | null;
  /** Dates are texts that sort as dates do: a workbook may count its days from 1904. */
  readonly dataDate: string | number | null;
  readonly runDate: string | number | null;
  /** The id of the run; blank in rows of people's own. */
  readonly run: string | number | null;
}

/** The most rows that the table takes: what is there before is read and kept in one piece. */
export const mostHistoryRows = 10_000;
/** How many runs stay where nobody states another number, and the most that may be stated. */
export const usualHistoryRuns = 12;
export const mostHistoryRuns = 60;

/** The rows that the table is to hold, and how many runs went. */
export interface KeptHistory {
  readonly rows: readonly HistoryRow[];
  readonly dropped: number;
}

/**
 * Adds the rows of a run to those that stand, and lets the oldest runs go. Rows without a run are people's own and stay.
 *
 * @param undone - ids of runs that count no more
 */
export function keptHistory(
  standing: readonly HistoryRow[],
  added: readonly HistoryRow[],
  runsKept: number,
  undone: ReadonlySet<string>,
): KeptHistory {
  const before = runsOf(standing);
  const counting = [...before].filter(([run]) => !undone.has(run)).sort(([, a], [, b]) => (a.at < b.at ? 1 : -1));
  const own = standing.filter(({ run }) => run === null).length;
  let room = mostHistoryRows - added.length - own;
  const kept = new Set<string>();
  for (const [run, { rows }] of counting.slice(0, runsKept - 1)) {
    room -= rows;
    if (room < 0) break;
    kept.add(run);
  }
  return {
    rows: [...standing.filter(({ run }) => run === null || kept.has(String(run))), ...added],
    dropped: before.size - kept.size,
  };
}

/** The runs of the table: when they were, and their rows. People may have sorted the table. */
function runsOf(rows: readonly HistoryRow[]): ReadonlyMap<string, { readonly at: string; readonly rows: number }> {
  const runs = new Map<string, { at: string; rows: number }>();
  for (const { run, runDate } of rows) {
    if (run === null) continue;
    const at = typeof runDate === "string" ? runDate : "";
    const known = runs.get(String(run));
    if (!known) runs.set(String(run), { at, rows: 1 });
    else {
      known.rows++;
      if (at > known.at) known.at = at;
    }
  }
  return runs;
}
