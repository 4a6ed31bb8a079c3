import type { Owners } from "../../actions/owners/readOwners";
import { ordersAccounts } from "../../actions/orders/ordersAccounts";
import type { ListResult } from "./planWithTable";
import type { RunResult } from "../../actions/runPlan";
import type { ComparedFigures } from "../../actions/writing/compareFigures";
import { showsSame } from "../../actions/writing/labelNames";
import type { Moves } from "../../engine/compareRuns";
import { customerAmounts } from "../../engine/consolidate/customerAmounts";
import type { ListedRow, SegmentationOutcome, Unclassified } from "../../engine/outcome";
import { reconcile } from "../../engine/reconcile";
import { leftOutCounts } from "../../engine/leftOutCounts";
import { combinationFor, type RowCombination } from "../../plan/combinationFor";
import type { Plan } from "../../plan/plan";
import { columnsOf } from "../../plan/usedColumns";
import { cellAddress, quotedSheetName } from "../../host/model/address";
import type { Book } from "../../host/model/book";

/** A customer that got no label, or a label with a remark, and the cell that is why. */
export interface ResultRow {
  readonly key: string;
  readonly cell: string;
  readonly reason: string;
  readonly content: string;
  /** The customer's value; null where no cell of it is a number. */
  readonly amount: number | null;
}

/** What was declared of the reading; null where nobody said anything. */
export interface ReadingResult {
  readonly numbers: string | null;
  readonly dates: string | null;
  /** How many rows were left out by choice; they are among the exceptions of every segmentation. */
  readonly hiddenRows: { readonly choice: Plan["reading"]["hiddenRows"]; readonly leftOut: number };
  readonly subtotals: {
    readonly choice: Plan["reading"]["subtotals"];
    readonly leftOut: number;
    /** Cells of rows that look like totals and count as customers, because nobody said otherwise. */
    readonly counted: readonly string[];
  };
}

/** How the rows of a customer came to one. */
export interface RowsResult {
  readonly dateColumn: string | null;
  readonly groupColumn: string | null;
  /** By column that a segmentation reads. */
  readonly combined: Readonly<Record<string, RowCombination>>;
}

type OrdersAccount = ReturnType<typeof ordersAccounts>[number];

/** Lines read = lines that count + lines that do not, by the reason; amounts as far as cells hold numbers. */
export interface OrdersResult extends Omit<OrdersAccount, "segmentation" | "listed"> {
  /** The first lines that cannot be used. */
  readonly notUsable: readonly { readonly reason: string; readonly cell: string; readonly content: string }[];
}

/** RESULT.json: what was read, by which parameters, and what came out. Shares are fractions of one. */
export interface ResultFile {
  readonly table: string;
  /** Null where the customers stood in a table already. */
  readonly list: ListResult | null;
  readonly keyColumn: string;
  readonly dataDate: string | null;
  readonly run: { readonly id: string; readonly at: string; readonly person: string };
  readonly rowsRead: number;
  /** Of the segments in the plan: those without an owner, and those whose review was due before the run. */
  readonly owners: {
    readonly segments: number;
    readonly withoutOwner: number;
    readonly reviewsLate: number;
    /** Cells of the Owners sheet that could not be understood. */
    readonly problems: Owners["problems"];
  };
  readonly customersRead: number;
  /** What of the looks could not be set, by sheet: labels, sheets and figures are complete all the same. */
  readonly missingLooks: RunResult["missingLooks"];
  readonly reading: ReadingResult;
  /** How the rows of a customer came to one; null where each row is a customer. */
  readonly rows: RowsResult | null;
  /** Whether the formulas of the sheet Segments show what the run found, cell by cell; null where it could not be read. */
  readonly figures: ComparedFigures | null;
  readonly segmentations: readonly {
    readonly id: string;
    readonly name: string;
    /** Header of the label column as written. */
    readonly column: string;
    readonly method: string;
    /** Parameters as used. */
    readonly parameters: SegmentationOutcome["used"];
    readonly rowsClassified: number;
    readonly rowsNotClassified: number;
    readonly customersClassified: number;
    readonly customersNotClassified: number;
    /** Sum over classified rows; and what all shares of value refer to: of all customers, those above zero. */
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
    /** The customers without a label: with their shares, those of the groups add up to one. */
    readonly notClassified: Unclassified;
    /** Headers of the columns of measures beside the labels, by what they hold. */
    readonly measureColumns: Readonly<Record<string, string>>;
    /** What became of the lines of orders; null where the segmentation does not go by them. */
    readonly orders: OrdersResult | null;
    readonly exceptions: readonly ResultRow[];
    readonly remarks: readonly ResultRow[];
  }[];
}

