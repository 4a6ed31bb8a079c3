import { classify } from "../../src/engine/classify";
import type { Outcome } from "../../src/engine/outcome";
import { reconcile } from "../../src/engine/reconcile";
import { defaultPlan } from "../../src/plan/defaultPlan";
import type { Plan } from "../../src/plan/plan";
import type { Segmentation } from "../../src/segmentations/plans";
import { columnOf, type Content } from "../../src/table/columns";
import type { CustomerTable } from "../../src/table/customerTable";
import { answer } from "../../src/worker/answer";
import { packTable } from "../../src/worker/packTable";
import { unpackOutcome } from "../../src/worker/packOutcome";

const headers = ["Client", "Group", "Balance", "Days past due", "Class", "Rating", "As of", "Industry"] as const;
type Row = readonly [Content, Content, Content, Content, Content, Content, Content, Content];

const none = { error: "#N/A" };

/** One drawdown a row. */
const drawdowns: readonly Row[] = [
  ["anna", null, 500, 0, "Pass", "A", 100, "Steel"],
  ["bert", null, 300, 5, "Pass", "BB", 100, "Food"],
  ["anna", null, 250.5, 95, "Loss", "BBB", 200, "Steel"],
  ["carl", null, 40, 0, "Special mention", "AA", 100, "Ships"],
  ["bert", null, 120, 30, "Substandard", "B", 50, null],
  ["dora", null, 9, 0, "Pass", null, 100, "Food"],
];

const byClass: Segmentation = {
  method: "groups",
  id: "class",
  name: "Class",
  column: "Class",
  valueColumn: "Balance",
  groups: ["Pass", "Special mention", "Substandard", "Doubtful", "Loss"].map((value) => ({ value, name: value })),
};
const byRating: Segmentation = {
  ...byClass,
  id: "rating",
  name: "Rating",
  column: "Rating",
  groups: ["AA", "A", "BBB", "BB", "B"].map((value) => ({ value, name: value })),
};
const byIndustry: Segmentation = {
  ...byClass,
  id: "industry",
  name: "Industry",
  column: "Industry",
  groups: ["Steel", "Food", "Ships"].map((value) => ({ value, name: value })),
};
const byDays: Segmentation = {
  method: "cutoffs",
  id: "days",
  name: "Days",
  column: "Days past due",
  valueColumn: "Balance",
  direction: "low-first",
  cutoffs: [1, 90],
  tiers: ["None", "Some", "90+"].map((name, i) => ({ id: `d${i}`, name })),
};

const value = defaultPlan({
  table: { id: "", name: "Drawdowns" },
  keyColumn: "Client",
  valueColumn: "Balance",
  template: "retail",
  sheetLanguage: "en",
});

function planWith(rows: Partial<Plan["rows"]> = {}, more: Partial<Plan> = {}): Plan {
  return {
    ...value,
    segmentations: [...value.segmentations, byClass, byRating, byIndustry, byDays],
    rows: { perCustomer: "several", combine: [], dateColumn: "As of", groupColumn: null, ...rows },
    ...more,
  };
}

function tableOf(rows: readonly Row[]): CustomerTable {
  const columns = headers.map((name, i) =>
    columnOf(
      name,
      rows.map((row) => row[i] ?? null),
    ),
  );
  return { name: "Drawdowns", rows: rows.length, columns };
}

/** The group of each client, by segmentation; every row of a client must say the same. */
function labelsOf(outcome: Outcome, rows: readonly Row[]): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return Object.fromEntries(
    outcome.segmentations.map(({ id, groups, labels }) => {
      const byClient: Record<string, string> = {};
      rows.forEach(([client], row) => {
        const name = groups[labels[row] ?? -1]?.name ?? "Not classified";
        const key = String(client);
        expect(byClient[key] ?? name).toBe(name);
        byClient[key] = name;
      });
      return [id, byClient];
    }),
  );
}

