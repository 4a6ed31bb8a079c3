import { changedSince, type ChangedSince } from "../../engine/changedSince";
import { markedKeys } from "../../engine/consolidate/markedKeys";
import { keysOf } from "../../engine/consolidate/consolidate";
import type { KeptLabels } from "../../engine/keptLabels";
import type { SeenCells } from "../../engine/seenCells";
import { failureData, type FailureData } from "../../failure";
import type { Plan } from "../../plan/plan";
import { columnNamed } from "../../table/columnNamed";
import { noCustomer } from "../../table/customerTable";
import { inExcel, type Session } from "../../workbook/inExcel";
import { keyMarks } from "../../workbook/keyMarks";
import { readEntries } from "../../workbook/store";
import { openStored } from "../recovery/openStored";
import type { Preview } from "../previewPlan";
import type { ActionOptions } from "../progress";
import { readCustomers, type Customers } from "../readCustomers";
import type { RunRecord } from "../readState";
import { storedPlan } from "../storedPlan";
import { rowsBefore } from "../writing/comparedRuns";
import { entryNames } from "../writing/entries";
import { readStored } from "../writing/journal";
import { changedOrders, mostCells, type ChangedOrders } from "./changedOrders";
import { seenColumns, seenDates, seenNow } from "./seenNow";
import { storedSeen } from "./storedSeen";

/** What changed in the tables since the last complete run, as far as its labels go by them. */
export interface OutOfDate {
  readonly run: Pick<RunRecord, "id" | "at">;
  readonly table: string;
  /** True where a customer has several rows. */
  readonly several: boolean;
  readonly columns: readonly {
    readonly name: string;
    /** Customers whose cells changed; 0 where only the column as a whole is known to have. */
    readonly customers: number;
    /** The first of these cells, in the order of the sheet, as people name them. */
    readonly cells: readonly string[];
    /** True if its formulas give another value at every calculation. */
    readonly restless: boolean;
  }[];
  /** Customers who have a changed cell, and whether there may be more of them. */
  readonly changed: number;
  readonly atLeast: boolean;
  /** Customers who were not in the table, and the first of their cells; and how many are gone. */
  readonly entered: number;
  readonly enteredCells: readonly string[];
  readonly left: number;
  /** The tables of orders whose lines changed. */
  readonly orders: readonly ChangedOrders[];
  /** Why the table cannot be read any more as the run read it; nothing else is known then. */
  readonly unreadable: FailureData | null;
}

/**
 * Compares the customer table and those of orders with what the last complete run saw in them. Rows may have been sorted meanwhile: that is no
 * change. Reads only, in slices, and may be stopped.
 *
 * @param options.preview - customers that are read already: used where they hold what the run went by
 * @returns null if nothing changed, or nothing is known of the last run's cells
 * @throws {Failure} `cancelled`, `no-answer`
 */
export async function findOutOfDate(
  options: ActionOptions & { readonly preview?: Preview | null } = {},
): Promise<OutOfDate | null> {
  const last = await inExcel("workbook", (session) => lastSeen(session), options);
  if (last === null) return null;
  try {
    const known = options.preview && holds(options.preview, last.plan) ? options.preview.customers : null;
    const customers = known ?? (await readCustomers(last.plan, options));
    return await compared(last, customers);
  } catch (error) {
    const failure = failureData(error);
    if (failure.code === "cancelled" || failure.code === "no-answer") throw error;
    return { ...nothing(last), unreadable: failure };
  }
}

interface LastSeen {
  readonly run: RunRecord;
  readonly plan: Plan;
  readonly seen: SeenCells;
  readonly labels: KeptLabels | null;
}

async function lastSeen(session: Session): Promise<LastSeen | null> {
  const { head } = await openStored(session);
  if (!head || head.run) return null;
  const texts = await readEntries(session, head, [entryNames.runs, entryNames.seen, entryNames.labels]);
  const seen = storedSeen(texts[entryNames.seen]);
  const run = [...(readStored("runs", texts[entryNames.runs]) ?? [])]
    .reverse()
    .find(({ status }) => status === "complete");
  if (!seen || !run) return null;
  const { plan } = await storedPlan(session, head);
  return plan && { run, plan, seen, labels: readStored("labels", texts[entryNames.labels]) };
}

/** True if a preview read all that a plan goes by, and in the same way. */
function holds({ plan: read, customers }: Preview, plan: Plan): boolean {
  const way = ({ table, keyColumn, rows, reading, segmentations }: Plan): string =>
    JSON.stringify([table.id, keyColumn, rows, reading, ordersOf(segmentations)]);
  const names = customers.table.columns.map(({ name }) => name);
  return way(read) === way(plan) && seenColumns(plan).every((name) => names.includes(name));
}

function ordersOf(segmentations: Plan["segmentations"]): readonly unknown[] {
  return segmentations.flatMap((one) =>
    one.method === "rfm" && one.source.kind === "transactions" ? [one.source] : [],
  );
}

function nothing({ run, plan }: LastSeen): OutOfDate {
  return {
    run: { id: run.id, at: run.at },
    table: plan.table.name,
    several: plan.rows.perCustomer === "several",
    columns: [],
    changed: 0,
    atLeast: false,
    entered: 0,
    enteredCells: [],
    left: 0,
    orders: [],
    unreadable: null,
  };
}

async function compared(last: LastSeen, customers: Customers): Promise<OutOfDate | null> {
  const { plan, seen, labels } = last;
  const { table } = customers;
  const several = table.customers;
  const whose = several
    ? keysOf(plan.keyColumn, { count: several.count, keys: markedKeys(several) })
    : columnNamed(table, plan.keyColumn);
  const marks = await keyMarks(whose);
  const now = await seenNow(plan, table, marks, seen.width);
  const since = changedSince(seen, now, labels && (await rowsBefore(labels, marks)), seenDates(plan));
  const orders = await changedOrders(seen.orders ?? [], customers.orderLines);
  if (since.columns.length + since.entered.length + since.left + orders.length === 0) return null;
  return { ...nothing(last), ...told(since, customers, plan), orders };
}

function told(since: ChangedSince, customers: Customers, plan: Plan): Partial<OutOfDate> {
  const { table, sheet, firstRow, letters } = customers;
  const firstOf = firstRows(customers);
  const cells = (who: readonly number[], name: string): readonly string[] =>
    who
      .slice(0, mostCells)
      .map((customer) => `${sheet}!${letters.get(name) ?? ""}${firstRow + (firstOf?.[customer] ?? customer)}`);
  return {
    table: table.name,
    columns: since.columns.map(({ name, customers: who, restless }) => {
      return { name, customers: who.length, cells: cells(who, name), restless };
    }),
    changed: since.changed,
    atLeast: since.atLeast,
    entered: since.entered.length,
    enteredCells: cells(since.entered, plan.keyColumn),
    left: since.left,
  };
}

/** The first row of each customer; null where each row is a customer. */
function firstRows({ table }: Customers): Int32Array | null {
  if (!table.customers) return null;
  const first = new Int32Array(table.customers.count);
  for (let row = table.rows - 1; row >= 0; row--) {
    const customer = table.customers.of[row] ?? noCustomer;
    if (customer !== noCustomer) first[customer] = row;
  }
  return first;
}
