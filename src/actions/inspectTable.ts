import { failureData, type FailureData } from "../failure";
import type { Spread } from "../methods/statistics/spreadOf";
import { addressOf, cellName, rangeAt } from "../workbook/address";
import { hiddenRows } from "../workbook/hiddenRows";
import { inExcel, type Session } from "../workbook/inExcel";
import { requireSpace } from "../workbook/requireSpace";
import { readColumns } from "../workbook/readColumns";
import { tableFacts, type TableFacts } from "../workbook/tableFacts";
import { keynessOf, worthOf, type ColumnGuess } from "./guessColumn";
import { inspectColumn, mostCells, type Inspected } from "./inspectColumn";
import type { ActionOptions } from "./progress";
import { columnsWithTotals } from "./totalRows";
import { requireWritable } from "./writing/refusals";

/** What one column holds. Counts add up to the rows of the table. */
export interface InspectedColumn {
  readonly name: string;
  /** Column letters on the sheet, e.g. "C". */
  readonly letters: string;
  readonly looksLike: ColumnGuess;
  readonly counts: {
    readonly empty: number;
    readonly number: number;
    readonly text: number;
    readonly logical: number;
    readonly error: number;
  };
  /** Different values, counted up to `distinctLimit`. */
  readonly distinct: number;
  readonly distinctCapped: boolean;
  /** True where every row has a value of its own: fit to be the key. */
  readonly unique: boolean;
  /** What repeats, for a column that could tell customers apart if each had several rows; absent for any other. */
  readonly repeats?: RepeatedKeys | undefined;
  /** All different values as a grouping reads them, blanks aside; empty where there are more than a plan takes. */
  readonly values: readonly string[];
  /** How the numbers of a column of numbers lie; null for any other column. */
  readonly spread: Spread | null;
  /** Up to three values as a reader sees them, for the list of columns. */
  readonly samples: readonly string[];
}

/** The keys of a column in which some stand more than once and none is missing. */
export interface RepeatedKeys {
  readonly customers: number;
  /** The first that repeats, and its first cells, at most three. */
  readonly key: string;
  readonly cells: readonly string[];
}

/** Something about the table that a person should know before running; none of them stops a reading. */
export interface TableProblem {
  readonly kind:
    | "no-key-column"
    | "blank-cells"
    | "text-among-numbers"
    | "error-cells"
    | "duplicate-keys"
    | "blank-keys"
    | "alike-keys"
    | "digits-lost"
    | "all-values-equal"
    | "one-row"
    | "filtered"
    | "hidden-rows"
    | "total-rows"
    | "totals-row"
    | "merged-cells"
    | "sheet-protected"
    | "calculates-on-request"
    | "read-only";
  readonly count: number;
  /** "Clients!C14", or the column, table or sheet. */
  readonly subject: string;
  /** Addresses of the first cells at fault, at most `mostCells`. */
  readonly cells: readonly string[];
  readonly column: string | null;
  /** Error values with how many there are of each; absent for anything else. */
  readonly errors?: string | undefined;
}

export interface TableInspection {
  readonly id: string;
  readonly name: string;
  readonly sheet: string;
  readonly address: string;
  readonly rows: number;
  readonly columns: readonly InspectedColumn[];
  /** Names of columns fit to be the key, the best first; rows that look like totals may be without one. */
  readonly keyCandidates: readonly string[];
  /** Names of numeric columns, the likeliest measure of a customer's worth first. */
  readonly valueCandidates: readonly string[];
  readonly problems: readonly TableProblem[];
  /** What would refuse a run now, or null. */
  readonly refusal: FailureData | null;
}

/**
 * Reads a whole table and says what its columns hold, which could be the key, and what is odd about it.
 *
 * @throws {Failure} `missing-table`, `cancelled`, `no-answer`
 */
