import { classify } from "../../src/engine/classify";
import { inThread } from "../../src/engine/inThread";
import { defaultPlan } from "../../src/plan/defaultPlan";
import { columnOf, type Content } from "../../src/table/columns";
import type { CustomerTable } from "../../src/table/customerTable";

const plan = defaultPlan({
  table: { id: "", name: "Clients" },
  keyColumn: "Client",
  valueColumn: "Balance",
  template: "retail",
  sheetLanguage: "en",
});

function clients(balances: readonly Content[]): CustomerTable {
  const keys = balances.map((_, i) => `K${i + 1}`);
  return { name: "Clients", rows: balances.length, columns: [columnOf("Client", keys), columnOf("Balance", balances)] };
}

test("counts, sums and shares every tier", () => {
  const [outcome] = classify(plan, clients([850, 60, 40, 30, 20])).segmentations;
  expect(outcome?.groups).toEqual([
    {
      id: "value-tier/tier-1",
      name: "A",
      customers: 1,
      value: 850,
      shareOfCustomers: 0.2,
      shareOfValue: 0.85,
      median: 850,
    },
    {
      id: "value-tier/tier-2",
      name: "B",
      customers: 2,
      value: 100,
      shareOfCustomers: 0.4,
      shareOfValue: 0.1,
      median: 50,
    },
    {
      id: "value-tier/tier-3",
      name: "C",
      customers: 2,
      value: 50,
      shareOfCustomers: 0.4,
      shareOfValue: 0.05,
      median: 25,
    },
  ]);
  expect([...(outcome?.labels ?? [])]).toEqual([0, 1, 1, 2, 2]);
});

test("lists what is no number with its cell and gives it no tier", () => {
  const balances = [90, null, "", "12", true, { error: "#N/A" }, 10];
  const [outcome] = classify(plan, clients(balances)).segmentations;
  expect([...(outcome?.labels ?? [])]).toEqual([0, 3, 3, 3, 3, 3, 1]);
  expect(outcome?.notClassified).toEqual([
    { row: 1, key: "K2", reason: "blank", column: "Balance", content: "" },
    { row: 2, key: "K3", reason: "blank-text", column: "Balance", content: "" },
    { row: 3, key: "K4", reason: "text", column: "Balance", content: "12" },
    { row: 4, key: "K5", reason: "logical", column: "Balance", content: "TRUE" },
    { row: 5, key: "K6", reason: "error", column: "Balance", content: "#N/A" },
  ]);
  expect((outcome?.classified ?? 0) + (outcome?.notClassified.length ?? 0)).toBe(balances.length);
});

test("classifies zero and negative values with a remark, and shares refer to the positive ones", () => {
  const [outcome] = classify(plan, clients([80, 0, 20, -50])).segmentations;
  expect([...(outcome?.labels ?? [])]).toEqual([0, 2, 1, 2]);
  expect(outcome?.remarks).toMatchObject([
    { row: 1, reason: "zero", content: "0" },
    { row: 3, reason: "negative", content: "-50" },
  ]);
  expect([outcome?.totalValue, outcome?.positiveValue]).toEqual([50, 100]);
  expect(outcome?.groups.map((group) => group.shareOfValue)).toEqual([0.8, 0.2, 0]);
});

test("gives the same outcome in any order of the rows", () => {
  const balances = Array.from({ length: 50 }, (_, i) => ((i * 37) % 50) + 0.1);
  const [ahead] = classify(plan, clients(balances)).segmentations;
  const [back] = classify(plan, clients([...balances].reverse())).segmentations;
  expect(back?.groups).toEqual(ahead?.groups);
  expect(back?.curve).toEqual(ahead?.curve);
  expect([...(back?.labels ?? [])].reverse()).toEqual([...(ahead?.labels ?? [])]);
});

test("tiers one customer, and customers who are all alike", () => {
  expect([...(classify(plan, clients([5])).segmentations[0]?.labels ?? [])]).toEqual([0]);
  expect([...(classify(plan, clients([5, 5, 5])).segmentations[0]?.labels ?? [])]).toEqual([0, 0, 0]);
});

test.each([
  ["empty-table", [], "Clients"],
  ["no-positive-value", [0, -1], "Balance"],
  ["not-a-number", [null, "12"], "Balance"],
])("refuses with %s, naming what is at fault", (code, balances, subject) => {
  expect(() => classify(plan, clients(balances))).toThrow(expect.objectContaining({ code, subject }) as Error);
});

test("refuses a column that the table does not have", () => {
  const table = { ...clients([1]), columns: [columnOf("Client", ["a"])] };
  expect(() => classify(plan, table)).toThrow(
    expect.objectContaining({ code: "missing-column", subject: "Balance" }) as Error,
  );
});

test("in the thread it rejects rather than throws, and a raised signal cancels", async () => {
  await expect(inThread.run(plan, clients([]))).rejects.toMatchObject({ code: "empty-table" });
  await expect(inThread.run(plan, clients([1]), { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: "cancelled",
  });
  await expect(inThread.run(plan, clients([1]))).resolves.toMatchObject({ rows: 1 });
});

test("says which segmentation it is at", () => {
  const seen: unknown[] = [];
  classify(plan, clients([1]), (progress) => seen.push(progress));
  expect(seen).toEqual([{ done: 0, total: 1, segmentation: "Value tier" }]);
});
