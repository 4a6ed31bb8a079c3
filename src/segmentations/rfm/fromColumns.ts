import { dateReading } from "../shared/dateReading";
import { Failure } from "../../failure";
import type { Plan } from "../../plan/plan";
import type { SegmentationBy } from "../plans";
import { columnNamed } from "../../table/columnNamed";
import type { Column, CustomerTable } from "../../table/customerTable";
import { dayText } from "../../table/dayText";
import { readDate } from "../../table/readDate";
import { readNumber } from "../../table/readNumber";
import type { ListedRow, RowReason } from "../../engine/outcome";
import { rowLister } from "../shared/rowLister";
import { dataDay, laterThan, type DataDay } from "./dataDay";
import { Standing, type Measured } from "./measured";

type Source = Extract<SegmentationBy<"rfm">["source"], { kind: "columns" }>;

/** A cell, or why it cannot be used. */
type Found = number | RowReason;

/**
 * The measures from columns of the customer table. Nothing is made of a cell that cannot be used, nor of a date after
 * the data date: the customer is listed. A customer of no order needs no date and no amount.
 *
 * @throws {Failure} `missing-column`, `no-dates` and `not-a-number` if no cell of a column can be used
 */
export function fromColumns(source: Source, plan: Plan, table: CustomerTable): Measured {
  const keys = columnNamed(table, plan.keyColumn);
  const recency = columnNamed(table, source.recency.column);
  const frequency = columnNamed(table, source.frequencyColumn);
  const monetary = columnNamed(table, source.monetaryColumn ?? source.frequencyColumn);
  const { lastDays, day, monthEnd } = lastDaysOf(source, recency, plan, table);
  const days = new Float64Array(table.rows).fill(NaN);
  const orders = numbersOf(frequency, table.rows);
  const amounts = numbersOf(monetary, table.rows);
  const standings = new Uint8Array(table.rows);
  const notClassified: ListedRow[] = [];
  for (let row = 0; row < table.rows; row++) {
    const ago = daysAgo(source, recency, row, lastDays[row]!, day);
    if (typeof ago === "number") days[row] = ago;
    if (orders[row] === 0) standings[row] = Standing.noOrder;
    else {
      const fault = faultOf(
        [ago, recency],
        [atLeast(frequency, row), frequency],
        [readNumber(monetary, row), monetary],
      );
      if (fault) {
        standings[row] = Standing.notClassified;
        notClassified.push(rowLister(fault.column, keys)(row, fault.reason));
      } else standings[row] = amounts[row]! > 0 ? Standing.scored : Standing.noNetSpend;
    }
  }
  if (source.recency.as === "date" && table.rows > 0 && lastDays.every((last) => last === 0)) {
    throw new Failure("no-dates", `column ${recency.name} holds no date`, {
      subject: recency.name,
      detail: { column: recency.name },
    });
  }
  requireSome(days, recency);
  requireSome(orders, frequency);
  requireSome(amounts, monetary);
  const dataDate = day === null ? null : dayText(day);
  return {
    monthEnd: laterThan(monthEnd, lastDays, day),
    ...{ dataDate, from: null, days, lastDays: Float64Array.from(lastDays, (last) => (last === 0 ? NaN : last)) },
    ...{ orders, amounts, monetary: amounts, standings, notClassified, lines: null },
  };
}

/** Per row the day of the last order, 0 where the column says none, and the day that the data speaks of. */
function lastDaysOf(
  { recency: { as } }: Source,
  column: Column,
  { dataDate, reading }: Plan,
  { rows, from1904 = false }: CustomerTable,
): DataDay & { readonly lastDays: Int32Array } {
  const lastDays = new Int32Array(rows);
  if (as === "days") return { lastDays, ...dataDay(dataDate, lastDays) };
  const dates = dateReading(reading, from1904);
  for (let row = 0; row < rows; row++) {
    const day = readDate(column, row, dates);
    if (typeof day === "number") lastDays[row] = day;
  }
  return { lastDays, ...dataDay(dataDate, lastDays) };
}

function daysAgo({ recency: { as } }: Source, column: Column, row: number, last: number, day: number | null): Found {
  const number = readNumber(column, row);
  if (as === "days") return typeof number === "number" && number < 0 ? "future" : number;
  if (last === 0 || day === null) return typeof number === "number" || number === "text" ? "no-date" : number;
  return last > day ? "future" : day - last;
}

function atLeast(column: Column, row: number): Found {
  const number = readNumber(column, row);
  return typeof number === "number" && number < 0 ? "negative" : number;
}

function faultOf(
  ...found: readonly (readonly [Found, Column])[]
): { readonly reason: RowReason; readonly column: Column } | null {
  for (const [reason, column] of found) if (typeof reason === "string") return { reason, column };
  return null;
}

function numbersOf(column: Column, rows: number): Float64Array {
  const numbers = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const number = readNumber(column, row);
    numbers[row] = typeof number === "number" ? number : NaN;
  }
  return numbers;
}

function requireSome(numbers: Float64Array, { name }: Column): void {
  if (numbers.every(Number.isNaN)) {
    throw new Failure("not-a-number", `column ${name} holds no number`, { subject: name });
  }
}
