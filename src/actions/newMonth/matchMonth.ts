import { formerRows } from "../../engine/formerRows";
import { firstCode, type KeptLabels } from "../../engine/keptLabels";
import { Failure } from "../../failure";
import { sumOf } from "../../methods/statistics/sumOf";
import type { Plan } from "../../plan/plan";
import { type PlanForTable, planForTable } from "../../plan/planForTable";
import { usedColumns } from "../../plan/usedColumns";
import { readNumber } from "../../table/readNumber";
import { cellName } from "../../workbook/address";
import { inExcel, type Session } from "../../workbook/inExcel";
import { nextTurn } from "../../workbook/inTurns";
import { openStored } from "../recovery/openStored";
import { sheetColumnOf, tableFacts, type TableFacts } from "../../workbook/tableFacts";
import { markedCustomers, type MarkedCustomers } from "../markedCustomers";
import type { RunRecord } from "../readState";
import { formerMonth, type FormerMonth } from "./formerMonth";

/** A customer of one of two tables, and the cell of its key as people name it. */
export interface MatchedCustomer {
  readonly key: string;
  readonly cell: string;
  readonly amount: number | null;
}

/** Customers of which a report names the largest. */
export interface MatchedGroup {
  readonly customers: number;
  /** Null where the amounts are not known. */
  readonly amount: number | null;
  /** The largest of them, by amount; none where nobody knows their keys. */
  readonly largest: readonly MatchedCustomer[];
}

/** How the customers of a table and those of the last run match by key. */
export interface MonthMatch {
  /** The last run, and the date of its data; null if it was not stated. */
  readonly run: RunRecord;
  readonly formerDate: string | null;
  /** The table of the last run where it still stands beside the other one. */
  readonly formerTable: string | null;
  /** What amounts are summed: the value column of the first segmentation that both tables have; null for none. */
  readonly valueColumn: string | null;
  readonly matched: { readonly customers: number; readonly amount: number | null; readonly before: number | null };
  readonly entered: MatchedGroup;
  readonly gone: MatchedGroup;
  /** Where those who are gone stood with the last run, by segmentation. */
  readonly goneFrom: readonly {
    readonly segmentation: string;
    readonly from: readonly { readonly name: string | null; readonly customers: number }[];
  }[];
  readonly missing: PlanForTable["missing"];
  /** True for the very clients of the last run who together are worth what they were: most likely its own data. */
  readonly same: boolean;
}

export interface MonthAsked {
  readonly table: Plan["table"];
  readonly keyColumn: string;
  /** What another file brought; left out for the last run of this workbook. */
  readonly former?: FormerMonth | undefined;
}

/** The most customers that a group names. */
const mostNamed = 10;

/**
 * Matches the customers of a table by key with those of the last run, before anything is computed or written.
 *
 * @returns null where there is no run to match with
 * @throws {Failure} `missing-table`, `missing-column`, `run-unfinished`, `no-answer`
 */
export function matchMonth(asked: MonthAsked): Promise<MonthMatch | null> {
  return inExcel(asked.table.name, async (session) => {
    const { head } = await openStored(session);
    if (head?.run) throw new Failure("run-unfinished", "an earlier run is unfinished");
    const former = asked.former ?? (await formerMonth(session, head));
    return former && matched(session, asked, former);
  });
}

async function matched(session: Session, asked: MonthAsked, former: FormerMonth): Promise<MonthMatch> {
  const facts = await tableFacts(session, asked.table);
  const columns = facts.columns.map(({ name }) => name);
  const { plan, missing } = planForTable(former.plan, asked.table, asked.keyColumn, columns);
  const before = asked.former ? null : await formerTable(session, former, facts);
  const valueColumn = plan.segmentations[0]?.valueColumn ?? null;
  const now = await amountsByMark(session, facts, plan);
  await nextTurn();
  const rows = formerRows(former.labels, now.marks);
  const found = new Set(rows);
  const entered = customersWhere(rows.length, (i) => (rows[i] ?? -1) < 0);
  const same = customersWhere(rows.length, (i) => (rows[i] ?? -1) >= 0);
  const knowsBefore = before !== null && valueColumn !== null && before.names.includes(valueColumn);
  const isGone = (mark: string): boolean => !now.customerOf.has(mark);
  const goneRows = before ? customersWhere(before.read.marks.length, (i) => isGone(before.read.marks[i] ?? "")) : [];
  const stayed = before ? customersWhere(before.read.marks.length, (i) => !isGone(before.read.marks[i] ?? "")) : [];
  const { goneFrom, gone } = goneOf(former.labels, found, former.plan);
  const { keyColumn } = former.plan;
  const worthNow = valueColumn === null ? null : amountOf(now, valueColumn, same);
  const stayedWorth = knowsBefore ? amountOf(before.read, valueColumn, stayed) : null;
  const worth = stayedWorth ?? formerWorth(former, plan);
  return {
    run: former.run,
    formerDate: former.plan.dataDate,
    formerTable: before?.facts.name ?? null,
    valueColumn,
    matched: {
      customers: same.length,
      amount: worthNow,
      before: stayedWorth,
    },
    entered: groupOf(now, facts, asked.keyColumn, valueColumn, entered),
    gone: before
      ? {
          ...groupOf(before.read, before.facts, keyColumn, knowsBefore ? valueColumn : null, goneRows),
          customers: gone,
        }
      : { customers: gone, amount: null, largest: [] },
    goneFrom,
    missing,
    same: entered.length + gone === 0 && worthNow !== null && worth !== null && isSameSum(worthNow, worth),
  };
}

