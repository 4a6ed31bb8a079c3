import type { Column } from "../table/customerTable";
import { cellHash, stirred, textHash } from "./cellHash";
import type { SeenLines } from "./seenLines";

/**
 * What the cells held by which a run classified, as the workbook keeps it until the next run: enough to tell which
 * columns changed since, and for which customers; never what stood there.
 */
export interface SeenCells {
  /** How many customers there were. */
  readonly customers: number;
  /** Characters per customer and column in `marks`; 0 where there are too many customers to keep any. */
  readonly width: number;
  readonly columns: readonly SeenColumn[];
  /** The tables of orders that it went by; left out where it went by none. */
  readonly orders?: readonly SeenLines[] | undefined;
}

/** One column, whatever the order of its rows. */
export interface SeenColumn {
  readonly name: string;
  /** Of all its cells with the customers in whose rows they stand. */
  readonly sum: string;
  /** One mark per customer on end, in the order of the kept labels; none where `width` is 0. */
  readonly marks: string;
  /** True if its formulas give another value whenever the workbook is calculated, as TODAY does. */
  readonly restless?: true | undefined;
}

/** Characters of all marks together: 100,000 customers by two columns, or by four with shorter marks. */
const mostMarks = 400_000;

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/** Characters per mark. Of two, one changed cell in 4,096 looks unchanged; of one, every 64th. */
export function seenWidth(customers: number, columns: number): number {
  return Math.min(2, Math.floor(mostMarks / Math.max(1, customers * columns)));
}

/** Looks at the cells row by row, so that whoever looks may pause. */
export interface SeenBuilder {
  /** Looks at one row. Call it once for each row. */
  add(row: number): void;
  /** What was seen. Call once, after the last row. */
  finish(): SeenCells;
}

export interface SeenInput {
  readonly columns: readonly Column[];
  /** The mark of every customer's key. */
  readonly keys: readonly string[];
  /** Per row the number of its customer; null where each row is a customer. */
  readonly of: Int32Array | null;
  /** Where a customer has several rows, the column that tells which cells of theirs count; null for none. */
  readonly dates: Column | null;
  readonly width: number;
}

/** The rows of a customer may stand in any order, and customers too: their marks are added up. */
export function seenBuilder({ columns, keys, of, dates, width }: SeenInput): SeenBuilder {
  const seeds = Int32Array.from(keys, (key) => textHash(key, 0x2545f491));
  const marks = columns.map(() => new Int32Array(keys.length));
  const sums = columns.map(() => new Int32Array(2));
  return {
    add(row) {
      const customer = of === null ? row : (of[row] ?? 0);
      const seed = seeds[customer] ?? 0;
      const dated = dates === null ? seed : cellHash(dates, row, seed);
      for (const [i, column] of columns.entries()) {
        const hash = cellHash(column, row, column === dates ? seed : dated);
        const sum = sums[i]!;
        marks[i]![customer]! += hash;
        sum[0]! += hash;
        sum[1]! += stirred(hash ^ seed);
      }
    },
    finish: () => ({
      customers: keys.length,
      width,
      columns: columns.map(({ name }, i) => ({
        name,
        sum: Array.from(sums[i]!, (lane) => (lane >>> 0).toString(16).padStart(8, "0")).join(""),
        marks: width === 0 ? "" : marksText(marks[i]!, width),
      })),
    }),
  };
}

/** In pieces, because joining one character after another takes its time. */
function marksText(marks: Int32Array, width: number): string {
  const pieces: string[] = [];
  for (const mark of marks) {
    const bits = stirred(mark);
    pieces.push(width === 1 ? digits[bits & 63]! : digits[bits & 63]! + digits[(bits >>> 6) & 63]!);
  }
  return pieces.join("");
}
