import { CellKind, type Column } from "../../table/customerTable";
import type { RowReason } from "../outcome";

/** A cell that did not come into its customer's value, or was overruled there. */
export interface PassedOver {
  readonly row: number;
  readonly reason: "left-out" | "differs";
  /** The column whose cell is at fault; the date's where that is missing. */
  readonly column: string;
}

/** A column with one cell per customer, and what became of the cells of its rows. */
export interface CombinedColumn {
  readonly column: Column;
  /** Per customer a row to name: the one whose cell it has, or the one at fault. */
  readonly rowOf: Int32Array;
  /** Customers whose rows give no value, and why; their cell is an error value. */
  readonly undecided: ReadonlyMap<number, RowReason>;
  readonly passedOver: readonly PassedOver[];
}

/** Takes one cell per customer. */
export interface CombinedCells extends CombinedColumn {
  /** The customer's cell is that of one of its rows. */
  take(customer: number, row: number): void;
  /** The customer's cell is a number made of several; `row` is to name. */
  number(customer: number, row: number, value: number): void;
  undecide(customer: number, row: number, reason: RowReason): void;
  passOver(row: number, reason: PassedOver["reason"], column?: string): void;
}

export function combinedCells(source: Column, customers: number): CombinedCells {
  const kinds = new Uint8Array(customers);
  const numbers = new Float64Array(customers).fill(NaN);
  const texts = new Array<string | null>(customers).fill(null);
  const days = source.days && new Uint8Array(customers);
  const rowOf = new Int32Array(customers);
  const undecided = new Map<number, RowReason>();
  const passedOver: PassedOver[] = [];
  return {
    column: { name: source.name, kinds, numbers, texts, days },
    rowOf,
    undecided,
    passedOver,
    take(customer, row) {
      rowOf[customer] = row;
      kinds[customer] = source.kinds[row]!;
      numbers[customer] = source.numbers[row]!;
      texts[customer] = source.texts[row] ?? null;
      if (days) days[customer] = source.days[row] ?? 0;
    },
    number(customer, row, value) {
      rowOf[customer] = row;
      kinds[customer] = CellKind.number;
      numbers[customer] = value;
    },
    undecide(customer, row, reason) {
      rowOf[customer] = row;
      kinds[customer] = CellKind.error;
      undecided.set(customer, reason);
    },
    passOver(row, reason, column = source.name) {
      passedOver.push({ row, reason, column });
    },
  };
}

/**
 * The row to name among several: by what the cells hold, and only among equals by their order, so that a sorted table
 * names the same content.
 */
export function rowToName(column: Column, rows: readonly number[]): number {
  let best = rows[0]!;
  for (let i = 1; i < rows.length; i++) if (comesBefore(column, rows[i]!, best)) best = rows[i]!;
  return best;
}

function comesBefore({ kinds, numbers, texts }: Column, row: number, other: number): boolean {
  if (kinds[row] !== kinds[other]) return kinds[row]! > kinds[other]!;
  const [text, otherText] = [texts[row] ?? "", texts[other] ?? ""];
  return text === otherText ? numbers[row]! < numbers[other]! : text < otherText;
}
