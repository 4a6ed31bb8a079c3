import { columnOf, type Content } from "../../../src/table/columns";
import type { CustomerTable } from "../../../src/table/customerTable";
import { fromColumns, january, namesOf, rfm, run, scoresOf } from "./orders";

/** A customer per row: days since the last order, orders, amount. */
function customersOf(rows: readonly (readonly [Content, Content, Content])[]): CustomerTable {
  const column = (name: string, i: 0 | 1 | 2): ReturnType<typeof columnOf> =>
    columnOf(
      name,
      rows.map((row) => row[i]),
    );
  const keys = columnOf(
    "Customer",
    rows.map((_, i) => `c${i}`),
  );
  return {
    name: "Customers",
    rows: rows.length,
    columns: [keys, column("Last", 0), column("Orders", 1), column("Spent", 2)],
  };
}

const ten = Array.from({ length: 10 }, (_, i) => [i * 10, 10 - i, 1000 - i * 50] as const);

test("scores are those of fifths, and the first line of the map that holds them says the segment", () => {
  const result = run(rfm(fromColumns), null, customersOf(ten));
  expect(scoresOf(result)).toEqual(["555", "555", "444", "444", "333", "333", "222", "222", "111", "111"]);
  expect(namesOf(result)).toEqual([...Array(2).fill("Best"), ...Array(4).fill("Warm"), ...Array(4).fill("No segment")]);
  expect(result.rfm).toMatchObject({ dataDate: null, scored: 10, oneTime: 1, lines: null });
  expect(result.rfm!.counts).toEqual({
    recency: [2, 2, 2, 2, 2],
    frequency: [2, 2, 2, 2, 2],
    monetary: [2, 2, 2, 2, 2],
  });
  expect(result.rfm!.cells.slice(0, 2)).toEqual([
    { at: [5, 5, 5], customers: 2, value: 1950, group: 0 },
    { at: [4, 4, 4], customers: 2, value: 1750, group: 1 },
  ]);
  expect(result.used).toMatchObject({
    scores: { recency: { by: "quintiles", cuts: result.rfm!.cuts.recency, customers: [2, 2, 2, 2, 2] } },
  });
});

test("a score that nobody has is told by its count", () => {
  const alike = ten.map(([days, , spent]) => [days, 1, spent] as const);
  const result = run(rfm(fromColumns), null, customersOf(alike));
  expect(result.rfm!.counts.frequency).toEqual([10, 0, 0, 0, 0]);
  expect(result.rfm!.oneTime).toBe(10);
});

test("who spent nothing, and who never ordered, are groups of their own and do not move the cuts", () => {
  const table = customersOf([...ten, [5, 3, 0], [5, 3, -20], [null, 0, null]]);
  const result = run(rfm(fromColumns), null, table);
  expect(namesOf(result).slice(10)).toEqual(["No net spend", "No net spend", "No order in the window"]);
  expect(result.groups.slice(-3).map(({ id, customers }) => [id, customers])).toEqual([
    ["rfm/-", 4],
    ["rfm/-net", 2],
    ["rfm/-order", 1],
  ]);
  expect(result.rfm!.cuts).toEqual(run(rfm(fromColumns), null, customersOf(ten)).rfm!.cuts);
  expect(scoresOf(result).slice(10)).toEqual(["000", "000", "000"]);
});

test("cells that cannot be used are listed with their reason, and nothing is made of them", () => {
  const odd = [
    [null, 3, 10],
    ["soon", 3, 10],
    [-1, 3, 10],
    [1, "many", 10],
    [1, -1, 10],
    [1, 1, { error: "#N/A" }],
  ] as const;
  const result = run(rfm(fromColumns), null, customersOf([...ten, ...odd]));
  expect(result.notClassified.map(({ row, reason, column }) => [row, reason, column])).toEqual([
    [10, "blank", "Last"],
    [11, "text", "Last"],
    [12, "future", "Last"],
    [13, "text", "Orders"],
    [14, "negative", "Orders"],
    [15, "error", "Spent"],
  ]);
  expect(result.classified).toBe(10);
});

test("dates are counted back from the data date, and one after it is listed", () => {
  const byDate = rfm({ ...fromColumns, recency: { column: "Last", as: "date" } });
  const dates = [january + 30, january + 29.75, january, january + 31, "2024-01-11", "yesterday", 1e9];
  const result = run(byDate, "2024-01-31", customersOf(dates.map((date) => [date, 1, 1])));
  expect([...result.rfm!.days]).toEqual([0, 1, 30, NaN, 20, NaN, NaN]);
  expect(result.notClassified.map(({ row, reason }) => [row, reason])).toEqual([
    [3, "future"],
    [5, "no-date"],
    [6, "no-date"],
  ]);
});

test("limits of a person's own give a value on them the higher score, of days the lower count", () => {
  const limits = (...values: number[]) => ({ by: "limits" as const, limits: values });
  const scoring = { recency: limits(30, 90), frequency: limits(2, 3, 6), monetary: limits(100) };
  const table = customersOf([
    [30, 1, 99],
    [31, 2, 100],
    [90, 5, 100],
    [91, 6, 100],
  ]);
  const result = run(rfm(fromColumns, { scoring }), null, table);
  expect(scoresOf(result)).toEqual(["311", "222", "232", "142"]);
  expect(result.rfm!.counts).toEqual({ recency: [1, 2, 1], frequency: [1, 1, 1, 1], monetary: [1, 3] });
});

test("high and low of the mean are the scores 2 and 1, and a date as recent as the mean is high", () => {
  const mean = { by: "mean" } as const;
  const table = customersOf([
    [10, 1, 10],
    [20, 2, 20],
    [30, 3, 30],
  ]);
  const result = run(rfm(fromColumns, { scoring: { recency: mean, frequency: mean, monetary: mean } }), null, table);
  expect(scoresOf(result)).toEqual(["211", "211", "122"]);
  expect(result.rfm!.cuts).toEqual({ recency: [20], frequency: [2], monetary: [20] });
});

test("kept cuts are used instead of those of the data", () => {
  const kept = { by: "quintiles" as const, kept: { limits: [1, 2, 3, 4], dataDate: null } };
  const result = run(
    rfm(fromColumns, { scoring: { recency: kept, frequency: kept, monetary: kept } }),
    null,
    customersOf(ten),
  );
  expect(scoresOf(result).slice(0, 3)).toEqual(["555", "155", "155"]);
});

test("a column without anything that can be used is refused by its name", () => {
  expect(() => run(rfm(fromColumns), null, customersOf([["x", 1, 1]]))).toThrow(
    expect.objectContaining({ code: "not-a-number", subject: "Last" }) as Error,
  );
});
