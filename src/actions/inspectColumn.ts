import { spreadOf } from "../methods/statistics/spreadOf";
import { alikeKeys } from "../table/alikeKeys";
import { contentText } from "../table/contentText";
import { CellKind, type Column } from "../table/customerTable";
import { keyCheck, type KeyProblems } from "../table/keyCheck";
import { isIdName } from "../table/columnWords";
import { readNumberText } from "../table/readNumberText";
import { cellName, lettersOf } from "../workbook/address";
import { inTurns, nextTurn } from "../workbook/inTurns";
import type { TableFacts } from "../workbook/tableFacts";
import { groupValues, sampleOf, samplesOf } from "./columnSamples";
import { guessColumn, keynessOf, worthOf, type ColumnGuess } from "./guessColumn";
import type { InspectedColumn, TableProblem } from "./inspectTable";
import { isTotalCell } from "./totalRows";

/** Different values are counted up to this number. */
const distinctLimit = 100_000;

const spreadBins = 24;
/** Cells named per problem. */
export const mostCells = 20;

/** What one column holds, and what is odd about it. */
export interface Inspected {
  readonly column: InspectedColumn;
  /** Whole numbers that no name calls an amount, a rate or a count of days: they may number the customers. */
  readonly isNumbering: boolean;
  readonly problems: readonly TableProblem[];
  /** Rows with a word that says a total. */
  readonly totals: readonly number[];
  /** Rows whose cells keep the column from being the key. */
  readonly notKeys: readonly number[];
}

const kindNames = ["empty", "number", "text", "logical", "error"] as const;

/**
 * Looks through one column of a table.
 *
 * @param lookForTotals - whether words that say a total are looked for
 */
export async function inspectColumn(
  facts: TableFacts,
  index: number,
  column: Column,
  numberFormat: string,
  lookForTotals: boolean,
): Promise<Inspected> {
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
  const totals: number[] = [];
  await inTurns(column.kinds.length, (row) => {
    const kind = kindNames[column.kinds[row] ?? 0] ?? "empty";
    rows[kind].push(row);
    const key = check.add(row);
    if (kind !== "empty" && different.size < distinctLimit) different.add(key || contentText(column, row));
    groups.add(row);
    if (lookForTotals && isTotalCell(column, row)) totals.push(row);
  });
  // Sorting a long column is a turn of its own.
  await nextTurn();
  const problems = check.problems();
  const looksLike = guessColumn(sampleOf(column, numberFormat));
  const cell = (row: number): string => cellName(facts.sheet, facts.firstRow + row, facts.place.column + index);
  const isKey = looksLike === "key";
  const alike = alikeKeys(column);
  if (isKey) await inTurns(column.kinds.length, alike.add);
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
    problems: columnProblems(column, { looksLike, rows, keys: problems, alike: alike.rows() }, different.size, cell),
    totals,
    notKeys: [...problems.blank, ...problems.digitsLost, ...problems.duplicates.flatMap((it) => it.rows)],
  };
}

interface ColumnRows {
  readonly looksLike: ColumnGuess;
  readonly rows: Readonly<Record<(typeof kindNames)[number], readonly number[]>>;
  readonly keys: KeyProblems;
  readonly alike: readonly number[];
}

function columnProblems(
  column: Column,
  { looksLike, rows, keys, alike }: ColumnRows,
  different: number,
  cell: (row: number) => string,
): readonly TableProblem[] {
  const found = (kind: TableProblem["kind"], at: readonly number[]): readonly TableProblem[] => {
    const cells = at.slice(0, mostCells).map(cell);
    return cells[0] === undefined ? [] : [{ kind, count: at.length, subject: cells[0], cells, column: column.name }];
  };
  const equal = looksLike === "value" && rows.number.length > 1 && different === 1;
  const ofKey = [
    ...found("blank-keys", keys.blank),
    ...found(
      "duplicate-keys",
      keys.duplicates.flatMap((it) => it.rows),
    ),
    ...found("alike-keys", alike),
    ...found("digits-lost", keys.digitsLost),
  ];
  return [
    ...found("error-cells", rows.error).map((it) => ({ ...it, errors: errorCounts(column, rows.error) })),
    ...(looksLike === "value" || looksLike === "date" || saysNumbers(column, looksLike)
      ? found("text-among-numbers", rows.text)
      : []),
    ...(looksLike === "key" ? ofKey : found("blank-cells", rows.empty)),
    ...(equal ? found("all-values-equal", rows.number) : []),
  ];
}

/** Rows that are looked at for numbers that are text. */
const rowsTried = 2_000;

/** True for a column of text of which at least half is numbers, however they are written; ids are none. */
function saysNumbers({ name, kinds, texts }: Column, looksLike: ColumnGuess): boolean {
  if (looksLike === "key" || looksLike === "name" || isIdName(name)) return false;
  let filled = 0;
  let numbers = 0;
  for (let row = 0; row < Math.min(kinds.length, rowsTried); row++) {
    const text = texts[row] ?? "";
    if (kinds[row] === CellKind.number) numbers++;
    if (kinds[row] === CellKind.text && /^\s*0\d+\s*$/.test(text)) return false;
    if (kinds[row] === CellKind.text && readNumberText(text, null) !== null) numbers++;
    if (kinds[row] !== CellKind.empty && (kinds[row] !== CellKind.text || text.trim() !== "")) filled++;
  }
  return filled > 0 && numbers * 2 >= filled;
}

/** "#N/A 2, #DIV/0! 1": the most frequent first. */
function errorCounts({ texts }: Column, rows: readonly number[]): string {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(texts[row] ?? "", (counts.get(texts[row] ?? "") ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([error, count]) => `${error} ${count}`)
    .join(", ");
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
