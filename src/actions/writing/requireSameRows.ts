import { Failure } from "../../failure";
import type { Session } from "../../workbook/inExcel";
import type { TableFacts } from "../../workbook/tableFacts";
import { readFingerprint } from "../readCustomers";
import type { RunInput } from "./prepareRun";

/** @throws {Failure} `table-changed` where rows, or columns that were read, stand otherwise than they were read */
export async function requireSameRows(
  session: Session,
  facts: TableFacts,
  { plan, customers }: Pick<RunInput, "plan" | "customers">,
): Promise<void> {
  // A column that came among the others while they were read has moved what was read of them.
  const before = [...customers.letters.keys()];
  const stand = customers.table.columns.every(({ name }) => {
    const at = facts.columns.findIndex((column) => column.name === name);
    return at < 0 || at === before.indexOf(name);
  });
  if (stand && (await readFingerprint(session, facts, plan.keyColumn)) === customers.fingerprint) return;
  throw new Failure("table-changed", `table ${facts.name} changed since it was read`, { subject: facts.name });
}
