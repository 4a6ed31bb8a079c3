import type { Plan } from "../plan/plan";
import { planKind } from "../segmentations/plans";
import { CellKind, noCustomer, type Column, type CustomerTable } from "../table/customerTable";
import type { Outcome } from "./outcome";

/**
 * The table with the amounts that RFM found in lines of orders, as columns by the names that a run gives them: so that
 * whoever adds up a segmentation's value finds it in the table. Where a customer has several rows the first one holds
 * its amount and the others are empty, or it would be added up twice.
 */
export function withAmounts(plan: Plan, outcome: Outcome, table: CustomerTable): CustomerTable {
  const found = plan.segmentations.flatMap((segmentation) => {
    const name = planKind(segmentation).amountsWritten?.(segmentation) ?? null;
    const amounts = outcome.segmentations.find(({ id }) => id === segmentation.id)?.rfm?.amounts;
    return amounts && name !== null ? [amountsByRow(name, amounts, table)] : [];
  });
  if (found.length === 0) return table;
  const names = new Set(found.map(({ name }) => name));
  return { ...table, columns: [...table.columns.filter(({ name }) => !names.has(name)), ...found] };
}

function amountsByRow(name: string, amounts: Float64Array, { rows, customers }: CustomerTable): Column {
  const texts = new Array<string | null>(rows).fill(null);
  if (!customers) return { name, kinds: new Uint8Array(rows).fill(CellKind.number), numbers: amounts, texts };
  const kinds = new Uint8Array(rows);
  const numbers = new Float64Array(rows).fill(NaN);
  const seen = new Uint8Array(customers.count);
  for (let row = 0; row < rows; row++) {
    const customer = customers.of[row]!;
    if (customer === noCustomer || seen[customer] === 1) continue;
    seen[customer] = 1;
    kinds[row] = CellKind.number;
    numbers[row] = amounts[customer]!;
  }
  return { name, kinds, numbers, texts };
}
