import { columnOf, type Content } from "../../src/table/columns";
import { defaultPlan } from "../../src/plan/defaultPlan";
import type { CustomerTable } from "../../src/table/customerTable";

/** Three tiers by balance: Strategic to 80 %, Core to 95 %, Standard the rest. */
export const balancePlan = defaultPlan({
  table: { id: "", name: "Clients" },
  keyColumn: "Client",
  valueColumn: "Balance",
  template: "lending",
  sheetLanguage: "en",
  dataDate: null,
});

/** Balances by client. */
export type Balances = Readonly<Record<string, Content>>;

export function balanceTable(clients: Balances): CustomerTable {
  const columns = [columnOf("Client", Object.keys(clients)), columnOf("Balance", Object.values(clients))];
  return { name: "Clients", rows: Object.keys(clients).length, columns };
}
