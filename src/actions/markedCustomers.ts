import { consolidate, customersIn, keysOf } from "../engine/consolidate/consolidate";
import { markedKeys } from "../engine/consolidate/markedKeys";
import { daysTested } from "../plan/usedColumns";
import type { Plan } from "../plan/plan";
import { columnNamed } from "../table/columnNamed";
import { noCustomer, type Column, type CustomerRows, type CustomerTable } from "../table/customerTable";
import { keyText } from "../table/keyText";
import type { Session } from "../workbook/inExcel";
import { inTurns, nextTurn } from "../workbook/inTurns";
import { keyMarks } from "../workbook/keyMarks";
import { readColumns } from "../workbook/readColumns";
import type { TableFacts } from "../workbook/tableFacts";
import { customersFrom1904 } from "./customersFrom1904";
import { customerRowsOf, leftOutRows } from "./readCustomerRows";

/** The customers of a table as segmentations see them, by the marks under which the store knows them. */
export interface MarkedCustomers {
  /** One row per customer. */
  readonly table: CustomerTable;
  readonly keys: readonly string[];
  readonly marks: readonly string[];
  /** All rows of the sheet, with the columns that were asked for. */
  readonly sheetRows: CustomerTable;
  /** The first row of each customer on the sheet; its own where each row is a customer. */
  readonly firstRow: (customer: number) => number;
  /** Customer of each mark; -1 for one that two customers share. */
  readonly customerOf: ReadonlyMap<string, number>;
}

/**
 * Reads the key column and others, and takes the rows of a customer together where a plan says so.
 *
 * @throws {Failure} `missing-column`, `no-answer`
 */
export async function markedCustomers(
  session: Session,
  facts: TableFacts,
  plan: Plan,
  columns: readonly string[],
): Promise<MarkedCustomers> {
  const names = [...new Set([plan.keyColumn, ...columns])];
  const read = { name: facts.name, rows: facts.rows, columns: await readColumns(session, facts, names) };
  const from1904 = daysTested(plan).size > 0 && (await customersFrom1904(session, plan, facts, read));
  const customers = await customerRowsOf(plan, read, await leftOutRows(session, facts, plan));
  const sheetRows = { ...read, customers, from1904 };
  await nextTurn();
  return markRows(plan, sheetRows);
}

/** The same of rows that were read already. */
export async function markRows(plan: Plan, sheetRows: CustomerTable): Promise<MarkedCustomers> {
  const several = customersIn(plan, sheetRows);
  const table = several ? consolidate(plan, sheetRows, several).table : sheetRows;
  const own = columnNamed(sheetRows, plan.keyColumn);
  const keys = several ? several.keys : await keyTexts(own);
  const first = several ? firstRows(several) : null;
  const customerOf = new Map<string, number>();
  const marked = several ? keysOf(plan.keyColumn, { count: several.count, keys: markedKeys(several) }) : own;
  const marks = await keyMarks(marked);
  await inTurns(marks.length, (i) => {
    const mark = marks[i] ?? "";
    customerOf.set(mark, customerOf.has(mark) ? -1 : i);
  });
  return { table, keys, marks, sheetRows, firstRow: (customer) => first?.[customer] ?? customer, customerOf };
}

async function keyTexts(keys: Column): Promise<readonly string[]> {
  const texts: string[] = [];
  await inTurns(keys.kinds.length, (row) => {
    texts.push(keyText(keys, row));
  });
  return texts;
}

function firstRows({ of, count }: CustomerRows): Int32Array {
  const first = new Int32Array(count);
  for (let row = of.length - 1; row >= 0; row--) {
    const customer = of[row] ?? noCustomer;
    if (customer !== noCustomer) first[customer] = row;
  }
  return first;
}
