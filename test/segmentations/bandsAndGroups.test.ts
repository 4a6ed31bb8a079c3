import { classify } from "../../src/engine/classify";
import type { SegmentationOutcome } from "../../src/engine/outcome";
import { plainSettings } from "../../src/plan/plainSettings";
import { planVersion, type Plan } from "../../src/plan/plan";
import { type Segmentation } from "../../src/segmentations/plans";
import { columnOf, type Content } from "../../src/table/columns";
import type { CustomerTable } from "../../src/table/customerTable";

const bands = {
  method: "cutoffs",
  id: "dpd",
  name: "Days past due",
  column: "Days",
  valueColumn: "Balance",
  direction: "high-first",
  cutoffs: [90, 30],
  tiers: [
    { id: "late", name: "90 and more" },
    { id: "watch", name: "30 to 89" },
    { id: "good", name: "Below 30" },
  ],
} satisfies Segmentation;

const grades = {
  method: "groups",
  id: "grade",
  name: "Grade",
  column: "Grade",
  valueColumn: "Balance",
  groups: [
    { value: "A", name: "Good" },
    { value: "B", name: "Fair" },
    { value: "Ü", name: "Special" },
  ],
} satisfies Segmentation;

function outcomeOf(
  segmentation: Segmentation,
  column: readonly Content[],
  balances: readonly Content[] = column.map(() => 10),
): SegmentationOutcome {
  const plan: Plan = {
    version: planVersion,
    template: "lending",
    ...plainSettings,
    table: { id: "", name: "Clients" },
    keyColumn: "Client",
    dataDate: null,
    sheetLanguage: "en",
    segmentations: [segmentation],
  };
  const table: CustomerTable = {
    name: "Clients",
    rows: column.length,
    columns: [
      columnOf(
        "Client",
        column.map((_, i) => `K${i + 1}`),
      ),
      columnOf(segmentation.method === "cutoffs" ? "Days" : "Grade", column),
      columnOf("Balance", balances),
    ],
  };
  return classify(plan, table).segmentations[0]!;
}

const labels = (outcome: SegmentationOutcome): string[] =>
  [...outcome.labels].map((label) => outcome.groups[label]?.name ?? "–");

test("a value on a cut-off belongs to the upper band, whichever band comes first", () => {
  const days = [0, 29.999, 30, 89, 90, 1000, -5];
  const highFirst = labels(outcomeOf(bands, days));
  expect(highFirst).toEqual(["Below 30", "Below 30", "30 to 89", "30 to 89", "90 and more", "90 and more", "Below 30"]);
  const lowFirst = {
    ...bands,
    direction: "low-first",
    cutoffs: [30, 90],
    tiers: [...bands.tiers].reverse(),
  } satisfies Segmentation;
  expect(labels(outcomeOf(lowFirst, days))).toEqual(highFirst);
});

test("counts the customers of a band and sums another column over them", () => {
  const outcome = outcomeOf(bands, [0, 45, 120, 130], [700, 200, 60, 40]);
  expect(outcome.groups).toEqual([
    {
      id: "dpd/late",
      name: "90 and more",
      customers: 2,
      value: 100,
      shareOfCustomers: 0.5,
      shareOfValue: 0.1,
      median: 50,
    },
    {
      id: "dpd/watch",
      name: "30 to 89",
      customers: 1,
      value: 200,
      shareOfCustomers: 0.25,
      shareOfValue: 0.2,
      median: 200,
    },
    {
      id: "dpd/good",
      name: "Below 30",
      customers: 1,
      value: 700,
      shareOfCustomers: 0.25,
      shareOfValue: 0.7,
      median: 700,
    },
  ]);
  expect([outcome.totalValue, outcome.positiveValue, outcome.curve]).toEqual([1000, 1000, []]);
});

test("lists what is no number, and a banded customer without an amount with a remark", () => {
  const outcome = outcomeOf(bands, [10, null, "n/a", 20], [5, 5, 5, "none"]);
  expect(labels(outcome)).toEqual(["Below 30", "–", "–", "Below 30"]);
  expect(outcome.notClassified).toMatchObject([
    { row: 1, reason: "blank", column: "Days" },
    { row: 2, reason: "text", column: "Days", content: "n/a" },
  ]);
  expect(outcome.remarks).toMatchObject([{ row: 3, reason: "text", column: "Balance" }]);
  expect([outcome.classified, outcome.totalValue]).toEqual([2, 5]);
});

test("groups by trimmed text in Unicode's composed form and exact case, in the declared order", () => {
  const outcome = outcomeOf(grades, ["B", " A ", "U\u0308", "A", null, "  "], [1, 2, 4, 8, 16, 32]);
  expect(labels(outcome)).toEqual(["Fair", "Good", "Special", "Good", "Unknown", "Unknown"]);
  expect(outcome.groups.map(({ id, customers, value }) => [id, customers, value])).toEqual([
    ["grade/A", 2, 10],
    ["grade/B", 1, 1],
    ["grade/Ü", 1, 4],
    ["grade/", 2, 48],
  ]);
  expect(outcome.classified).toBe(6);
});

test("a value outside the declared order is listed and never guessed", () => {
  const outcome = outcomeOf(grades, ["A", "a", "AA", 7, { error: "#N/A" }]);
  expect(labels(outcome)).toEqual(["Good", "–", "–", "–", "–"]);
  expect(outcome.notClassified.map(({ reason, content }) => [reason, content])).toEqual([
    ["undeclared", "a"],
    ["undeclared", "AA"],
    ["undeclared", "7"],
    ["error", "#N/A"],
  ]);
  expect(outcome.groups[0]?.shareOfCustomers).toBe(0.2);
  expect(outcome.unclassified.shareOfCustomers).toBe(0.8);
});

test("a table where nothing is declared has no shares rather than no outcome", () => {
  const outcome = outcomeOf(grades, ["x", "y"]);
  expect([outcome.classified, outcome.notClassified.length]).toEqual([0, 2]);
  expect(
    outcome.groups.every(({ shareOfCustomers, shareOfValue }) => shareOfCustomers === 0 && shareOfValue === 0),
  ).toBe(true);
});

test.each([
  ["not-a-number", "Days", ["x", null], [1, 2]],
  ["not-a-number", "Balance", [1, 2], ["x", null]],
])("refuses with %s, naming %s", (code, subject, days, balances) => {
  expect(() => outcomeOf(bands, days, balances)).toThrow(expect.objectContaining({ code, subject }) as Error);
});
