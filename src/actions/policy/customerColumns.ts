import { Failure } from "../../failure";
import type { Plan } from "../../plan/plan";
import type { CustomerColumns } from "../../segmentations/shared/policy/customerColumns";
import { isDateFormat } from "../../table/isDateFormat";
import { rangeAt } from "../../workbook/address";
import { countsFrom1904 } from "../../workbook/countsFrom1904";
import type { Session } from "../../workbook/inExcel";
import { tableFacts, type TableFacts } from "../../workbook/tableFacts";
import { serialDay } from "./serialDay";

/** The columns of a plan's table, as far as its Policy sheet names any; null where none can be told. */
export async function customerColumns(session: Session, plan: Plan): Promise<CustomerColumns | null> {
  if (plan.scales.length === 0 && plan.segmentations.every(({ method }) => method !== "rules")) return null;
  const facts = await factsOf(session, plan);
  if (facts === null) return null;
  const dates = await dateColumns(session, facts);
  const cells = dates.map((index) => ({ row: facts.firstRow, column: facts.place.column + index }));
  const from1904 = await countsFrom1904(session, facts.sheet, cells);
  return {
    names: facts.columns.map(({ name }) => name),
    dates: new Set(dates.flatMap((index) => facts.columns[index]?.name ?? [])),
    dayOf: (serial) => serialDay(serial, from1904),
  };
}

async function factsOf(session: Session, { table }: Plan): Promise<TableFacts | null> {
  try {
    return await tableFacts(session, table);
  } catch (error) {
    // A run says what that means; here it only leaves names unchecked.
    if (error instanceof Failure && (error.code === "missing-table" || error.code === "no-table")) return null;
    throw error;
  }
}

/** The places of the columns whose first cell is shown as a day. */
async function dateColumns(session: Session, { sheet, place, firstRow, rows }: TableFacts): Promise<readonly number[]> {
  if (rows < 1) return [];
  const first = { ...place, row: firstRow, rows: 1 };
  const range = rangeAt(session.workbook.worksheets.getItem(sheet), first).load("numberFormat");
  await session.sync();
  const formats = (range.numberFormat[0] ?? []) as unknown[];
  return formats.flatMap((format, index) => (isDateFormat(String(format)) ? [index] : []));
}
