import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { plannedChanges, type PlannedChanges } from "../../src/actions/changes/plannedChanges";
import { previewPlan } from "../../src/actions/previewPlan";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { mostChanges } from "../../src/engine/keptChanges";
import { newBook } from "../../src/host/model/newBook";
import { plainSettings } from "../../src/plan/plainSettings";
import { planVersion, type Plan } from "../../src/plan/plan";
import { openTestOffice } from "../host/openTestOffice";
import { bandsOf, loansOf, movesBetween, tiersOf, type LoanMoves } from "./loanMoves";

jest.setTimeout(300_000);

const file = resolve(__dirname, "../../../shared/data/open/loans/lendingclub_loans_full_schema.csv");
const tiers = ["First", "Second", "Third"].map((name, i) => ({ id: `t${i}`, name }));

type Pair = readonly [number, number];

function planWith(limits: Pair, shares: Pair): Plan {
  return {
    version: planVersion,
    template: "lending",
    ...plainSettings,
    table: { id: "", name: "Loans" },
    keyColumn: "id",
    dataDate: null,
    sheetLanguage: "en",
    segmentations: [
      {
        method: "cutoffs",
        id: "balance",
        name: "Balance",
        column: "balance",
        valueColumn: "loan_amount",
        direction: "high-first",
        cutoffs: [...limits],
        tiers,
      },
      { method: "abc", id: "abc", name: "Tier", valueColumn: "loan_amount", cutoffs: [...shares], tiers },
    ],
  };
}

describe("what another plan would change among the 10,000 loans of the Lending Club", () => {
  if (!existsSync(file)) {
    process.stdout.write("skipped: no shared data\n");
    test.skip("needs shared data", () => undefined);
    return;
  }
  const loans = loansOf(file);
  let planned: PlannedChanges;

  beforeAll(async () => {
    await openTestOffice(newBook("Loans"));
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const rows = loans.map(({ key, balance, amount, home, state }) => [key, balance, amount, home, state]);
      sheet.getRange("A1:E1").values = [["id", "balance", "loan_amount", "homeownership", "state"]];
      sheet.getRangeByIndexes(1, 0, rows.length, 5).values = rows;
      sheet.tables.add(sheet.getRangeByIndexes(0, 0, rows.length + 1, 5), true).name = "Loans";
      await context.sync();
    });
    await runPlan(planWith([15_000, 5_000], [0.8, 0.95]), inThread, { now: new Date(0), person: "" });
    const preview = await previewPlan(planWith([12_000, 6_000], [0.7, 0.9]), inThread);
    const columns = { name: null, manager: "state", branch: "homeownership" };
    planned = await plannedChanges(preview, { language: "en", columns });
  });

  const expected = (id: string): LoanMoves =>
    id === "balance"
      ? movesBetween(loans, bandsOf(loans, [15_000, 5_000]), bandsOf(loans, [12_000, 6_000]))
      : movesBetween(loans, tiersOf(loans, [0.8, 0.95]), tiersOf(loans, [0.7, 0.9]));

  test.each(["balance", "abc"])("equals an independent count of who moves, and of their amounts: %s", (id) => {
    const found = planned.segmentations.find((one) => one.id === id)!;
    const { customers, amounts, moved, byHome, byState, keys } = expected(id);
    expect(found.moves.customers.slice(0, 3).map((cells) => cells.slice(0, 3))).toEqual(customers);
    expect(found.moves.values.slice(0, 3).map((cells) => cells.slice(0, 3))).toEqual(amounts);
    expect(found.moves).toMatchObject({ moved, stayed: loans.length - moved, entered: 0, left: 0 });
    expect(moved).toBeGreaterThan(0);
    const counts = (by: "branch" | "manager"): unknown =>
      Object.fromEntries(found.by[by].map(({ value, customers: number }) => [value, number]));
    expect(counts("branch")).toEqual(byHome);
    expect(counts("manager")).toEqual(byState);
    expect(found.customers).toHaveLength(Math.min(moved, mostChanges));
    expect(found.more).toBe(Math.max(0, moved - mostChanges));
    expect(found.customers.filter(({ key }) => !keys.has(key))).toEqual([]);
    const listed = found.customers.map(({ value }) => value ?? 0);
    expect(listed).toEqual([...listed].sort((a, b) => b - a));
  });

  test("those who join a segment are those who leave the others, with the same amounts", () => {
    for (const { segments } of planned.segmentations) {
      const total = (way: "joining" | "leaving"): readonly number[] => [
        segments.reduce((sum, segment) => sum + segment[way].customers, 0),
        segments.reduce((sum, segment) => sum + segment[way].value, 0),
      ];
      expect(total("joining")).toEqual(total("leaving"));
    }
  });
});