/** True where less than half match of those that could: most likely another file, or another key. */
export function isDoubtful({ matched, entered, gone }: MonthMatch): boolean {
  const most = Math.min(matched.customers + entered.customers, matched.customers + gone.customers);
  return matched.customers * 2 < most;
}

/** What the last run's clients were worth together, as far as its table or its sums tell; sums are of month-ends alone. */
function formerWorth({ run }: FormerMonth, { segmentations }: Plan): number | null {
  return run.totals?.segmentations.find(({ id }) => id === segmentations[0]?.id)?.whole ?? null;
}

/** Sums over the same numbers may differ in their last digits. */
function isSameSum(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.abs(a);
}

interface FormerTable {
  readonly facts: TableFacts;
  readonly read: MarkedCustomers;
  readonly names: readonly string[];
}

/** The table of the last run as it stands; null where it is gone, or is the very table that is asked about. */
async function formerTable(
  session: Session,
  { plan: formerPlan }: FormerMonth,
  now: TableFacts,
): Promise<FormerTable | null> {
  try {
    const facts = await tableFacts(session, formerPlan.table);
    const names = facts.columns.map(({ name }) => name);
    if (facts.id === now.id || !names.includes(formerPlan.keyColumn)) return null;
    const { plan } = planForTable(formerPlan, formerPlan.table, formerPlan.keyColumn, names);
    return { facts, names, read: await amountsByMark(session, facts, plan) };
  } catch (error) {
    if (error instanceof Failure && error.code === "missing-table") return null;
    throw error;
  }
}

/** The customers with what the first segmentation reads, which is all that a report needs. */
function amountsByMark(session: Session, facts: TableFacts, plan: Plan): Promise<MarkedCustomers> {
  const first = { ...plan, segmentations: plan.segmentations.slice(0, 1) };
  return markedCustomers(session, facts, first, usedColumns(first));
}

function customersWhere(count: number, is: (customer: number) => boolean): readonly number[] {
  const customers: number[] = [];
  for (let i = 0; i < count; i++) if (is(i)) customers.push(i);
  return customers;
}

function valuesOf({ table }: MarkedCustomers, name: string): (customer: number) => number | null {
  const column = table.columns.find((candidate) => candidate.name === name);
  return (customer) => {
    const value = column ? readNumber(column, customer) : null;
    return typeof value === "number" ? value : null;
  };
}

/** Sorted before they are added up, so that the order of the rows does not show. */
function amountOf(read: MarkedCustomers, column: string, customers: readonly number[]): number {
  const value = valuesOf(read, column);
  return sumOf(Float64Array.from(customers.flatMap((customer) => value(customer) ?? [])).sort());
}

function groupOf(
  read: MarkedCustomers,
  facts: TableFacts,
  keyColumn: string,
  valueColumn: string | null,
  customers: readonly number[],
): MatchedGroup {
  const value = valueColumn === null ? () => null : valuesOf(read, valueColumn);
  const column = sheetColumnOf(facts, keyColumn);
  const largest = customers
    .map((customer) => ({ customer, amount: value(customer) }))
    .sort((a, b) => (b.amount ?? -Infinity) - (a.amount ?? -Infinity) || a.customer - b.customer)
    .slice(0, mostNamed)
    .map(({ customer, amount }): MatchedCustomer => {
      const cell = cellName(facts.sheet, facts.firstRow + read.firstRow(customer), column);
      return { key: read.keys[customer] ?? "", cell, amount };
    });
  const amount = valueColumn === null ? null : amountOf(read, valueColumn, customers);
  return { customers: customers.length, amount, largest };
}

/** How many customers of the last run nobody of now is, and which labels they had. */
function goneOf(
  { segmentations }: KeptLabels,
  found: ReadonlySet<number>,
  plan: Plan,
): { readonly gone: number; readonly goneFrom: MonthMatch["goneFrom"] } {
  const former = segmentations[0]?.codes.length ?? 0;
  const gone = customersWhere(former, (row) => !found.has(row));
  const goneFrom = segmentations.flatMap(({ id, groups, codes }) => {
    const name = plan.segmentations.find((one) => one.id === id)?.name;
    if (name === undefined) return [];
    const counts = new Array<number>(groups.length + 1).fill(0);
    for (const row of gone) {
      const code = codes.charCodeAt(row) - firstCode;
      counts[code] = (counts[code] ?? 0) + 1;
    }
    const from = counts.map((customers, i) => ({ name: groups[i]?.name ?? null, customers }));
    return [{ segmentation: name, from: from.filter(({ customers }) => customers > 0) }];
  });
  return { gone: gone.length, goneFrom };
}
