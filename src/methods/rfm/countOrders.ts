import { noDay, type OrderLines } from "./orderLines";

/** Per customer the day of the last line that is no return, `noDay` for none; and its different orders with such a line. */
export function countOrders(
  { customers, days, amounts, orders }: OrderLines,
  customerCount: number,
  orderCount: number,
): { readonly lastDays: Int32Array; readonly counts: Int32Array } {
  const lastDays = new Int32Array(customerCount).fill(noDay);
  const counts = new Int32Array(customerCount);
  const owners = new Int32Array(orderCount).fill(-1);
  const shared = new Set<number>();
  for (let i = 0; i < customers.length; i++) {
    const customer = customers[i]!;
    if (customer < 0 || amounts[i]! < 0) continue;
    if (days[i]! > lastDays[customer]!) lastDays[customer] = days[i]!;
    if (orders && orders[i]! >= 0 && !isNew(orders[i]!, customer, owners, shared)) continue;
    counts[customer]!++;
  }
  return { lastDays, counts };
}

/** Whether an order of a customer is met for the first time. That two customers have one number is rare, but happens. */
function isNew(order: number, customer: number, owners: Int32Array, shared: Set<number>): boolean {
  const owner = owners[order]!;
  if (owner === customer) return false;
  if (owner < 0) {
    owners[order] = customer;
    return true;
  }
  const before = shared.size;
  shared.add(customer * owners.length + order);
  return shared.size > before;
}

/** Per customer the different days of its orders. An order is of the last day that one of its lines has. */
export function countDays(lines: OrderLines, customerCount: number, orderCount: number): Int32Array {
  const counts = new Int32Array(customerCount);
  const { customers, days } = ordersWithDays(lines, orderCount);
  // Stable sorts by day and then by customer leave the equal days of a customer side by side.
  const byDay = sortedBy(days, null);
  const sorted = sortedBy(customers, byDay);
  for (let i = 0; i < sorted.length; i++) {
    const at = sorted[i]!;
    const before = sorted[i - 1];
    if (before === undefined || customers[before] !== customers[at] || days[before] !== days[at]) {
      counts[customers[at]!]!++;
    }
  }
  return counts;
}

/** One entry per order, or per line where every line is one. */
function ordersWithDays(
  { customers, days, amounts, orders }: OrderLines,
  orderCount: number,
): { readonly customers: Int32Array; readonly days: Int32Array } {
  const owner: number[] = [];
  const day: number[] = [];
  const placeOf = new Int32Array(orderCount).fill(-1);
  const shared = new Map<number, number>();
  for (let i = 0; i < customers.length; i++) {
    const customer = customers[i]!;
    if (customer < 0 || amounts[i]! < 0) continue;
    const order = orders ? orders[i]! : -1;
    let place: number | undefined;
    if (order >= 0) {
      place = placeOf[order]! < 0 ? undefined : placeOf[order]!;
      if (place !== undefined && owner[place] !== customer) place = shared.get(customer * orderCount + order);
    }
    if (place !== undefined) {
      if (days[i]! > day[place]!) day[place] = days[i]!;
      continue;
    }
    if (order >= 0 && placeOf[order]! < 0) placeOf[order] = owner.length;
    else if (order >= 0) shared.set(customer * orderCount + order, owner.length);
    owner.push(customer);
    day.push(days[i]!);
  }
  return { customers: Int32Array.from(owner), days: Int32Array.from(day) };
}

/**
 * Places in the rising order of small whole numbers, equal ones as they stood.
 *
 * @param before - the places in the order to begin with; null for that of the numbers
 */
function sortedBy(numbers: Int32Array, before: Int32Array | null): Int32Array {
  let least = Infinity;
  let most = -Infinity;
  for (const number of numbers) {
    if (number < least) least = number;
    if (number > most) most = number;
  }
  if (numbers.length === 0) return new Int32Array();
  const starts = new Int32Array(most - least + 2);
  for (const number of numbers) starts[number - least + 1]!++;
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const sorted = new Int32Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    const at = before ? before[i]! : i;
    sorted[starts[numbers[at]! - least]!++] = at;
  }
  return sorted;
}
