import { Failure } from "../../failure";
import type { Plan } from "../../plan/plan";
import { planForTable } from "../../plan/planForTable";
import { proposedDate } from "../../plan/proposedDate";
import { missingColumn } from "../../table/missingColumn";
import { findTables } from "../findTables";
import type { Carried } from "./carryFile";

/**
 * The plan of a month's file for this workbook: over the table of the same name, or the likeliest one, with data of the
 * day in its name, or of the month-end after the file's.
 *
 * @throws {Failure} `no-table` where the workbook has none that could hold customers; `missing-column` for the first
 *   column of the plan that the table does not have
 */
export async function carriedPlan({ plan }: Pick<Carried, "plan">): Promise<Plan> {
  const tables = await findTables();
  const found = tables.find(({ name }) => name === plan.table.name) ?? tables.find(({ likely }) => likely);
  if (!found) throw new Failure("no-table", "carriedPlan requires a table with a key and a value");
  const table = { id: found.id, name: found.name };
  const names = found.columns.map(({ name }) => name);
  const [missing] = planForTable(plan, table, plan.keyColumn, names).missing;
  const column = names.includes(plan.keyColumn) ? missing?.column : plan.keyColumn;
  if (column !== undefined) throw missingColumn(table.name, found.columns, column);
  return { ...plan, table, dataDate: proposedDate(plan.dataDate, [found.sheet, found.name]) };
}
