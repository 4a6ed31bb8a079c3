import { classify } from "../../../src/engine/classify";
import type { SegmentationOutcome } from "../../../src/engine/outcome";
import { plainSettings } from "../../../src/plan/plainSettings";
import { planVersion, type Plan } from "../../../src/plan/plan";
import { type SegmentationBy } from "../../../src/segmentations/plans";
import { columnOf, type Content } from "../../../src/table/columns";

const matrix: SegmentationBy<"matrix"> = {
  method: "matrix",
  id: "policy",
  name: "Policy",
  valueColumn: "Balance",
  axes: [
    {
      kind: "values",
      column: "Grade",
      values: [
        { value: "A", name: "Good" },
        { value: "B", name: "Fair" },
      ],
    },
    {
      kind: "bands",
      column: "Days",
      direction: "high-first",
      cutoffs: [90, 30],
      bands: ["late", "watch", "good"].map((id) => ({ id, name: id })),
    },
  ],
  classes: ["grow", "maintain", "reduce", "exit"].map((id) => ({ id, name: id })),
  cells: [
    { at: ["A", "good"], class: "grow" },
    { at: ["A", "watch"], class: "maintain" },
    { at: ["B", "good"], class: "maintain", text: "Secured lending alone" },
    { at: ["", "late"], class: "exit" },
  ],
};

type Row = readonly [grade: Content, days: Content, balance: Content];

function outcomeOf(rows: readonly Row[], sheetLanguage: Plan["sheetLanguage"] = "en"): SegmentationOutcome {
  const plan: Plan = {
    version: planVersion,
    template: "lending",
    ...plainSettings,
    table: { id: "", name: "Clients" },
    keyColumn: "Client",
    dataDate: null,
    sheetLanguage,
    segmentations: [matrix],
  };
  const column = (name: string, at: 0 | 1 | 2): ReturnType<typeof columnOf> =>
    columnOf(
      name,
      rows.map((row) => row[at]),
    );
  const keys = columnOf(
    "Client",
    rows.map((_, i) => `K${i + 1}`),
  );
  const columns = [keys, column("Grade", 0), column("Days", 1), column("Balance", 2)];
  return classify(plan, { name: "Clients", rows: rows.length, columns }).segmentations[0]!;
}

const labels = (outcome: SegmentationOutcome): string[] =>
  [...outcome.labels].map((label) => outcome.groups[label]?.name ?? "–");

test("puts every combination that a cell maps into its class, and all others into no policy", () => {
  const outcome = outcomeOf([
    ["A", 0, 100],
    [" A ", 30, 50],
    ["B", 29.99, 25],
    ["B", 90, 12],
    ["A", 1000, 6],
  ]);
  expect(labels(outcome)).toEqual(["grow", "maintain", "maintain", "No policy", "No policy"]);
  expect(outcome.groups.map(({ id, customers, value }) => [id, customers, value])).toEqual([
    ["policy/grow", 1, 100],
    ["policy/maintain", 2, 75],
    ["policy/reduce", 0, 0],
    ["policy/exit", 0, 0],
    ["policy/-", 2, 18],
  ]);
  expect([outcome.classified, outcome.totalValue]).toEqual([5, 193]);
});

test("takes a blank on an axis of values as a position of its own, and names no policy by the sheets' language", () => {
  const outcome = outcomeOf(
    [
      [null, 95, 1],
      ["  ", 90, 1],
      ["", 0, 1],
    ],
    "zh",
  );
  expect(labels(outcome)).toEqual(["exit", "exit", "无对应政策"]);
  expect(outcome.groups.at(-1)?.id).toBe("policy/-");
});

test("lists a row without a place on an axis with the first cell that is at fault", () => {
  const outcome = outcomeOf([
    ["C", "n/a", 1],
    ["A", null, 2],
    [{ error: "#REF!" }, 5, 4],
    ["A", "n/a", 8],
    ["A", 5, 16],
  ]);
  expect(labels(outcome)).toEqual(["–", "–", "–", "–", "grow"]);
  expect(outcome.notClassified).toEqual([
    { row: 0, key: "K1", reason: "undeclared", column: "Grade", content: "C" },
    { row: 1, key: "K2", reason: "blank", column: "Days", content: "" },
    { row: 2, key: "K3", reason: "error", column: "Grade", content: "#REF!" },
    { row: 3, key: "K4", reason: "text", column: "Days", content: "n/a" },
  ]);
  expect(outcome.classified + outcome.notClassified.length).toBe(5);
});

test("names the combinations that occur with their customers, the most frequent first", () => {
  const outcome = outcomeOf([
    ["B", 0, 1],
    ["A", 0, 1],
    ["B", 95, 1],
    ["B", 5, 1],
    ["A", 95, 1],
    ["?", 5, 1],
  ]);
  expect(outcome.combinations).toEqual([
    { at: ["B", "good"], customers: 2, group: 1 },
    { at: ["A", "late"], customers: 1, group: 4 },
    { at: ["A", "good"], customers: 1, group: 0 },
    { at: ["B", "late"], customers: 1, group: 4 },
  ]);
});

test("says which parameters were used", () => {
  const { valueColumn, axes, classes, cells } = matrix;
  expect(outcomeOf([["A", 0, 1]]).used).toEqual({ valueColumn, axes, classes, cells });
});

test.each([
  ["Days", [["A", "x", 1]] as const],
  ["Balance", [["A", 1, "x"]] as const],
])("refuses a column %s without a number", (subject, rows) => {
  expect(() => outcomeOf(rows)).toThrow(expect.objectContaining({ code: "not-a-number", subject }) as Error);
});

test("gives the same labels in any order of rows and cells, over four axes and many rows", () => {
  const letters = Array.from({ length: 12 }, (_, i) => String.fromCharCode(97 + i));
  const names = ["First", "Second", "Third", "Fourth"];
  const rows = 5_000;
  const valueAt = (row: number, axis: number): string => letters[Math.floor(row / 12 ** axis) % 12]!;
  const cells = letters.slice(0, 9).flatMap((a) =>
    letters.map((b) => ({
      at: [a, b, letters[3]!, letters[(a.charCodeAt(0) + b.charCodeAt(0)) % 3]!],
      class: "grow",
    })),
  );
  const labelled = (order: (row: number) => number, listed: typeof cells): Map<string, number> => {
    const plan: Plan = {
      version: planVersion,
      template: "lending",
      ...plainSettings,
      table: { id: "", name: "Clients" },
      keyColumn: "Client",
      dataDate: null,
      sheetLanguage: "en",
      segmentations: [
        {
          ...matrix,
          axes: names.map((column) => ({
            kind: "values",
            column,
            values: letters.map((value) => ({ value, name: value })),
          })),
          cells: listed,
        },
      ],
    };
    const at = Array.from({ length: rows }, (_, i) => order(i));
    const columns = [
      columnOf("Client", at),
      columnOf("Balance", at),
      ...names.map((name, k) =>
        columnOf(
          name,
          at.map((row) => valueAt(row, k)),
        ),
      ),
    ];
    const { labels: found } = classify(plan, { name: "Clients", rows, columns }).segmentations[0]!;
    return new Map(at.map((row, i) => [String(row), found[i]!]));
  };
  const first = labelled((i) => i, cells);
  const second = labelled((i) => (i * 1237) % rows, [...cells].reverse());
  expect([...first].every(([key, label]) => second.get(key) === label)).toBe(true);
  expect(new Set(first.values())).toEqual(new Set([0, 4]));
});
