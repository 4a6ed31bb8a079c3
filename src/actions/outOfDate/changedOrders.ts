import { changedLines, type ChangedLines } from "../../engine/changedLines";
import type { SeenLines } from "../../engine/seenLines";
import type { ReadLines } from "../orders/readOrders";
import { seenOrders } from "./seenOrders";

/** The most cells that are named per column, and of new rows. */
export const mostCells = 50;

/** What changed in a table of orders since a run, as far as its labels go by it. */
export interface ChangedOrders extends Pick<ChangedLines, "columns" | "told" | "left" | "more"> {
  readonly table: string;
  /** Lines that hold something else, and new ones, with the first of their cells as people name them. */
  readonly changed: number;
  readonly changedCells: readonly string[];
  readonly entered: number;
  readonly enteredCells: readonly string[];
}

/** Compares tables of orders with what a run saw in them. */
export async function changedOrders(
  former: readonly SeenLines[],
  lines: readonly ReadLines[],
): Promise<readonly ChangedOrders[]> {
  const now = await seenOrders(lines);
  return former.flatMap((before) => {
    const i = lines.findIndex(({ table }) => table.name === before.table);
    const [read, after] = [lines[i], now[i]];
    const changed = read && after && changedLines(before, after, read.hashes);
    return changed ? [told(changed, read)] : [];
  });
}

function told({ columns, told: all, changed, entered, left, more }: ChangedLines, read: ReadLines): ChangedOrders {
  const { table, place, hashes } = read;
  const cell = (line: number, column: string): string =>
    `${place.sheet}!${place.letters.get(column) ?? ""}${place.firstRow + line}`;
  return {
    table: table.name,
    ...{ columns, told: all, left, more },
    changed: changed.length,
    changedCells: changed.slice(0, mostCells).map(({ line, column }) => cell(line, column)),
    entered: entered.length,
    enteredCells: entered.slice(0, mostCells).map((line) => cell(line, hashes.names[0] ?? "")),
  };
}
