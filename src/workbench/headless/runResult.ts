import type { RunResult } from "../../actions/runPlan";
import type { ListedRow } from "../../engine/outcome";
import { cellAddress, quotedSheetName } from "../../host/model/address";
import type { Book } from "../../host/model/book";

/** A customer that got no label, or a label with a remark, and the cell that is why. */
export interface ResultRow {
  readonly key: string;
  readonly cell: string;
  readonly reason: string;
  readonly content: string;
}

/** RESULT.json: what was read, by which parameters, and what came out. Shares are fractions of one. */
export interface ResultFile {
  readonly table: string;
  readonly keyColumn: string;
  readonly dataDate: string | null;
  readonly run: { readonly id: string; readonly at: string; readonly person: string };
  readonly rowsRead: number;
  readonly segmentations: readonly {
    readonly id: string;
    readonly name: string;
    /** Header of the label column as written. */
    readonly column: string;
    readonly method: string;
    /** Parameters as used. */
    readonly parameters: Readonly<Record<string, unknown>>;
    readonly rowsClassified: number;
    readonly rowsNotClassified: number;
    /** Sum over classified rows, and of their values above zero, which shares refer to. */
    readonly totalValue: number;
    readonly positiveValue: number;
    readonly groups: readonly {
      readonly id: string;
      readonly name: string;
      readonly customers: number;
      readonly value: number;
      readonly shareOfCustomers: number;
      readonly shareOfValue: number;
      readonly median: number | null;
    }[];
    readonly exceptions: readonly ResultRow[];
    readonly remarks: readonly ResultRow[];
  }[];
}

/** The result of a run, with cells named as the workbook names them. */
export function runResult({ plan, outcome, record, columns }: RunResult, book: Book): ResultFile {
  const cellOf = cellNamer(book, record.table);
  const listed = (rows: readonly ListedRow[]): ResultRow[] =>
    rows.map(({ row, key, reason, column, content }) => ({ key, cell: cellOf(row, column), reason, content }));
  return {
    table: record.table,
    keyColumn: plan.keyColumn,
    dataDate: plan.dataDate,
    run: { id: record.id, at: record.at, person: record.person },
    rowsRead: outcome.rows,
    segmentations: outcome.segmentations.map((result) => ({
      id: result.id,
      name: result.name,
      column: columns.find(({ segmentation }) => segmentation === result.id)?.name ?? result.name,
      method: result.method,
      parameters: result.used,
      rowsClassified: result.classified,
      rowsNotClassified: result.notClassified.length,
      totalValue: result.totalValue,
      positiveValue: result.positiveValue,
      groups: result.groups,
      exceptions: listed(result.notClassified),
      remarks: listed(result.remarks),
    })),
  };
}

/** Names the cell of a row and column of a table, e.g. "Clients!H14". */
function cellNamer(book: Book, tableName: string): (row: number, column: string) => string {
  for (const sheet of book.sheets) {
    const table = sheet.tables.find(({ name }) => name === tableName);
    if (!table) continue;
    const first = table.area.row + (table.showHeaders ? 1 : 0);
    return (row, column) => {
      const index = table.columns.findIndex(({ name }) => name === column);
      return `${quotedSheetName(sheet.name)}!${cellAddress(first + row, table.area.column + index)}`;
    };
  }
  return (_, column) => column;
}
