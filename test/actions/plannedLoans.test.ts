import { plannedChanges, type PlannedChanges } from "../../src/actions/changes/plannedChanges";
import { previewPlan } from "../../src/actions/previewPlan";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { mostChanges } from "../../src/engine/keptChanges";
import { newBook } from "../../src/host/model/newBook";
import { plainSettings } from "../../src/plan/plainSettings";
import { planVersion, type Plan } from "../../src/plan/plan";
import { openTestOffice } from "../host/openTestOffice";
import { expected, records } from "../golden/goldenData";

jest.setTimeout(300_000);

/** Who is in another of three places than before, counted by another program. */
interface LoanMoves {
  readonly customers: readonly (readonly number[])[];
  readonly amounts: readonly (readonly number[])[];
  readonly moved: number;
  readonly by_home: Readonly<Record<string, number>>;
  readonly by_state: Readonly<Record<string, number>>;
  readonly keys: readonly string[];
}
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

describe("what another plan would change among 10,000 loans", () => {
  const loans = records("loans.csv.gz");
  const { moves } = expected<{ readonly moves: Readonly<Record<"balance" | "abc", LoanMoves>> }>("loans");
  let planned: PlannedChanges;

  beforeAll(async () => {
    await openTestOffice(newBook("Loans"));
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      // Each with its line number for a key.
      const rows = loans.map((loan, i) => [
        `L${i + 1}`,
        ...[Number(loan["balance"]), Number(loan["loan_amount"]), loan["homeownership"], loan["state"]],
      ]);
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

  test.each(["balance", "abc"] as const)("equals an independent count of who moves, and of their amounts: %s", (id) => {
    const found = planned.segmentations.find((one) => one.id === id)!;
    const { customers, amounts, moved, by_home: byHome, by_state: byState, keys } = moves[id];
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
    expect(found.customers.filter(({ key }) => !keys.includes(key))).toEqual([]);
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
