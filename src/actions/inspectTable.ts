import { failureData, type FailureData } from "../failure";
import { spreadOf, type Spread } from "../methods/statistics/spreadOf";
import { mostGroups } from "../plan/plan";
import { contentText } from "../table/contentText";
import { CellKind, type Column } from "../table/customerTable";
import { groupText } from "../table/groupText";
import { keyCheck, type KeyProblems } from "../table/keyCheck";
import { addressOf, cellName, lettersOf, rangeAt } from "../workbook/address";
import { inExcel, type Session } from "../workbook/inExcel";
import { inTurns, nextTurn } from "../workbook/inTurns";
import { requireSpace } from "../workbook/labelColumns";
import { readColumns } from "../workbook/readColumns";
import { tableFacts, type TableFacts } from "../workbook/tableFacts";
import { guessColumn, keynessOf, worthOf, type ColumnGuess } from "./guessColumn";
import type { ActionOptions } from "./progress";
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
    | "digits-lost"
    | "all-values-equal"
    | "one-row"
    | "filtered"
    | "hidden-rows"
    | "totals-row"
    | "merged-cells"
    | "sheet-protected"
    | "calculates-on-request"
    | "read-only";
  readonly count: number;
  /** "Clients!C14", or the column, table or sheet. */
  readonly subject: string;
  /** Addresses of the first cells at fault, at most ten. */
  readonly cells: readonly string[];
  readonly column: string | null;
}

export interface TableInspection {
  readonly id: string;
  readonly name: string;
  readonly sheet: string;
  readonly address: string;
  readonly rows: number;
  readonly columns: readonly InspectedColumn[];
  /** Names of columns fit to be the key, the best first. */
  readonly keyCandidates: readonly string[];
  /** Names of numeric columns, the likeliest measure of a customer's worth first. */
  readonly valueCandidates: readonly string[];
  readonly problems: readonly TableProblem[];
  /** What would refuse a run now, or null. */
  readonly refusal: FailureData | null;
}

const spreadBins = 24;
const longestName = 255; // what a plan stores as a value

/** Different values are counted up to this number. */
export const distinctLimit = 100_000;

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
        if (column) columns.push(await inspected(facts, i, column, formats[i] ?? "General"));
        onProgress?.({ stage: "reading", done: i + 1, total: facts.columns.length });
      }
      return inspectionOf(facts, columns, await refusalOf(session, facts));
    },
    { signal },
  );
}

interface Inspected {
  readonly column: InspectedColumn;
  /** Whole numbers that no name calls an amount, a rate or a count of days: they may number the customers. */
  readonly isNumbering: boolean;
  readonly problems: readonly TableProblem[];
}

