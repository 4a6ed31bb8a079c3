import { dateReading } from "../../segmentations/shared/dateReading";
import { lineHashesBuilder, type LineHashes } from "../../engine/lineHashes";
import { Failure } from "../../failure";
import type { Plan } from "../../plan/plan";
import type { SegmentationBy } from "../../segmentations/plans";
import { columnNamed } from "../../table/columnNamed";
import { CellKind, noCustomer, type Column, type CustomerTable } from "../../table/customerTable";
import { idNumbers, type IdNumbers } from "../../table/idNumbers";
import { firstUnsafeId } from "../../table/keyCheck";
import { orderLinesReader, type OrderColumns, type UnusableLine } from "../../table/orderLines";
import { LineState, type Transactions } from "../../table/transactions";
import { cellName, lettersOf } from "../../workbook/address";
import { countsFrom1904 } from "../../workbook/countsFrom1904";
import { hiddenRows } from "../../workbook/hiddenRows";
import type { Session } from "../../workbook/inExcel";
import { inTurns } from "../../workbook/inTurns";
import { readColumns } from "../../workbook/readColumns";
import { sheetColumnOf, tableFacts, type TableFacts } from "../../workbook/tableFacts";
import { dayCells } from "../dayCells";
import type { ActionOptions } from "../progress";
import { requireDistinct, requireReadable } from "../requireReadable";
import { requireOneCurrency, withoutDays } from "../requireOneCurrency";
import { totalLines, type TotalLines } from "./oddLines";

type Source = Extract<SegmentationBy<"rfm">["source"], { kind: "transactions" }>;

/** Where the lines of a table of orders stand, and the first of those that cannot be used. */
export interface OrdersPlace {
  readonly table: string;
  readonly sheet: string;
  /** Row number on the sheet of the first line, counted from one. */
  readonly firstRow: number;
  /** Column letters by column name. */
  readonly letters: ReadonlyMap<string, string>;
  /** Whether the workbook counts its days from 1904. */
  readonly from1904: boolean;
  readonly unusable: readonly UnusableLine[];
  /** How many lines a person or a filter hides: they are read like all others. */
  readonly hidden: number;
  /** Lines that count although one of their texts names a total: how many, and the first of them. */
  readonly totals: TotalLines;
}

/** A table of orders as it was read, for whoever looks later whether it is still the same. */
export interface ReadLines {
  readonly table: { readonly id: string; readonly name: string };
  readonly place: Pick<OrdersPlace, "sheet" | "firstRow" | "letters">;
  readonly hashes: LineHashes;
}

/** The orders of a plan's segmentations, by their ids. */
export interface Orders {
  readonly transactions: Readonly<Record<string, Transactions>>;
  readonly places: Readonly<Record<string, OrdersPlace>>;
  /** Every table once. */
  readonly lines: readonly ReadLines[];
}

/**
 * Reads the tables of orders that a plan names: only the columns that it needs, those of a table once for all
 * segmentations that share it. Hidden and filtered lines are read like all others.
 *
 * A run looks at them again right before it writes (`requireSameOrders`).
 *
 * @param customers - the table of customers, as read
 * @returns null where no segmentation goes by orders
 * @throws {Failure} `missing-orders`, `no-header`, `empty-table`, `missing-column`, `same-column-names`,
 *   `mixed-currencies`, `digits-lost`; `no-dates`, `not-a-number` and `no-matching-orders` where a whole column cannot
 *   be used
 */
export async function readOrders(
  session: Session,
  plan: Plan,
  customers: CustomerTable,
  onProgress: ActionOptions["onProgress"],
): Promise<Orders | null> {
  const wanted = sourcesByTable(plan);
  if (wanted.length === 0) return null;
  const customerOf = await customerNumbers(columnNamed(customers, plan.keyColumn), customers);
  const transactions: Record<string, Transactions> = {};
  const places: Record<string, OrdersPlace> = {};
  const lines: ReadLines[] = [];
  for (const sharing of wanted) {
    const facts = await ordersFacts(session, sharing);
    const names = [...new Set(sharing.flatMap(({ source }) => columnsOf(source)))];
    requireDistinct(facts, names);
    // The roles of a plan are those of the columns of its customers.
    const amounts = sharing.flatMap(({ source }) => source.amountColumn ?? []);
    const days = await requireOneCurrency(session, facts, { ...plan, roles: {} }, amounts);
    const cells = await readColumns(session, facts, names, (done, total) =>
      onProgress?.({ stage: "reading", done, total }),
    );
    const columns = withoutDays(cells, days);
    const table: CustomerTable = { name: facts.name, rows: facts.rows, columns };
    const hashes = lineHashesBuilder(columns, facts.rows);
    await inTurns(facts.rows, hashes.add);
    const body = { ...facts.place, row: facts.firstRow, rows: facts.rows };
    const hidden = (await hiddenRows(session, facts.sheet, body)).length;
    lines.push({ table: { id: facts.id, name: facts.name }, place: placeOf(facts), hashes: hashes.finish() });
    for (const { id, source } of sharing) {
      const from1904 = await countsFrom1904(
        session,
        facts.sheet,
        dayCells(facts, columnNamed(table, source.dateColumn)),
      );
      const own = plan.reading.columns?.find(({ column }) => column === source.amountColumn);
      const reading = { dates: dateReading(plan.reading, from1904), numbers: own?.numbers ?? plan.reading.numbers };
      const read = await readLines(facts, table, source, { ...reading, customerOf });
      transactions[id] = read.transactions;
      const totals = await totalLines(table, source, read.transactions);
      places[id] = { ...placeOf(facts), from1904, unusable: read.unusable, hidden, totals };
    }
  }
  return { transactions, places, lines };
}

