import * as fc from "fast-check";
import { aggregateOrders, type Bought } from "../../../src/methods/rfm/aggregateOrders";
import { sumByCustomer } from "../../../src/methods/rfm/sumByCustomer";
import { sumOf } from "../../../src/methods/statistics/sumOf";

interface Line {
  readonly customer: number;
  readonly day: number;
  readonly amount: number;
  readonly order: number;
}

function bought(lines: readonly Line[], { orders = true, mergeDays = false, customers = 3 } = {}): Bought {
  const arrays = {
    customers: Int32Array.from(lines, ({ customer }) => customer),
    days: Int32Array.from(lines, ({ day }) => day),
    amounts: Float64Array.from(lines, ({ amount }) => amount),
    orders: orders ? Int32Array.from(lines, ({ order }) => order) : null,
  };
  return aggregateOrders(arrays, customers, orders ? 10 : 0, mergeDays);
}

const line = (customer: number, day: number, amount: number, order = 0): Line => ({ customer, day, amount, order });

test("lines of one order count once, and of a customer without lines there is nothing", () => {
  const lines = [line(0, 10, 5, 1), line(0, 10, 7, 1), line(0, 12, 1, 2), line(2, 11, 4, 3)];
  expect(bought(lines)).toEqual({
    lastDays: Int32Array.of(12, -1, 11),
    orders: Int32Array.of(2, 0, 1),
    amounts: Float64Array.of(13, 0, 4),
  });
  expect([...bought(lines, { orders: false }).orders]).toEqual([3, 0, 1]);
});

test("a return is taken off the amount, is no order and makes the last one no later", () => {
  const lines = [line(0, 10, 50, 1), line(0, 20, -20, 2), line(1, 20, -5, 3)];
  expect(bought(lines)).toEqual({
    lastDays: Int32Array.of(10, -1, -1),
    orders: Int32Array.of(1, 0, 0),
    amounts: Float64Array.of(30, -5, 0),
  });
});

test("a line of nothing is an order: something was given away", () => {
  expect([...bought([line(0, 10, 0, 1)]).orders]).toEqual([1, 0, 0]);
});

test("orders of one day count once where days are merged", () => {
  const lines = [line(0, 10, 1, 1), line(0, 10, 1, 2), line(0, 11, 1, 3), line(1, 10, 1, 4), line(1, 10, 1, 4)];
  expect([...bought(lines).orders]).toEqual([3, 1, 0]);
  expect([...bought(lines, { mergeDays: true }).orders]).toEqual([2, 1, 0]);
  expect([...bought(lines, { mergeDays: true, orders: false }).orders]).toEqual([2, 1, 0]);
});

test("an order whose lines have two days is of the later one", () => {
  const lines = [line(0, 10, 1, 1), line(0, 11, 1, 1), line(0, 11, 1, 2), line(0, 10, 1, 3)];
  expect([...bought(lines, { mergeDays: true }).orders]).toEqual([2, 0, 0]);
});

test("an order number that two customers have is two orders", () => {
  const lines = [line(0, 10, 1, 1), line(1, 10, 1, 1), line(0, 10, 1, 1), line(1, 10, 1, 1), line(2, 9, 1, 1)];
  expect([...bought(lines).orders]).toEqual([1, 1, 1]);
  expect([...bought(lines, { mergeDays: true }).orders]).toEqual([1, 1, 1]);
});

test("a line without a customer counts nowhere", () => {
  expect(bought([line(-1, 10, 5, 1)]).amounts).toEqual(Float64Array.of(0, 0, 0));
});

test("sums of money are exact, and others compensated, in any order, for few amounts and for many", () => {
  for (const count of [7, 33, 1000]) {
    const money = Array.from({ length: count }, (_, i) => ((i * 7919) % 997) / 100 - 3);
    const others = money.map((amount) => amount / 3);
    for (const [amounts, expected] of [
      [money, Math.round(sumOf([...money].sort((a, b) => a - b)) * 100) / 100],
      [others, sumOf([...others].sort((a, b) => a - b))],
      [[...money, 1e300], 1e300],
    ] as const) {
      for (const given of [amounts, [...amounts].reverse()]) {
        expect([...sumByCustomer(new Int32Array(given.length), Float64Array.from(given), 1)]).toEqual([expected]);
      }
    }
  }
});

test("a sum does not depend on the amounts of other customers", () => {
  const sums = sumByCustomer(Int32Array.of(0, 1, 0, 2), Float64Array.of(0.1, 1 / 3, 0.2, 1e18), 3);
  expect([...sums]).toEqual([0.3, 1 / 3, 1e18]);
});

test("arrays of different lengths are refused", () => {
  const lines = { customers: new Int32Array(2), days: new Int32Array(1), amounts: new Float64Array(2), orders: null };
  expect(() => aggregateOrders(lines, 1, 0, false)).toThrow(
    expect.objectContaining({ code: "bad-parameter" }) as Error,
  );
});

const anyLine = fc.record({
  customer: fc.integer({ min: -1, max: 2 }),
  day: fc.integer({ min: 40000, max: 40006 }),
  amount: fc.integer({ min: -30, max: 100 }).map((tenths) => tenths / 10),
  order: fc.integer({ min: 0, max: 9 }),
});

test("whatever the lines: it is what sets and sorted sums say, in any order", () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 50 }), fc.boolean(), fc.boolean(), (lines, orders, mergeDays) => {
      const result = bought(lines, { orders, mergeDays });
      expect(bought([...lines].reverse(), { orders, mergeDays })).toEqual(result);
      for (const customer of [0, 1, 2]) {
        const own = lines.filter((each) => each.customer === customer);
        const sold = own.filter(({ amount }) => amount >= 0);
        const dayOf = new Map<number, number>();
        sold.forEach(({ order, day }, i) => {
          const key = orders ? order : i;
          dayOf.set(key, Math.max(day, dayOf.get(key) ?? 0));
        });
        expect(result.lastDays[customer]).toBe(Math.max(-1, ...sold.map(({ day }) => day)));
        expect(result.orders[customer]).toBe(mergeDays ? new Set(dayOf.values()).size : dayOf.size);
        expect(result.amounts[customer]).toBeCloseTo(
          own.reduce((sum, { amount }) => sum + amount, 0),
          9,
        );
      }
    }),
  );
});
