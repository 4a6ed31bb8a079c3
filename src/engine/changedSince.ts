import type { SeenCells, SeenColumn } from "./seenCells";

/** What of the cells by which a run classified changed since; customers by their numbers as they are counted now. */
export interface ChangedSince {
  readonly columns: readonly {
    readonly name: string;
    /** Those whose cells changed; empty where only the column as a whole is known to have. */
    readonly customers: readonly number[];
    readonly restless: boolean;
  }[];
  /** Customers who have a changed cell. */
  readonly changed: number;
  /** True if the marks are so short that some changes may not show. */
  readonly atLeast: boolean;
  /** Customers of now whom the run did not know. */
  readonly entered: readonly number[];
  /** How many customers of the run are gone. */
  readonly left: number;
}

/**
 * @param former - as the run saw the cells
 * @param now - seen with marks of the same width
 * @param rows - per customer of now its number at the run, or -1; null where nobody knows
 * @param dateColumn - the column that was seen together with every other one; null for none
 */
export function changedSince(
  former: SeenCells,
  now: SeenCells,
  rows: Int32Array | null,
  dateColumn: string | null,
): ChangedSince {
  const entered = rows === null ? [] : [...rows.keys()].filter((customer) => rows[customer]! < 0);
  const left = rows === null ? 0 : Math.max(0, former.customers - (rows.length - entered.length));
  const { width } = former;
  const marked = rows !== null && width > 0;
  const anybody = new Set<number>();
  const dated = new Set<number>();
  // Another date changes the marks of all columns of its customer, and the date is what changed.
  const columns = datesFirst(former.columns, dateColumn).flatMap((before) => {
    const after = now.columns.find(({ name }) => name === before.name);
    if (!after) return [];
    const found = marked ? differing(before, after, rows, width) : [];
    const customers = dated.size === 0 ? found : found.filter((customer) => !dated.has(customer));
    if (before.name === dateColumn) found.forEach((customer) => dated.add(customer));
    customers.forEach((customer) => anybody.add(customer));
    // Whoever came or went changed the sum as well.
    const differs = customers.length > 0 || (found.length + entered.length + left === 0 && before.sum !== after.sum);
    return differs ? [{ name: before.name, customers, restless: before.restless === true }] : [];
  });
  const atLeast = anybody.size > 0 && (width < 2 || columns.some(({ customers }) => customers.length === 0));
  return { columns, changed: anybody.size, atLeast, entered, left };
}

function datesFirst(columns: readonly SeenColumn[], dateColumn: string | null): readonly SeenColumn[] {
  const isDate = ({ name }: SeenColumn): boolean => name === dateColumn;
  return [...columns.filter(isDate), ...columns.filter((column) => !isDate(column))];
}

function differing(before: SeenColumn, after: SeenColumn, rows: Int32Array, width: number): readonly number[] {
  const found: number[] = [];
  rows.forEach((row, customer) => {
    if (row < 0) return;
    for (let i = 0; i < width; i++) {
      if (before.marks.charCodeAt(row * width + i) === after.marks.charCodeAt(customer * width + i)) continue;
      found.push(customer);
      break;
    }
  });
  return found;
}