interface Wanted {
  readonly id: string;
  readonly source: Source;
}

/** The sources of a plan, those of one table together. */
function sourcesByTable({ segmentations }: Plan): readonly (readonly Wanted[])[] {
  const byTable = new Map<string, Wanted[]>();
  for (const segmentation of segmentations) {
    if (segmentation.method !== "rfm" || segmentation.source.kind !== "transactions") continue;
    const { id, source } = segmentation;
    const table = JSON.stringify(source.table);
    byTable.set(table, [...(byTable.get(table) ?? []), { id, source }]);
  }
  return [...byTable.values()];
}

function columnsOf({ customerColumn, dateColumn, leaveOut, ...source }: Source): readonly string[] {
  const { amountColumn, quantityColumn = null, orderColumn } = source;
  const others = [amountColumn, quantityColumn, orderColumn, ...leaveOut.map(({ column }) => column)];
  return [customerColumn, dateColumn, ...others.filter((name) => name !== null)];
}

/** The row or the number of each customer by its key. */
async function customerNumbers(keys: Column, { rows, customers }: CustomerTable): Promise<IdNumbers> {
  const numbers = idNumbers(keys);
  await inTurns(rows, (row) => {
    const customer = customers?.of[row] ?? row;
    if (customer !== noCustomer) numbers.add(keys, row, customer);
  });
  return numbers;
}

async function ordersFacts(session: Session, [first]: readonly Wanted[]): Promise<TableFacts> {
  const { id, name } = first?.source.table ?? { id: "", name: "" };
  try {
    const facts = await tableFacts(session, { id, name });
    requireReadable(facts);
    return facts;
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "missing-table") throw error;
    throw new Failure("missing-orders", `table ${name} is not in the workbook`, { subject: name, cause: error });
  }
}

function placeOf(facts: TableFacts): Pick<OrdersPlace, "table" | "sheet" | "firstRow" | "letters"> {
  return {
    table: facts.name,
    sheet: facts.sheet,
    firstRow: facts.firstRow + 1,
    letters: new Map(facts.columns.map(({ name }, i) => [name, lettersOf(facts.place.column + i)])),
  };
}

async function readLines(
  facts: TableFacts,
  table: CustomerTable,
  source: Source,
  reading: Pick<OrderColumns, "dates" | "numbers" | "customerOf">,
): Promise<{ readonly transactions: Transactions; readonly unusable: readonly UnusableLine[] }> {
  const customer = columnNamed(table, source.customerColumn);
  const order = source.orderColumn === null ? null : columnNamed(table, source.orderColumn);
  for (const ids of order ? [customer, order] : [customer]) requireDigits(facts, ids);
  const reader = orderLinesReader({
    name: facts.name,
    lines: facts.rows,
    customer,
    date: columnNamed(table, source.dateColumn),
    amount: source.amountColumn === null ? null : columnNamed(table, source.amountColumn),
    quantity: source.quantityColumn === undefined ? null : columnNamed(table, source.quantityColumn),
    order,
    leaveOut: source.leaveOut.map(({ column, values = [], prefixes = [], range = null }) => ({
      column: columnNamed(table, column),
      values: new Set(values.map((value) => value.trim().normalize("NFC"))),
      prefixes: prefixes.map((prefix) => prefix.trim()),
      range,
    })),
    ...reading,
  });
  await inTurns(facts.rows, reader.add);
  const read = reader.finish();
  requireSome(facts, read.transactions, source);
  return read;
}

/** @throws {Failure} `digits-lost` where ids have more digits than Excel keeps: two of them may have become one */
function requireDigits(facts: TableFacts, { name, kinds, numbers }: Column): void {
  const isLost = (_: unknown, row: number): boolean =>
    kinds[row] === CellKind.number && Math.abs(numbers[row] ?? 0) >= firstUnsafeId;
  const first = kinds.findIndex(isLost);
  if (first < 0) return;
  const subject = cellName(facts.sheet, facts.firstRow + first, sheetColumnOf(facts, name));
  const count = kinds.filter(isLost).length;
  throw new Failure("digits-lost", `${count} ids have more digits than Excel keeps`, {
    subject,
    detail: { count, column: name, cells: [subject] },
  });
}

/** Refuses a table of which not one line could be used, and says which column is why. */
function requireSome(facts: TableFacts, { states, days, amounts }: Transactions, source: Source): void {
  if (states.some((state) => state === LineState.counts || state === LineState.leftOut)) return;
  const { customerColumn, dateColumn, amountColumn } = source;
  const refuse = (code: "no-dates" | "not-a-number" | "no-matching-orders", column: string): never => {
    const subject = cellName(facts.sheet, facts.firstRow, sheetColumnOf(facts, column));
    throw new Failure(code, `column ${column} of table ${facts.name} holds nothing to go by`, {
      subject,
      detail: { column, table: facts.name },
    });
  };
  if (days.every((day) => day === 0)) refuse("no-dates", dateColumn);
  if (amountColumn !== null && amounts.every((amount) => Number.isNaN(amount))) refuse("not-a-number", amountColumn);
  if (states.every((state) => state === LineState.unknownCustomer || state === LineState.noCustomer)) {
    refuse("no-matching-orders", customerColumn);
  }
}
