import * as fc from "fast-check";
import { classify } from "../../../src/engine/classify";
import { reconcile } from "../../../src/engine/reconcile";
import { withAmounts } from "../../../src/engine/withAmounts";
import { columnOf, type Content } from "../../../src/table/columns";
import { customerRows } from "../../../src/table/customerRows";
import { fromOrders, january, namesOf, numbersOf, planOf, read, rfm, run, tableOf, type Line } from "./orders";

const lines: readonly Line[] = [
  ["anna", january, 100],
  ["anna", january + 20, 50],
  ["bert", january + 10, 30],
  ["bert", january + 25, -40],
  ["carl", january + 28, -5],
  ["emil", january + 40, 80],
];
const people = ["anna", "bert", "carl", "dora", "emil"];

test("every customer of the table has a group, also without any order", () => {
  const result = run(rfm(fromOrders), "2024-01-31", tableOf(people, lines));
  expect(namesOf(result)).toEqual([
    "Warm",
    "No net spend",
    "No order in the window",
    "No order in the window",
    "No order in the window",
  ]);
  expect([...result.rfm!.days]).toEqual([10, 20, NaN, NaN, NaN]);
  expect([...result.rfm!.lastDays]).toEqual([january + 20, january + 10, NaN, NaN, NaN]);
  expect([...result.rfm!.orders]).toEqual([2, 1, 0, 0, 0]);
  expect([...result.rfm!.amounts]).toEqual([150, -10, -5, 0, 0]);
  expect(result.totalValue).toBe(135);
});

test("orders after the data date are told and left out", () => {
  const { lines: told } = run(rfm(fromOrders), "2024-01-31", tableOf(people, lines)).rfm!;
  expect(told).toEqual({
    all: 6,
    counted: 5,
    returns: 2,
    unused: [{ reason: "after-data-date", lines: 1, amount: 80 }],
    later: [5],
  });
});

test("lines that cannot be used are counted by their reasons, which add up to all", () => {
  const bad: readonly Line[] = [
    ["nobody", january, 1],
    [null, january, 2],
    ["anna", "?", 3],
    ["anna", january, "4"],
    ["staff", january, 5],
  ];
  const staff = columnOf(
    "Customer",
    [...lines, ...bad].map(([customer]) => customer),
  );
  const leaveOut = [{ column: staff, values: new Set(["staff"]) }];
  const { lines: told } = run(rfm(fromOrders), "2024-01-31", tableOf(people, [...lines, ...bad], { leaveOut })).rfm!;
  expect(told!.unused).toEqual([
    { reason: "left-out", lines: 1, amount: 5 },
    { reason: "no-customer", lines: 1, amount: 2 },
    { reason: "unknown-customer", lines: 1, amount: 1 },
    { reason: "no-date", lines: 1, amount: 3 },
    { reason: "no-amount", lines: 1, amount: 0 },
    { reason: "after-data-date", lines: 1, amount: 80 },
  ]);
  expect(told!.counted + told!.unused.reduce((sum, each) => sum + each.lines, 0)).toBe(told!.all);
});

test("the window begins the day after the same day some months before, and at a month-end with a month", () => {
  const days = ["2023-01-31", "2023-02-01", "2023-06-30", "2023-07-01", "2024-06-30"].map((day): Line => [
    "anna",
    day,
    1,
  ]);
  const orders = (windowMonths: number, dataDate: string): readonly [string | null, number] => {
    const result = run(rfm({ ...fromOrders, windowMonths }), dataDate, tableOf(["anna"], days)).rfm!;
    return [result.from, result.orders[0]!];
  };
  expect(orders(12, "2024-06-30")).toEqual(["2023-07-01", 2]);
  expect(orders(17, "2024-06-30")).toEqual(["2023-02-01", 4]);
  expect(orders(1, "2023-07-30")).toEqual(["2023-07-01", 1]);
  expect(orders(1, "2023-02-28")).toEqual(["2023-02-01", 1]);
  expect(orders(1, "2023-03-30")).toEqual(["2023-03-01", 0]);
  expect(orders(600, "2024-06-29")).toEqual(["1974-06-30", 4]);
});

test("where no data date is stated it is the last order, however far a mistyped year lies ahead", () => {
  const at = (days: readonly Content[]): string | null =>
    run(
      rfm(fromOrders),
      null,
      tableOf(
        ["anna"],
        days.map((day): Line => ["anna", day, 1]),
      ),
    ).rfm!.dataDate;
  expect(at([january, january + 45])).toBe("2024-02-15");
  expect(at([january, january + 59])).toBe("2024-02-29");
  expect(at([january + 3, january + 20])).toBe("2024-01-21");
  const year = Array.from({ length: 300 }, (_, i) => january + i);
  expect(at([...year, "2204-03-01", "2034-03-01"])).toBe("2024-10-26");
  expect(at([...year, ...Array.from({ length: 20 }, (_, i) => january + 900 + i)])).toBe("2026-07-08");
  expect(at([january, january + 900])).toBe("2026-06-19");
});