/** The result of a run, with cells named as the workbook names them. */
export function runResult(
  { plan, outcome, customers, moves, record, columns, figures, missingLooks }: RunResult,
  book: Book,
  owners: Owners,
  totals: readonly string[],
): Omit<ResultFile, "list"> {
  const cellOf = cellNamer(book, record.table);
  const sums = reconcile(plan, outcome, customers.table);
  const accounts = ordersAccounts(plan, outcome, customers);
  const listed = (id: string, rows: readonly ListedRow[]): ResultRow[] => {
    const valueColumn = sums.find((sum) => sum.id === id)?.valueColumn ?? "";
    const amountOf = customerAmounts(plan, customers.table, valueColumn);
    return rows.map(({ row, key, reason, column, content }) => {
      return { key, cell: cellOf(row, column), reason, content, amount: amountOf(row) };
    });
  };
  return {
    table: record.table,
    keyColumn: plan.keyColumn,
    dataDate: plan.dataDate,
    run: { id: record.id, at: record.at, person: record.person },
    rowsRead: outcome.rows,
    owners: {
      segments: owners.rows.filter(({ inPlan }) => inPlan).length,
      withoutOwner: owners.ownerless,
      reviewsLate: owners.late,
      problems: owners.problems,
    },
    customersRead: outcome.customers,
    missingLooks,
    reading: readingResult(plan, outcome, totals),
    rows: rowsResult(plan),
    figures,
    segmentations: outcome.segmentations.map((result) => ({
      id: result.id,
      name: result.name,
      column: columns.find((column) => showsSame(column, { segmentation: result.id }))?.name ?? result.name,
      method: result.method,
      parameters: result.used,
      rowsClassified: sums.find(({ id }) => id === result.id)?.rowsClassified ?? 0,
      rowsNotClassified: sums.find(({ id }) => id === result.id)?.rowsNotClassified ?? 0,
      customersClassified: result.classified,
      customersNotClassified: result.notClassified.length,
      totalValue: result.totalValue,
      positiveValue: result.positiveValue,
      tableValue: sums.find(({ id }) => id === result.id)?.total ?? 0,
      valueNotClassified: sums.find(({ id }) => id === result.id)?.valueNotClassified ?? 0,
      valueUnaccounted: sums.find(({ id }) => id === result.id)?.valueOpen ?? 0,
      moves: movesOf(moves, result.id),
      groups: result.groups,
      notClassified: result.unclassified,
      measureColumns: Object.fromEntries(
        columns.flatMap(({ segmentation, measure, name }) =>
          segmentation === result.id && measure !== undefined ? [[measure, name]] : [],
        ),
      ),
      orders: ordersResult(accounts.find(({ segmentation }) => segmentation.id === result.id)),
      exceptions: listed(result.id, result.notClassified),
      remarks: listed(result.id, result.remarks),
    })),
  };
}

function ordersResult(account: OrdersAccount | undefined): OrdersResult | null {
  if (!account) return null;
  const { segmentation: _segmentation, listed, ...counts } = account;
  const notUsable = listed.map(({ reason, sheet, cell, content }) => {
    return { reason, cell: `${quotedSheetName(sheet)}!${cell}`, content };
  });
  return { ...counts, notUsable };
}

function readingResult(
  { reading }: Plan,
  { segmentations: [first] }: RunResult["outcome"],
  counted: readonly string[],
): ReadingResult {
  const { hidden, totals } = leftOutCounts(first ?? { notClassified: [] });
  return {
    numbers: reading.numbers,
    dates: reading.dates,
    hiddenRows: { choice: reading.hiddenRows, leftOut: hidden },
    subtotals: { choice: reading.subtotals, leftOut: totals, counted },
  };
}

function rowsResult(plan: Plan): RowsResult | null {
  const { perCustomer, dateColumn, groupColumn } = plan.rows;
  if (perCustomer === "one") return null;
  const names = plan.segmentations.flatMap(columnsOf);
  return {
    dateColumn,
    groupColumn,
    combined: Object.fromEntries(names.map((name) => [name, combinationFor(plan, name)])),
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
