import { CellKind, type Column } from "./customerTable";
import { keyText } from "./keyText";

/** From here on Excel's fifteen digits no longer tell one whole number from the next. */
export const firstUnsafeId = 1e15;

/** What keeps a column from being the key. Rows count from zero. */
export interface KeyProblems {
  /** Rows without a key: blank, blank text, an error value, TRUE or FALSE. */
  readonly blank: readonly number[];
  /** Keys that stand in more than one row, in the order of their first row. */
  readonly duplicates: readonly { readonly key: string; readonly rows: readonly number[] }[];
  /** Rows whose numeric id has sixteen digits or more, so that the last ones are lost already. */
  readonly digitsLost: readonly number[];
}

/** Looks through a whole key column. A column without repeats, the rule, is told by one set of its keys. */
export function keyProblems(column: Column): KeyProblems {
  const blank: number[] = [];
  const digitsLost: number[] = [];
  const keys: string[] = [];
  for (let row = 0; row < column.kinds.length; row++) {
    const key = keyText(column, row);
    keys.push(key);
    if (key === "") blank.push(row);
    else if (column.kinds[row] === CellKind.number && Math.abs(column.numbers[row] ?? 0) >= firstUnsafeId) {
      digitsLost.push(row);
    }
  }
  const different = new Set(keys);
  different.delete("");
  const repeats = different.size < keys.length - blank.length;
  return { blank, duplicates: repeats ? repeatedKeys(keys) : [], digitsLost };
}

function repeatedKeys(keys: readonly string[]): KeyProblems["duplicates"] {
  const firstRows = new Map<string, number>();
  const repeated = new Map<string, number[]>();
  keys.forEach((key, row) => {
    if (key === "") return;
    const first = firstRows.get(key);
    if (first === undefined) {
      firstRows.set(key, row);
      return;
    }
    const rows = repeated.get(key);
    if (rows) rows.push(row);
    else repeated.set(key, [first, row]);
  });
  const duplicates = [...repeated].map(([key, rows]) => ({ key, rows }));
  return duplicates.sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
}
