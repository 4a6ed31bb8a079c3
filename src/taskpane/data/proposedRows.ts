import type { TableInspection } from "../../actions/inspectTable";
import { plainSettings } from "../../plan/plainSettings";
import type { Plan } from "../../plan/plan";
import { isNearlyUnique } from "./likelyKey";

/** Days that say nothing about how new a row is. */
const otherDay = /maturity|due|birth|expir|到期|生日|出生/iu;
const rowDay = /date|as of|month|日期|时点|月份/iu;

/**
 * What the data says about the rows of a customer: several where keys repeat throughout, one where they are different
 * or but a few repeat. The user has the last word.
 */
export function proposedRows(inspection: TableInspection, keyColumn: string): Plan["rows"] {
  const key = inspection.columns.find(({ name }) => name === keyColumn);
  return key?.repeats && !isNearlyUnique(key) ? severalRows(inspection) : plainSettings.rows;
}

/** Several rows per customer, with the column that seems to say which is the latest. */
export function severalRows({ columns }: TableInspection): Plan["rows"] {
  const days = columns.filter(({ name, looksLike }) => looksLike === "date" && !otherDay.test(name));
  const day = days.find(({ name }) => rowDay.test(name)) ?? days[0];
  return { ...plainSettings.rows, perCustomer: "several", dateColumn: day?.name ?? null };
}
