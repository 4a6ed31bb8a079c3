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

/** A look through a key column, row by row, so that whoever looks may pause. */
export interface KeyCheck {
  /** Looks at one row and gives its key, "" where there is none. Call it once for each row, in their order. */
  add(row: number): string;
  /** What was found in the rows so far. */
  problems(): KeyProblems;
}

export function keyCheck(column: Column): KeyCheck {
  const blank: number[] = [];
  const digitsLost: number[] = [];
  const firstRows = new Map<string, number>();
  const repeated = new Map<string, number[]>();
  return {
    add(row) {
      const key = keyText(column, row);
      if (key === "") {
        blank.push(row);
        return key;
      }
      if (column.kinds[row] === CellKind.number && Math.abs(column.numbers[row] ?? 0) >= firstUnsafeId) {
        digitsLost.push(row);
      }
      const first = firstRows.get(key);
      if (first === undefined) firstRows.set(key, row);
      else addTo(repeated, key, first, row);
      return key;
    },
    problems() {
      const duplicates = [...repeated].map(([key, rows]) => ({ key, rows }));
      return { blank, duplicates: duplicates.sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0)), digitsLost };
    },
  };
}

function addTo(repeated: Map<string, number[]>, key: string, first: number, row: number): void {
  const rows = repeated.get(key);
  if (rows) rows.push(row);
  else repeated.set(key, [first, row]);
}
