import { Failure } from "../failure";
import type { Plan } from "../plan/plan";
import { reportAmounts, reportColumns } from "../plan/reportColumns";
import { usedColumns } from "../plan/usedColumns";
import { columnNamed } from "../table/columnNamed";
import { CellKind, LeftOut, type Column, type CustomerTable } from "../table/customerTable";
import { keyCheck } from "../table/keyCheck";
import { cellName, lettersOf } from "../workbook/address";
import { fingerprint } from "../workbook/fingerprint";
import { inExcel, type Session } from "../workbook/inExcel";
import { inTurns } from "../workbook/inTurns";
import { readColumns } from "../workbook/readColumns";
import { tableFacts, type TableFacts } from "../workbook/tableFacts";
import { customersFrom1904 } from "./customersFrom1904";
import { readOrders, type OrdersPlace, type ReadLines } from "./orders/readOrders";
import type { ActionOptions } from "./progress";
import { customerRowsOf, leftOutRows } from "./readCustomerRows";
import { requireOneCurrency, withoutDays } from "./requireOneCurrency";
import { requireDistinct, requireReadable } from "./requireReadable";

/** The customers with the columns that a plan uses, and where they stand, so that a row can be named as a cell. */
export interface Customers {
  readonly table: CustomerTable;
  readonly sheet: string;
  /** Row number on the sheet of the first customer, counted from one. */
  readonly firstRow: number;
  /** Column letters by column name. */
  readonly letters: ReadonlyMap<string, string>;
  /** Fingerprint of the key column: tells whether rows came, went or were sorted since. */
  readonly fingerprint: string;
  /** By the id of the segmentation where the lines of its table of orders stand. */
  readonly orders: Readonly<Record<string, OrdersPlace>>;
  /** The tables of orders as they were read. */
  readonly orderLines: readonly ReadLines[];
}

/**
 * Reads the key column and the columns that a plan uses, and for `reports` those that sheets tell of beside them. Keep
 * the result: a changed cut-off needs no second reading.
 *
 * @throws {Failure} `missing-table`, `empty-table`, `no-header`, `missing-column`, `same-column-names`,
 *   `blank-key`, `duplicate-key` unless a customer may have several rows, `digits-lost`, `mixed-currencies`,
 *   `cancelled`, `no-answer`; and as `readOrders`
 */
export function readCustomers(
  plan: Plan,
  { signal, onProgress, reports = false }: ActionOptions & { readonly reports?: boolean } = {},
): Promise<Customers> {
  return inExcel(
    plan.table.name,
    async (session) => {
      const facts = await tableFacts(session, plan.table);
      requireReadable(facts);
      const names = facts.columns.map(({ name }) => name);
      const told = reports ? reportColumns(plan, names) : [];
      const needed = [...new Set([plan.keyColumn, ...usedColumns(plan), ...told])];
      requireDistinct(facts, needed);
      const amounts = plan.segmentations.map(({ valueColumn }) => valueColumn);
      const days = await requireOneCurrency(session, facts, plan, [
        ...amounts,
        ...(reports ? reportAmounts(plan) : []),
      ]);
      const cells = await readColumns(session, facts, needed, (done, total) =>
        onProgress?.({ stage: "reading", done, total }),
      );
      const columns = withoutDays(cells, days);
      requireCustomers(facts, columns);
      const read: CustomerTable = { name: facts.name, rows: facts.rows, columns };
      const keys = columnNamed(read, plan.keyColumn);
      const leftOut = await leftOutRows(session, facts, plan);
      await requireKeys(facts, keys, plan.rows.perCustomer, leftOut);
      const from1904 = await customersFrom1904(session, plan, facts, read);
      const table: CustomerTable = { ...read, customers: await customerRowsOf(plan, read, leftOut), from1904 };
      const orders = await readOrders(session, plan, table, onProgress);
      return {
        table: orders ? { ...table, transactions: orders.transactions } : table,
        orders: orders?.places ?? {},
        orderLines: orders?.lines ?? [],
        sheet: facts.sheet,
        firstRow: facts.firstRow + 1,
        letters: new Map(facts.columns.map(({ name }, i) => [name, lettersOf(facts.place.column + i)])),
        fingerprint: await fingerprint(keys),
      };
    },
    { signal },
  );
}

/** The keys' fingerprint as the workbook has it now. */
export async function readFingerprint(session: Session, facts: TableFacts, keyColumn: string): Promise<string> {
  const [keys] = await readColumns(session, facts, [keyColumn]);
  return fingerprint(keys as Column);
}

/** An empty table of Excel's has one blank row. */
function requireCustomers(facts: TableFacts, columns: readonly Column[]): void {
  if (columns.some(({ kinds }) => kinds.some((kind) => kind !== CellKind.empty))) return;
  throw new Failure("empty-table", `table ${facts.name} holds blank rows only`, { subject: facts.name });
}

/** Rows that are left out need no key, and may have one that others have. */
async function requireKeys(
  facts: TableFacts,
  keys: Column,
  perCustomer: Plan["rows"]["perCustomer"],
  leftOut: Uint8Array | null,
): Promise<void> {
  const column = facts.place.column + facts.columns.findIndex(({ name }) => name === keys.name);
  const cell = (row: number): string => cellName(facts.sheet, facts.firstRow + row, column);
  const cells = (rows: readonly number[]): readonly string[] => rows.slice(0, 10).map(cell);
  const check = keyCheck(keys);
  await inTurns(facts.rows, (row) => {
    if (leftOut === null || leftOut[row] === LeftOut.counts) check.add(row);
  });
  const { blank, duplicates, digitsLost } = check.problems();
  if (blank.length > 0) {
    throw new Failure("blank-key", `${blank.length} rows have no key`, {
      subject: cell(blank[0] ?? 0),
      detail: { count: blank.length, column: keys.name, cells: cells(blank) },
    });
  }
  const [duplicate] = duplicates;
  if (duplicate && perCustomer === "one") {
    throw new Failure("duplicate-key", `${duplicates.length} keys stand in more than one row`, {
      subject: cell(duplicate.rows[0] ?? 0),
      detail: { count: duplicates.length, column: keys.name, key: duplicate.key, cells: cells(duplicate.rows) },
    });
  }
  if (digitsLost.length > 0) {
    throw new Failure("digits-lost", `${digitsLost.length} ids have more digits than Excel keeps`, {
      subject: cell(digitsLost[0] ?? 0),
      detail: { count: digitsLost.length, column: keys.name, cells: cells(digitsLost) },
    });
  }
}
