import { columnBuilder, type ColumnBuilder, type Content } from "../table/columns";
import type { Column } from "../table/customerTable";
import { cellSlices, type CellBlock } from "./cellSlices";
import type { Session } from "./inExcel";
import { cellBytes, rowBytes } from "./inSlices";
import type { TableFacts } from "./tableFacts";

/** Bytes that a cell's type takes in an answer, with its quotes and comma. */
const typeBytes = 9;

/**
 * Reads columns of a table, in slices.
 *
 * Answers are turned into typed columns slice by slice, so that no step holds the window for long.
 *
 * @throws {Failure} `missing-column` and what reading meets
 */
export async function readColumns(
  session: Session,
  facts: TableFacts,
  names: readonly string[],
  onProgress?: (done: number, total: number) => void,
): Promise<readonly Column[]> {
  const builders = new Map<string, ColumnBuilder>(names.map((name) => [name, columnBuilder(name, facts.rows)]));
  const asked = { load: "values,valueTypes", cell: 24 + typeBytes } as const;
  await cellSlices(session, facts, names, asked, (start, count, blocks) => {
    const bytes = blocks.reduce((sum, block) => sum + addCells(builders, block), 0);
    onProgress?.(start + count, facts.rows);
    return bytes;
  });
  return names.map((name) => (builders.get(name) as ColumnBuilder).finish());
}

function addCells(builders: ReadonlyMap<string, ColumnBuilder>, { names, range, values }: CellBlock): number {
  let bytes = 0;
  const added = names.map((name) => builders.get(name) as ColumnBuilder);
  values.forEach((cells, row) => {
    const types = range.valueTypes[row];
    bytes += 2 * rowBytes;
    cells.forEach((value, i) => {
      bytes += cellBytes(value) + typeBytes;
      added[i]?.add(contentOf(value, types?.[i]));
    });
  });
  return bytes;
}

/** Typed text "#N/A" is text and an empty cell is not "": only the type tells. */
export function contentOf(value: unknown, type: Excel.RangeValueType | undefined | string): Content {
  switch (type) {
    case "Empty":
      return null;
    case "Error":
      return { error: String(value) };
    case "Boolean":
      return Boolean(value);
    default:
      return typeof value === "number" || typeof value === "boolean" ? value : String(value);
  }
}