function inspectionOf(facts: TableFacts, columns: readonly Inspected[], refusal: FailureData | null): TableInspection {
  const names = (fit: (inspected: Inspected) => boolean, rank: (name: string) => number): readonly string[] =>
    columns
      .filter(fit)
      .map(({ column }) => column.name)
      .sort((a, b) => rank(b) - rank(a));
  const fit = names(({ column }) => column.unique && !["value", "date"].includes(column.looksLike), keynessOf);
  const keys = fit.length > 0 ? fit : names(({ column, isNumbering }) => column.unique && isNumbering, keynessOf);
  return {
    id: facts.id,
    name: facts.name,
    sheet: facts.sheet,
    address: addressOf(facts.place),
    rows: facts.rows,
    columns: columns.map(({ column }) => column),
    keyCandidates: keys,
    valueCandidates: names(({ column }) => column.looksLike === "value", worthOf),
    problems: [...tableProblems(facts, keys), ...columns.flatMap(({ problems }) => problems)],
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

const kindNames = ["empty", "number", "text", "logical", "error"] as const;

async function inspected(facts: TableFacts, index: number, column: Column, numberFormat: string): Promise<Inspected> {
  const rows: Record<(typeof kindNames)[number], number[]> = {
    empty: [],
    number: [],
    text: [],
    logical: [],
    error: [],
  };
  const different = new Set<string>();
  const check = keyCheck(column);
  const groups = groupValues(column);
  await inTurns(column.kinds.length, (row) => {
    const kind = kindNames[column.kinds[row] ?? 0] ?? "empty";
    rows[kind].push(row);
    const key = check.add(row);
    if (kind !== "empty" && different.size < distinctLimit) different.add(key || contentText(column, row));
    groups.add(row);
  });
  // Sorting a long column is a turn of its own.
  await nextTurn();
  const problems = check.problems();
  const looksLike = guessColumn(sampleOf(column, numberFormat));
  const cell = (row: number): string => cellName(facts.sheet, facts.firstRow + row, facts.place.column + index);
  const found = (kind: TableProblem["kind"], at: readonly number[]): readonly TableProblem[] =>
    at.length === 0
      ? []
      : [{ kind, count: at.length, subject: cell(at[0] ?? 0), cells: at.slice(0, 10).map(cell), column: column.name }];
  const mostlyNumbers = looksLike === "value" || looksLike === "date";
  const isKey = looksLike === "key";
  return {
    column: {
      name: column.name,
      letters: lettersOf(facts.place.column + index),
      looksLike,
      counts: {
        empty: rows.empty.length,
        number: rows.number.length,
        text: rows.text.length,
        logical: rows.logical.length,
        error: rows.error.length,
      },
      distinct: different.size,
      distinctCapped: different.size >= distinctLimit,
      unique:
        column.kinds.length > 0 &&
        problems.blank.length + problems.duplicates.length + problems.digitsLost.length === 0,
      ...repeatsOf(column.name, looksLike, problems, column.kinds.length, cell),
      values: groups.values(),
      spread: looksLike === "value" ? spreadOf(column.numbers.filter(Number.isFinite), spreadBins) : null,
      samples: samplesOf(column),
    },
    isNumbering: looksLike === "value" && worthOf(column.name) === 1 && column.numbers.every(Number.isInteger),
    problems: [
      ...found("error-cells", rows.error),
      ...(mostlyNumbers ? found("text-among-numbers", rows.text) : []),
      ...(isKey ? found("blank-keys", problems.blank) : found("blank-cells", rows.empty)),
      ...(isKey
        ? found(
            "duplicate-keys",
            problems.duplicates.flatMap((it) => it.rows),
          )
        : []),
      ...(isKey ? found("digits-lost", problems.digitsLost) : []),
      ...(looksLike === "value" && rows.number.length > 1 && different.size === 1
        ? found("all-values-equal", rows.number)
        : []),
    ],
  };
}

/** Amounts and days repeat, too, but tell nobody apart; a column of whole numbers may be one of ids. */
function repeatsOf(
  name: string,
  looksLike: ColumnGuess,
  { blank, duplicates, digitsLost }: KeyProblems,
  rows: number,
  cell: (row: number) => string,
): Pick<InspectedColumn, "repeats"> {
  const [first] = duplicates;
  const unfit = keynessOf(name) < 2 && (looksLike === "value" || looksLike === "date");
  if (!first || unfit || blank.length + digitsLost.length > 0) return {};
  const customers = rows - duplicates.reduce((sum, it) => sum + it.rows.length - 1, 0);
  return { repeats: { customers, key: first.key, cells: first.rows.slice(0, 3).map(cell) } };
}

/** Gathers the different values row by row; none once there are more, or longer ones, than groups can be made of. */
function groupValues(column: Column): { add(row: number): void; values(): readonly string[] } {
  const values = new Set<string>();
  let fit = true;
  return {
    add(row) {
      if (!fit) return;
      const value = groupText(column, row) ?? "";
      if (value) values.add(value);
      fit = values.size <= mostGroups && value.length <= longestName;
    },
    values: () => (fit ? [...values] : []),
  };
}

function samplesOf(column: Column): readonly string[] {
  const samples: string[] = [];
  for (let row = 0; row < column.kinds.length && samples.length < 3; row++) {
    if (column.kinds[row] !== CellKind.empty) samples.push(contentText(column, row));
  }
  return samples;
}

/** Enough rows to guess what a column is for. */
const sampleRows = 2_000;

/** The names of Excel's types, in the order of `CellKind`. */
const types = ["Empty", "Double", "String", "Boolean", "Error"] as const;

function sampleOf(column: Column, numberFormat: string): Parameters<typeof guessColumn>[0] {
  const kinds = Array.from(column.kinds.subarray(0, sampleRows));
  return {
    name: column.name,
    values: kinds.map((_, row) => contentText(column, row)),
    types: kinds.map((kind) => types[kind] ?? "Empty"),
    numberFormats: kinds.map(() => numberFormat),
  };
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
