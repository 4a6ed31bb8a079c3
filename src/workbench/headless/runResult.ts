import type { RunResult } from "../../actions/runPlan";
import type { Moves } from "../../engine/compareRuns";
import type { ListedRow } from "../../engine/outcome";
import { reconcile } from "../../engine/reconcile";
import { columnNamed } from "../../table/columnNamed";
import { readNumber } from "../../table/readNumber";
import { cellAddress, quotedSheetName } from "../../host/model/address";
import type { Book } from "../../host/model/book";

/** A customer that got no label, or a label with a remark, and the cell that is why. */
export interface ResultRow {
  readonly key: string;
  readonly cell: string;
  readonly reason: string;
  readonly content: string;
  /** The customer's value; null where its cell is no number. */
  readonly amount: number | null;
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
    /** The table's own total, and what of it is neither classified nor listed: zero. */
    readonly tableValue: number;
    readonly valueNotClassified: number;
    readonly valueUnaccounted: number;
    /** Against the run before; null where there is none that had this segmentation. */
    readonly moves: Omit<Moves, "id"> | null;
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
export function runResult({ plan, outcome, customers, moves, record, columns }: RunResult, book: Book): ResultFile {
  const cellOf = cellNamer(book, record.table);
  const sums = reconcile(plan, outcome, customers.table);
  const listed = (id: string, rows: readonly ListedRow[]): ResultRow[] => {
    const valueColumn = sums.find((sum) => sum.id === id)?.valueColumn ?? "";
    return rows.map(({ row, key, reason, column, content }) => {
      const value = readNumber(columnNamed(customers.table, valueColumn), row);
      const amount = typeof value === "number" ? value : null;
      return { key, cell: cellOf(row, column), reason, content, amount };
    });
  };
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
      tableValue: sums.find(({ id }) => id === result.id)?.total ?? 0,
      valueNotClassified: sums.find(({ id }) => id === result.id)?.valueNotClassified ?? 0,
      valueUnaccounted: sums.find(({ id }) => id === result.id)?.valueOpen ?? 0,
      moves: movesOf(moves, result.id),
      groups: result.groups,
      exceptions: listed(result.id, result.notClassified),
      remarks: listed(result.id, result.remarks),
    })),
  };
}

function movesOf(moves: readonly Moves[], wanted: string): Omit<Moves, "id"> | null {
  const found = moves.find(({ id }) => id === wanted);
  if (!found) return null;
  const { id: _id, ...rest } = found;
  return rest;
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
