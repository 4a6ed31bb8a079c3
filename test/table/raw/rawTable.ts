import { columnOf, type Content } from "../../../src/table/columns";
import type { MergedCells, RawTable } from "../../../src/table/raw/rawTable";

/** A range of the cells given, row by row; a column whose header says "date" shows its numbers as days. */
export function rawTable(rows: readonly (readonly Content[])[], merges: readonly MergedCells[] = []): RawTable {
  const width = Math.max(...rows.map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, i) => {
    const column = columnOf(
      String.fromCharCode(65 + i),
      rows.map((cells) => cells[i] ?? null),
    );
    const flags = new Uint8Array(rows.length);
    return { ...column, dated: flags, subtotals: flags, formulas: flags };
  });
  return { rows: rows.length, columns, merges };
}