function segmentation(outcome: Outcome, id: string): Outcome["segmentations"][number] {
  const found = outcome.segmentations.find((each) => each.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

function listed(outcome: Outcome, id: string): { readonly open: unknown[]; readonly remarks: unknown[] } {
  const { notClassified, remarks } = segmentation(outcome, id);
  const text = (rows: typeof remarks): unknown[] =>
    rows.map(({ row, key, reason, column, content }) => [row, key, reason, column, content].join(" ")).sort();
  return { open: text(notClassified), remarks: text(remarks) };
}

/** What does not depend on where a row stands. */
function essence(outcome: Outcome, rows: readonly Row[]): unknown {
  return {
    ...labelsOf(outcome, rows),
    results: outcome.segmentations.map(({ labels: _labels, notClassified, remarks, ...rest }) => ({
      ...rest,
      notClassified: notClassified.map(({ row: _row, ...it }) => JSON.stringify(it)).sort(),
      remarks: remarks.map(({ row: _row, ...it }) => JSON.stringify(it)).sort(),
    })),
  };
}

/** The same shuffle every time: Fisher and Yates, with a linear congruential generator. */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const mixed = [...items];
  let state = seed;
  for (let i = mixed.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
  }
  return mixed;
}

test("balances are added up, of the days past due the most count, the class is the worst and the rating the latest", () => {
  const outcome = classify(planWith(), tableOf(drawdowns));
  expect([outcome.rows, outcome.customers]).toEqual([6, 4]);
  expect(labelsOf(outcome, drawdowns)).toEqual({
    "value-tier": { anna: "A", bert: "A", carl: "C", dora: "C" },
    class: { anna: "Loss", bert: "Substandard", carl: "Special mention", dora: "Pass" },
    rating: { anna: "BBB", bert: "BB", carl: "AA", dora: "Unknown" },
    industry: { anna: "Steel", bert: "Food", carl: "Ships", dora: "Food" },
    days: { anna: "90+", bert: "Some", carl: "None", dora: "None" },
  });
  const [tier] = outcome.segmentations;
  expect(tier?.groups.map(({ customers, value: sum }) => [customers, sum])).toEqual([
    [2, 1170.5],
    [0, 0],
    [2, 49],
  ]);
  expect(tier?.classified).toBe(4);
});

test("a blank beside a value is left out and listed with its row", () => {
  expect(listed(classify(planWith(), tableOf(drawdowns)), "industry")).toEqual({
    open: [],
    remarks: ["4 bert left-out Industry "],
  });
});

test("a plan says otherwise, column by column", () => {
  const combine = [
    { column: "Balance", by: "max" },
    { column: "Days past due", by: "min" },
    { column: "Class", by: "latest" },
    { column: "Rating", by: "worst" },
  ] as const;
  const scales = [{ column: "Rating", values: ["AA", "A", "BBB", "BB", "B"] }];
  const outcome = classify(planWith({ combine: [...combine] }, { scales }), tableOf(drawdowns));
  const labels = labelsOf(outcome, drawdowns);
  expect(segmentation(outcome, "value-tier").totalValue).toBe(500 + 300 + 40 + 9);
  expect(labels["days"]).toEqual({ anna: "None", bert: "Some", carl: "None", dora: "None" });
  expect(labels["class"]).toEqual({ anna: "Loss", bert: "Pass", carl: "Special mention", dora: "Pass" });
  expect(labels["rating"]).toEqual({ anna: "BBB", bert: "B", carl: "AA", dora: "Unknown" });
});

test("an amount that cannot be read is left out of the sum and listed; without any the client is not classified", () => {
  const rows: readonly Row[] = [
    ["anna", null, 500, 0, "Pass", "A", 100, "Steel"],
    ["anna", null, "n/a", 0, "Pass", "A", 100, "Steel"],
    ["bert", null, null, 0, "Pass", "A", 100, "Food"],
    ["bert", null, none, 0, "Pass", "A", 100, "Food"],
    ["bert", null, " ", 0, "Pass", "A", 100, "Food"],
    ["carl", null, 10, 0, "Pass", "A", 100, "Food"],
    ["carl", null, -10, 0, "Pass", "A", 100, "Food"],
  ];
  const plan = planWith();
  const table = tableOf(rows);
  const outcome = classify(plan, table);
  expect(listed(outcome, "value-tier")).toEqual({
    open: ["3 bert error Balance #N/A"],
    remarks: ["1 anna left-out Balance n/a", "5 carl zero Balance 0"],
  });
  const [sums] = reconcile(plan, outcome, table);
  expect(sums).toMatchObject({
    rows: 7,
    rowsClassified: 4,
    rowsNotClassified: 3,
    customers: 3,
    classified: 2,
    notClassified: 1,
    total: 500,
    valueClassified: 500,
    valueOpen: 0,
  });
});

describe("a value is never guessed", () => {
  const rows: readonly Row[] = [
    // Outside the scale: might be worse than a loss.
    ["anna", null, 1, 0, "Loss", "A", 100, "Steel"],
    ["anna", null, 1, 0, "Withdrawn", "A", 100, "Steel"],
    // Two ratings on the latest day.
    ["bert", null, 2, 0, "Pass", "A", 100, "Food"],
    ["bert", null, 2, 0, "Pass", "BB", 100, "Food"],
    ["bert", null, 2, 0, "Pass", "BB", 90, "Food"],
    // An error value may hide anything.
    ["carl", null, 3, 0, none, "AA", 90, "Food"],
    ["carl", null, 3, 0, "Pass", none, 100, "Ships"],
    // No date says which is the latest.
    ["dora", null, 4, 0, "Pass", "A", null, "Food"],
    ["dora", null, 4, 0, "Pass", "B", "2026-01-01", "Ships"],
    // One has a date.
    ["emil", null, 4, 0, "Pass", "A", 7, "Food"],
    ["emil", null, 4, 0, "Pass", "B", null, "Food"],
  ];

  test("an unknown class is neither the best nor the worst", () => {
    const outcome = classify(planWith(), tableOf(rows));
    expect(listed(outcome, "class").open).toEqual(["1 anna undeclared Class Withdrawn", "5 carl error Class #N/A"]);
  });

  test("two ratings of the latest day, an error value there, and rows without a date give none", () => {
    const outcome = classify(planWith(), tableOf(rows));
    expect(listed(outcome, "rating")).toEqual({
      open: ["2 bert differs Rating A", "6 carl error Rating #N/A", "7 dora differs Rating A"],
      remarks: ["10 emil left-out As of "],
    });
    expect(labelsOf(outcome, rows)["rating"]?.["emil"]).toBe("A");
  });

  test("values that differ are decided by the latest row and listed, and by nothing where no column says which it is", () => {
    const dated = listed(classify(planWith(), tableOf(rows)), "industry");
    expect(dated).toEqual({
      open: ["7 dora differs Industry Food"],
      remarks: ["6 carl differs Industry Ships"],
    });
    const undated = listed(classify(planWith({ dateColumn: null }), tableOf(rows)), "industry");
    expect(undated).toEqual({
      open: ["5 carl differs Industry Food", "7 dora differs Industry Food"],
      remarks: [],
    });
  });
});

describe("connected clients of one group are one customer", () => {
  const rows: readonly Row[] = [
    ["anna", "North", 500, 0, "Pass", "A", 100, "Steel"],
    ["bert", "North", 300, 0, "Pass", "A", 100, "Steel"],
    ["anna", null, 100, 0, "Pass", "A", 100, "Steel"],
    ["North", null, 50, 0, "Pass", "A", 100, "Steel"],
    ["carl", null, 20, 0, "Pass", "A", 100, "Steel"],
    ["dora", "North", 10, 0, "Pass", "A", 100, "Steel"],
    ["dora", "South", 10, 0, "Pass", "A", 100, "Steel"],
    ["emil", none, 10, 0, "Pass", "A", 100, "Steel"],
  ];

  test("a client without a group stands alone, and one of two groups is not classified", () => {
    const outcome = classify(planWith({ groupColumn: "Group" }), tableOf(rows));
    expect(outcome.customers).toBe(5);
    const tier = segmentation(outcome, "value-tier");
    expect(tier.groups.map(({ value: sum }) => sum)).toEqual([900, 50, 20]);
    for (const { id } of outcome.segmentations) {
      expect(listed(outcome, id).open).toEqual(["6 dora differs Group South", "7 emil error Group #N/A"]);
    }
  });
});

describe("the order of the rows changes nothing", () => {
  const industries = ["Steel", "Food", "Ships", null, " "];
  const classes = ["Pass", "Special mention", "Loss", "", "Other"];
  const many = Array.from({ length: 600 }, (_, i): Row => {
    const amount: Content = i % 97 === 0 ? none : i % 41 === 0 ? "?" : i % 29 === 0 ? null : ((i * 7919) % 1013) / 7;
    return [
      `client ${i % 170}`,
      i % 17 === 0 ? `group ${i % 5}` : null,
      amount,
      (i * 31) % 120,
      classes[(i * 13) % 11] ?? "Pass",
      ["AA", "A", "BBB", null, "NR"][(i * 7) % 5] ?? null,
      i % 23 === 0 ? null : 100 + ((i * 3) % 4),
      industries[(i % 170) % 5] ?? null,
    ];
  });

  test.each([null, "Group"])("with client groups in %s", (groupColumn) => {
    const plan = planWith({ groupColumn });
    const expected = essence(classify(plan, tableOf(many)), many);
    for (const seed of [1, 2, 3]) {
      const mixed = shuffled(many, seed);
      expect(essence(classify(plan, tableOf(mixed)), mixed)).toEqual(expected);
    }
  });

  test("every row and every amount is accounted for", () => {
    const plan = planWith({ groupColumn: "Group" });
    const table = tableOf(many);
    for (const sums of reconcile(plan, classify(plan, table), table)) {
      expect(sums.rowsClassified + sums.rowsNotClassified).toBe(600);
      expect(sums.classified + sums.notClassified).toBe(sums.customers);
      expect(sums.valueOpen).toBe(0);
    }
  });

  test("the worker, which has no keys, says the same as the engine in the thread", () => {
    const plan = planWith({ groupColumn: "Group" });
    const table = tableOf(many);
    let outcome: Outcome | null = null;
    answer({ plan, table: structuredClone(packTable(plan, table)) }, (reply) => {
      if (reply.kind === "done") outcome = unpackOutcome(structuredClone(reply.outcome), table, plan);
    });
    expect(outcome).toEqual(classify(plan, table));
  });
});

test("with one row per client nothing changes", () => {
  const rows = drawdowns.slice(0, 2);
  const { rows: _several, ...plan } = planWith();
  const one = classify({ ...plan, rows: { ...value.rows } }, tableOf(rows));
  expect(classify(planWith(), tableOf(rows))).toEqual(one);
});
