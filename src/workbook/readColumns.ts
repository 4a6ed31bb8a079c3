import { Failure } from "../failure";
import { columnBuilder, type ColumnBuilder, type Content } from "../table/columns";
import type { Column } from "../table/customerTable";
import type { Session } from "./inExcel";
import { bytesPerSlice, cellBytes, inSlices, rowBytes } from "./inSlices";
import { sheetColumnOf, type TableFacts } from "./tableFacts";

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
  const blocks = adjacent(names.map((name) => ({ name, column: sheetColumnOf(facts, name) })));
  const builders = new Map<string, ColumnBuilder>(names.map((name) => [name, columnBuilder(name, facts.rows)]));
  const sheet = session.workbook.worksheets.getItem(facts.sheet);
  const guess = bytesPerSlice / (names.length * (24 + typeBytes));
  await inSlices(facts.rows, guess, async (start, count) => {
    const ranges = blocks.map((block) =>
      sheet
        .getRangeByIndexes(facts.firstRow + start, block.column, count, block.names.length)
        .load("values,valueTypes"),
    );
    await session.sync();
    let bytes = 0;
    blocks.forEach((block, b) => (bytes += addCells(builders, block.names, ranges[b] as Excel.Range)));
    for (const range of ranges) range.untrack();
    onProgress?.(start + count, facts.rows);
    return bytes;
  });
  return names.map((name) => (builders.get(name) as ColumnBuilder).finish());
}

interface Block {
  readonly column: number;
  readonly names: string[];
}

/** Columns that stand side by side are read as one range. */
function adjacent(columns: readonly { name: string; column: number }[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const { name, column } of [...columns].sort((a, b) => a.column - b.column)) {
    const last = blocks.at(-1);
    if (last && last.column + last.names.length === column) last.names.push(name);
    else blocks.push({ column, names: [name] });
  }
  return blocks;
}

function addCells(builders: ReadonlyMap<string, ColumnBuilder>, names: readonly string[], range: Excel.Range): number {
  const values = range.values as readonly (readonly unknown[])[] | null;
  // Above five million cells Excel answers null instead of values: never to be taken for empty cells.
  if (values === null) throw tooMuchAsked();
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

/** As Excel would have said it, so that the slice is halved. */
export function tooMuchAsked(): Failure {
  return new Failure("unexpected", "Excel gave null for the values of a range", {
    detail: { excel: "ResponsePayloadSizeLimitExceeded" },
  });
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