export function inspectTable(tableId: string, { signal, onProgress }: ActionOptions = {}): Promise<TableInspection> {
  return inExcel(
    tableId,
    async (session) => {
      const facts = await tableFacts(session, { id: tableId, name: tableId });
      const formats = await firstFormats(session, facts);
      const columns: Inspected[] = [];
      // One column at a time: a wide table never has to be in memory as a whole.
      for (const [i, { name }] of facts.columns.entries()) {
        const [column] = await readColumns(session, facts, [name]);
        if (!column) continue;
        const texts = columns.filter((each) => each.column.counts.text > 0).length;
        columns.push(await inspectColumn(facts, i, column, formats[i] ?? "General", texts < columnsWithTotals));
        onProgress?.({ stage: "reading", done: i + 1, total: facts.columns.length });
      }
      const body = { ...facts.place, row: facts.firstRow, rows: facts.rows };
      const hidden = await hiddenRows(session, facts.sheet, body);
      return inspectionOf(facts, columns, hidden, await refusalOf(session, facts));
    },
    { signal },
  );
}

function inspectionOf(
  facts: TableFacts,
  columns: readonly Inspected[],
  hidden: readonly number[],
  refusal: FailureData | null,
): TableInspection {
  const names = (fit: (inspected: Inspected) => boolean, rank: (name: string) => number): readonly string[] =>
    columns
      .filter(fit)
      .map(({ column }) => column.name)
      .sort((a, b) => rank(b) - rank(a));
  const totals = new Set(columns.flatMap((column) => column.totals));
  // Rows of totals have no key, and may be left out.
  const isKey = ({ column, notKeys }: Inspected): boolean =>
    column.unique || (totals.size < facts.rows && notKeys.every((row) => totals.has(row)));
  const fit = names((each) => isKey(each) && !["value", "date"].includes(each.column.looksLike), keynessOf);
  const keys = fit.length > 0 ? fit : names((each) => isKey(each) && each.isNumbering, keynessOf);
  return {
    id: facts.id,
    name: facts.name,
    sheet: facts.sheet,
    address: addressOf(facts.place),
    rows: facts.rows,
    columns: columns.map(({ column }) => column),
    keyCandidates: keys,
    valueCandidates: names(({ column }) => column.looksLike === "value", worthOf),
    problems: [
      ...tableProblems(facts, keys),
      ...rowProblems(facts, "hidden-rows", hidden),
      ...rowProblems(
        facts,
        "total-rows",
        [...totals].sort((a, b) => a - b),
      ),
      ...columns.flatMap(({ problems }) => problems),
    ],
    refusal,
  };
}

function tableProblems(facts: TableFacts, keys: readonly string[]): readonly TableProblem[] {
  const about = (kind: TableProblem["kind"], subject: string, count = 1): TableProblem => ({
    kind,
    count,
    subject,
    cells: [],
    column: null,
  });
  return [
    ...(keys.length === 0 ? [about("no-key-column", facts.name)] : []),
    ...(facts.rows === 1 ? [about("one-row", facts.name)] : []),
    ...(facts.readOnly ? [about("read-only", facts.name)] : []),
    ...(facts.sheetProtected ? [about("sheet-protected", facts.sheet)] : []),
    ...(facts.filtered ? [about("filtered", facts.name)] : []),
    ...(facts.calculatesOnRequest ? [about("calculates-on-request", facts.name)] : []),
    ...(facts.showTotals ? [about("totals-row", facts.name)] : []),
  ];
}

function rowProblems(
  { sheet, place, firstRow }: TableFacts,
  kind: TableProblem["kind"],
  rows: readonly number[],
): readonly TableProblem[] {
  const cells = rows.slice(0, mostCells).map((row) => cellName(sheet, firstRow + row, place.column));
  return cells[0] === undefined ? [] : [{ kind, count: rows.length, subject: cells[0], cells, column: null }];
}

/** The number formats of the first customer's cells. */
async function firstFormats(session: Session, facts: TableFacts): Promise<readonly string[]> {
  if (facts.rows < 1) return [];
  const sheet = session.workbook.worksheets.getItem(facts.sheet);
  const range = rangeAt(sheet, { ...facts.place, row: facts.firstRow, rows: 1 }).load("numberFormat");
  await session.sync();
  return (range.numberFormat[0] ?? []).map(String);
}

/** What would refuse a run now. */
async function refusalOf(session: Session, facts: TableFacts): Promise<FailureData | null> {
  try {
    requireWritable(facts);
    await requireSpace(session, facts, 1);
    return null;
  } catch (error) {
    return failureData(error);
  }
}
