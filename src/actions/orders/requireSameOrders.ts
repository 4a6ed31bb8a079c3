import { contentHash } from "../../engine/cellHash";
import { Failure } from "../../failure";
import { cellName } from "../../workbook/address";
import { cellSlices, type CellBlock } from "../../workbook/cellSlices";
import type { Session } from "../../workbook/inExcel";
import { cellBytes, rowBytes } from "../../workbook/inSlices";
import { restlessColumns } from "../../workbook/restlessColumns";
import { sheetColumnOf, tableFacts, type TableFacts } from "../../workbook/tableFacts";
import type { ReadLines } from "./readOrders";

/** The columns of tables of orders whose formulas give another value whenever the workbook is calculated. */
export type RestlessOrders = ReadonlyMap<ReadLines, readonly string[]>;

/**
 * Looks once more at every cell of orders that was read: a run that began before somebody pasted new orders would write
 * what holds no more. Columns whose formulas never rest are passed over.
 *
 * @returns the columns that are passed over
 * @throws {Failure} `orders-changed`, with the first cell that holds something else
 */
export async function requireSameOrders(session: Session, orders: readonly ReadLines[]): Promise<RestlessOrders> {
  const restless = new Map<ReadLines, readonly string[]>();
  for (const read of orders) {
    const facts = await tableFacts(session, read.table);
    requireSamePlace(facts, read);
    const never = await restlessColumns(session, facts, read.hashes.names);
    restless.set(read, never);
    const names = read.hashes.names.filter((name) => !never.includes(name));
    if (names.length > 0) await requireSameCells(session, facts, read, names);
  }
  return restless;
}

function requireSamePlace({ name, sheet, rows, firstRow, columns }: TableFacts, { place, hashes }: ReadLines): void {
  const has = (wanted: string): boolean => columns.some((column) => column.name === wanted);
  const same = rows === hashes.lines && sheet === place.sheet && firstRow + 1 === place.firstRow;
  if (!same || !hashes.names.every(has)) throw changed(name, name);
}

async function requireSameCells(
  session: Session,
  facts: TableFacts,
  { hashes }: ReadLines,
  names: readonly string[],
): Promise<void> {
  const seen = new Map(names.map((name) => [name, hashes.cells[hashes.names.indexOf(name)] as Int32Array]));
  await cellSlices(session, facts, names, { load: "values", cell: 24 }, (start, _count, blocks) =>
    blocks.reduce((bytes, block) => bytes + sameCells(block, start, seen, facts), 0),
  );
}

/** @returns about how many bytes the cells took */
function sameCells(
  { names, values }: CellBlock,
  start: number,
  seen: ReadonlyMap<string, Int32Array>,
  facts: TableFacts,
): number {
  const columns = names.map((name) => seen.get(name) as Int32Array);
  let bytes = 0;
  for (let row = 0; row < values.length; row++) {
    const cells = values[row] as readonly unknown[];
    bytes += rowBytes;
    for (let i = 0; i < cells.length; i++) {
      bytes += cellBytes(cells[i]);
      if (contentHash(cells[i]) === columns[i]?.[start + row]) continue;
      const column = sheetColumnOf(facts, names[i] ?? "");
      throw changed(facts.name, cellName(facts.sheet, facts.firstRow + start + row, column));
    }
  }
  return bytes;
}

function changed(table: string, subject: string): Failure {
  return new Failure("orders-changed", `orders of table ${table} changed since they were read`, {
    subject,
    detail: { table },
  });
}