test("what the end of the last complete month would leave out is told, and only where it would", () => {
  const found = (days: readonly Content[], dataDate: string | null): unknown =>
    run(
      rfm(fromOrders),
      dataDate,
      tableOf(
        ["anna"],
        days.map((day): Line => ["anna", day, 1]),
      ),
    ).rfm!.monthEnd;
  expect(found([january, january + 31, january + 40], null)).toEqual({ date: "2024-01-31", later: 2 });
  expect(found([january, january + 40], "2024-01-31")).toBeNull();
  expect(found([january, january + 59], null)).toBeNull();
  expect(found([january + 3, january + 20], null)).toBeNull();
});

test("orders are told apart by their number, and merged by day only where that is chosen", () => {
  const numbered: readonly Line[] = [
    ["anna", january, 1, "A1"],
    ["anna", january, 2, "A1"],
    ["anna", january, 3, "A2"],
    ["anna", january + 1, 3, "A3"],
    ["anna", january + 1, 3, null],
  ];
  const orders = (mergeDays: boolean): number => {
    const source = { ...fromOrders, orderColumn: "Order", mergeDays };
    return run(rfm(source), "2024-01-31", tableOf(["anna"], numbered)).rfm!.orders[0]!;
  };
  expect(orders(false)).toBe(3);
  expect(orders(true)).toBe(2);
});

test("the amount of an average order is scored where that is chosen, and the total is summed all the same", () => {
  const result = run(
    rfm(
      { ...fromOrders, monetary: "mean" },
      { scoring: { ...rfm(fromOrders).scoring, monetary: { by: "limits", limits: [60, 70] } } },
    ),
    "2024-01-31",
    tableOf(people, lines.slice(0, 2)),
  );
  expect(result.rfm!.scores.monetary[0]).toBe(3);
  expect(result.groups[1]!.value).toBe(150);
});

test("where nobody ordered nobody is scored, and nothing fails", () => {
  const result = run(rfm(fromOrders), "2023-01-31", tableOf(people, lines));
  expect(result.groups.at(-1)).toMatchObject({ name: "No order in the window", customers: 5 });
  expect(result.rfm).toMatchObject({ scored: 0, cuts: { recency: [], frequency: [], monetary: [] }, cells: [] });
});

test("a customer in several rows is one customer, whose amount counts once", () => {
  const keys = columnOf("Customer", ["anna", "bert", "anna", "dora"]);
  const customers = customerRows(keys, null);
  const customerOf = numbersOf(customers.keys);
  const table = {
    name: "Customers",
    rows: 4,
    columns: [keys],
    customers,
    transactions: { rfm: read(lines, { customerOf }) },
  };
  const plan = planOf(rfm(fromOrders), "2024-01-31");
  const several = { ...plan, rows: { ...plan.rows, perCustomer: "several" as const } };
  const outcome = classify(several, table);
  expect(namesOf(outcome.segmentations[0]!)).toEqual(["Warm", "No net spend", "Warm", "No order in the window"]);
  expect([...outcome.segmentations[0]!.rfm!.amounts]).toEqual([150, -10, 0]);
  expect(reconcile(several, outcome, withAmounts(several, outcome, table))[0]).toMatchObject({
    total: 140,
    valueClassified: 140,
    valueOpen: 0,
  });
});

test("a plan whose orders were not read is refused", () => {
  const table = { ...tableOf(people, lines), transactions: undefined };
  expect(() => run(rfm(fromOrders), null, table)).toThrow(
    expect.objectContaining({ code: "missing-table", subject: "Orders" }) as Error,
  );
});

test("whatever the lines: no order of lines or customers changes a label, and everybody has one", () => {
  const line = fc.tuple(
    fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "x"),
    fc.integer({ min: january, max: january + 90 }),
    fc.integer({ min: -300, max: 900 }).map((cents) => cents / 100),
    fc.constantFrom("1", "2", "3", "4", "5", "6", "7", "8", "9"),
  );
  const names = ["a", "b", "c", "d", "e", "f", "g"];
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 60 }), fc.boolean(), (all, mergeDays) => {
      const segmentation = rfm({ ...fromOrders, orderColumn: "Order", mergeDays, windowMonths: 2 });
      const result = run(segmentation, "2024-03-15", tableOf(names, all));
      const turned = run(segmentation, "2024-03-15", tableOf([...names].reverse(), [...all].reverse()));
      expect(namesOf(turned).reverse()).toEqual(namesOf(result));
      expect([...turned.rfm!.amounts].reverse()).toEqual([...result.rfm!.amounts]);
      expect({ ...turned.rfm!.cuts, ...turned.rfm!.counts }).toEqual({ ...result.rfm!.cuts, ...result.rfm!.counts });
      expect(result.classified).toBe(names.length);
    }),
    { numRuns: 60 },
  );
});
