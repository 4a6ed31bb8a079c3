import { classify } from "../../src/engine/classify";
import { segmentTotals } from "../../src/engine/segmentTotals";
import { defaultPlan } from "../../src/plan/defaultPlan";
import { columnOf } from "../../src/table/columns";
import type { CustomerTable } from "../../src/table/customerTable";

const plan = defaultPlan({
  table: { id: "", name: "Loans" },
  keyColumn: "Client",
  valueColumn: "Balance",
  template: "lending",
  sheetLanguage: "en",
});

test("the ten largest of a segment are customers, not rows, and the order of the rows does not show", () => {
  // Twelve clients with 0.1 in each of three rows, and one row of no amount.
  const balances = [...Array.from({ length: 36 }, () => 0.1), null];
  const whose = balances.map((_, row) => (row < 36 ? row % 12 : 12));
  const total = (order: readonly number[]): unknown => {
    const table: CustomerTable = {
      name: "Loans",
      rows: balances.length,
      columns: [
        columnOf(
          "Client",
          order.map((row) => `K${whose[row]}`),
        ),
        columnOf(
          "Balance",
          order.map((row) => balances[row] ?? null),
        ),
      ],
      customers: {
        count: 13,
        of: Int32Array.from(order.map((row) => whose[row] ?? 0)),
        keys: Array.from({ length: 13 }, (_, i) => `K${i}`),
        grouped: new Uint8Array(13),
        torn: [],
      },
    };
    const [result] = classify(plan, table).segmentations;
    if (!result) throw new Error("the plan has no segmentation");
    return segmentTotals(result, table, "Balance").whole;
  };
  const rows = [...balances.keys()];
  expect(total(rows)).toEqual({
    total: expect.closeTo(3.6, 12) as number,
    topShare: expect.closeTo(10 / 12, 12) as number,
  });
  expect(total([...rows].reverse())).toEqual(total(rows));
});

test("nothing to hold is no share", () => {
  const table: CustomerTable = {
    name: "Loans",
    rows: 2,
    columns: [columnOf("Client", ["a", "b"]), columnOf("Balance", [1, 2]), columnOf("Limit", [0, "n/a"])],
  };
  const [result] = classify(plan, table).segmentations;
  if (!result) throw new Error("the plan has no segmentation");
  expect(segmentTotals(result, table, "Limit")).toMatchObject({ whole: { total: 0, topShare: null } });
});
