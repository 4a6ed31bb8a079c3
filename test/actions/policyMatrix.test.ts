import { readState } from "../../src/actions/readState";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import type { Plan } from "../../src/plan/plan";
import type { SegmentationBy } from "../../src/segmentations/plans";
import { clientPlan, openClients, when } from "./clientBook";

jest.setTimeout(120_000);

const later = { now: new Date("2026-12-01T08:00:00Z"), person: "Grace" };

const policy: SegmentationBy<"matrix"> = {
  method: "matrix",
  id: "policy",
  name: "Policy",
  valueColumn: "Outstanding",
  axes: [
    {
      kind: "values",
      column: "Region",
      values: ["North", "South"].map((value) => ({ value, name: value })),
    },
    {
      kind: "bands",
      column: "Outstanding",
      direction: "high-first",
      cutoffs: [100],
      bands: ["large", "small"].map((id) => ({ id, name: id })),
    },
  ],
  classes: ["Grow", "Maintain", "Reduce", "Exit"].map((name) => ({ id: name.toLowerCase(), name })),
  cells: [
    { at: ["North", "large"], class: "grow" },
    { at: ["South", "small"], class: "maintain", text: "Secured lending alone" },
  ],
};

async function planWith(matrix: SegmentationBy<"matrix">): Promise<Plan> {
  return { ...(await clientPlan()), segmentations: [matrix] };
}

/** A native table's cells by its name, the header first, all formulas calculated. */
async function tableOf(name: string): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const range = context.workbook.tables.getItem(name).getRange().load("values");
    await context.sync();
    return range.values as unknown[][];
  });
}

test("a policy matrix has its label column and a block that adds up, with no policy as a segment of its own", async () => {
  const { book, host } = await openClients();
  await runPlan(await planWith(policy), inThread, when);
  const customers = await tableOf("Customers");
  expect(customers.map((row) => row.at(-1))).toEqual([
    "Policy",
    ...["Grow", "Grow", "Maintain", "Maintain", "No policy", "Not classified", "Not classified", "Maintain"],
    ...["No policy", "No policy", "Not classified", "Not classified"],
  ]);
  const block = (await tableOf("Tierbook_Segments_policy")).slice(1).map((row) => [row[0], row[1], row[3]]);
  expect(block).toEqual([
    ["Grow", 2, 720],
    ["Maintain", 3, 185],
    ["Reduce", 0, 0],
    ["Exit", 0, 0],
    ["No policy", 3, 45],
    ["Not classified", 4, 35],
    ["Total", 12, 985],
  ]);
  const { rows } = book.sheets.find(({ name }) => name === "Segments")!;
  const texts = [...rows.values()].flatMap(({ cells }) => [...cells.values()].map(({ value }) => value));
  expect(texts).toContain("Policy matrix of Region × Outstanding");
  expect(texts).toContain("Combinations by class: Grow 1, Maintain 1, Reduce 0, Exit 0.");
  expect(texts).toContain("The class of each combination stands on the sheet Policy.");
  expect(texts).toContain("No policy at the run: 1 combination, North × small (3 customers).");
  expect((await readState()).plan?.segmentations).toEqual([policy]);
  expect(host.missing).toEqual([]);
});

test("moves, owners and labels go by the ids of the classes, whatever they are called", async () => {
  await openClients();
  await runPlan(await planWith(policy), inThread, when);
  await Excel.run(async (context) => {
    const owners = context.workbook.tables.getItem("Tierbook_Owners");
    const names = owners.columns.getItem("Segment").getDataBodyRange().load("values");
    await context.sync();
    const row = (names.values as unknown[][]).findIndex(([name]) => name === "Grow");
    owners.columns.getItem("Accountable owner").getDataBodyRange().getCell(row, 0).values = [["Ada"]];
    await context.sync();
  });
  const changed = {
    ...policy,
    classes: policy.classes.map((each) => (each.id === "grow" ? { ...each, name: "Build up" } : each)),
    cells: [...policy.cells, { at: ["North", "small"], class: "exit" }],
  };
  const { moves, record } = await runPlan(await planWith(changed), inThread, later);
  expect(record.moved).toEqual([{ id: "policy", moved: 3, entered: 0, left: 0 }]);
  const { from, to, customers } = moves[0]!;
  expect([from[0], to[0]]).toEqual(["Grow", "Build up"]);
  // From no policy to the class exit, and nowhere else.
  expect(customers[4]).toEqual([0, 0, 0, 3, 0, 0, 0]);
  const [header = [], ...owners] = await tableOf("Tierbook_Owners");
  const column = (name: string): number => header.indexOf(name);
  expect(owners.map((row) => [row[column("Segment")], row[column("Accountable owner")]])).toEqual([
    ["Build up", "Ada"],
    ["Maintain", ""],
    ["Reduce", ""],
    ["Exit", ""],
    ["No policy", ""],
  ]);
});
