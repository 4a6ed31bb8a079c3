import { Failure } from "../failure";
import type { Session } from "./inExcel";
import { bytesPerSlice, inSlices } from "./inSlices";
import { sheetColumnOf, type TableFacts } from "./tableFacts";

/** Columns that stand side by side, and their cells in some rows. */
export interface CellBlock {
  readonly names: readonly string[];
  readonly range: Excel.Range;
  readonly values: readonly (readonly unknown[])[];
}

/**
 * Goes through the rows of some columns in slices; columns that stand side by side are read as one range.
 *
 * @param cell - bytes of a cell in an answer, as a first guess
 * @param take - takes the rows from `start` on, and tells how many bytes they took
 */
export async function cellSlices(
  session: Session,
  facts: TableFacts,
  names: readonly string[],
  { load, cell }: { readonly load: "values" | "values,valueTypes"; readonly cell: number },
  take: (start: number, count: number, blocks: readonly CellBlock[]) => number,
): Promise<void> {
  const blocks = adjacent(names.map((name) => ({ name, column: sheetColumnOf(facts, name) })));
  const sheet = session.workbook.worksheets.getItem(facts.sheet);
  await inSlices(facts.rows, bytesPerSlice / (names.length * cell), async (start, count) => {
    const ranges = blocks.map((block) =>
      sheet.getRangeByIndexes(facts.firstRow + start, block.column, count, block.names.length).load(load),
    );
    await session.sync();
    const bytes = take(
      start,
      count,
      blocks.map((block, b) => blockOf(block.names, ranges[b] as Excel.Range)),
    );
    for (const range of ranges) range.untrack();
    return bytes;
  });
}

/** Above five million cells Excel answers null instead of values: never to be taken for empty cells. */
function blockOf(names: readonly string[], range: Excel.Range): CellBlock {
  const values = range.values as CellBlock["values"] | null;
  if (values === null) throw tooMuchAsked();
  return { names, range, values };
}

function adjacent(columns: readonly { name: string; column: number }[]): readonly {
  readonly column: number;
  readonly names: string[];
}[] {
  const blocks: { column: number; names: string[] }[] = [];
  for (const { name, column } of [...columns].sort((a, b) => a.column - b.column)) {
    const last = blocks.at(-1);
    if (last && last.column + last.names.length === column) last.names.push(name);
    else blocks.push({ column, names: [name] });
  }
  return blocks;
}

/** As Excel would have said it, so that the slice is halved. */
export function tooMuchAsked(): Failure {
  return new Failure("unexpected", "Excel gave null for the values of a range", {
    detail: { excel: "ResponsePayloadSizeLimitExceeded" },
  });
}
