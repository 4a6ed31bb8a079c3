import { readState } from "../../src/actions/readState";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { failureData } from "../../src/failure";
import { snapshot } from "../safety/snapshot";
import { openClients, when } from "./clientBook";
import { person, policyPlan, tableOf } from "./policyBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

type Act = (table: (id: string) => Excel.Table, sheet: Excel.Worksheet) => unknown;

const upTo = "Up to (cumulative share)";
const body = (table: Excel.Table, column: string): Excel.Range => table.columns.getItem(column).getDataBodyRange();

const bad: readonly (readonly [what: string, kind: string, cell: string, act: Act])[] = [
  ["text for a share", "not-a-number", "Policy!D8", (t) => (body(t("abc"), upTo).values = [["most"], [0.95], [1]])],
  ["a share above one", "share-range", "Policy!D8", (t) => (body(t("abc"), upTo).values = [[80], [0.95], [1]])],
  ["shares out of order", "out-of-order", "Policy!D9", (t) => (body(t("abc"), upTo).values = [[0.8], [0.7], [1]])],
  [
    "an end of the last tier",
    "fixed-cell",
    "Policy!D10",
    (t) => (body(t("abc"), upTo).values = [[0.8], [0.95], [0.99]]),
  ],
  [
    "cut-offs out of order",
    "out-of-order",
    "Policy!C17",
    (t) => (body(t("size"), "From").values = [[200], [300], [""]]),
  ],
  ["an error value", "not-a-number", "Policy!C16", (t) => (body(t("size"), "From").formulas = [["=1/0"], [50], [""]])],
  ["an end of the last band", "fixed-cell", "Policy!C18", (t) => (body(t("size"), "From").values = [[200], [50], [1]])],
  ["a number over a formula", "follows", "Policy!D17", (t) => (body(t("size"), "Below").values = [[""], [150], [50]])],
  ["an empty name", "name-missing", "Policy!B16", (t) => (body(t("size"), "Segment").values = [[" "], ["b"], ["c"]])],
  [
    "two equal names",
    "same-name",
    "Policy!B17",
    (t) => (body(t("size"), "Segment").values = [["Top"], ["TOP"], ["c"]]),
  ],
  [
    "a name that is taken",
    "reserved-name",
    "Policy!B17",
    (t) => (body(t("size"), "Segment").values = [["a"], ["未分类"], ["c"]]),
  ],
  [
    "a name of 300 letters",
    "name-long",
    "Policy!B16",
    (t) => (body(t("size"), "Segment").values = [["x".repeat(300)], ["b"], ["c"]]),
  ],
  [
    "an entry that stands twice",
    "same-value",
    "Policy!C25",
    (t) => (body(t("region"), "Entry in the data").values = [["North"], ["North"], ["West"]]),
  ],
  [
    "no entry",
    "value-missing",
    "Policy!C24",
    (t) => (body(t("region"), "Entry in the data").values = [[""], ["South"], ["West"]]),
  ],
  [
    "an order number that stands twice",
    "same-order",
    "Policy!D25",
    (t) => (body(t("region"), "Order").values = [[1], [1], [2]]),
  ],
  ["a deleted row", "missing-row", "Policy!B15", (t) => t("size").rows.getItemAt(1).delete()],
  ["an inserted row", "new-row", "Policy!B11", (t) => t("abc").rows.add(undefined, [["", "D", "", 0.99, ""]])],
  ["a copied row", "same-row", "Policy!B11", (t) => t("abc").rows.add(undefined, [["abc/a", "A again", "", 0.8, ""]])],
  ["a column that is gone", "missing-column", "Policy!B15", (t) => t("size").columns.getItem("From").delete()],
  [
    "a header by another name",
    "missing-column",
    "Policy!B15",
    (t) => (t("size").columns.getItem("From").getHeaderRowRange().values = [["Start"]]),
  ],
  ["ids that are gone", "missing-table", "Policy!A1", (t) => t("size").columns.getItem("Id").delete()],
  ["a table made cells", "missing-table", "Policy!A1", (t) => t("size").convertToRange()],
];

test.each(bad)(
  "%s is told at its cell, and a run is refused before anything is written",
  async (_what, kind, cell, act) => {
    const { book } = await openClients();
    const plan = await policyPlan();
    await runPlan(plan, inThread, when);
    await person((sheet, table) => act(table, sheet));
    await tableOf("abc");
    const { plan: merged, policy } = await readState();
    expect(policy!.problems[0]).toMatchObject({ kind, cell });
    expect(merged!.segmentations).toEqual(plan.segmentations);
    const before = JSON.stringify(snapshot(book));
    const run = runPlan(merged!, inThread, { ...when, policy: { mark: policy!.mark } });
    expect(await run.then(() => null, failureData)).toMatchObject({
      code: "policy-invalid",
      subject: cell,
      detail: { problem: kind },
    });
    expect(JSON.stringify(snapshot(book))).toBe(before);

    // A person may decide for the settings in the pane: the sheet is as before, and can be used again.
    if (kind === "missing-table") return;
    await runPlan(plan, inThread, { ...when, policy: { mark: policy!.mark, overwrite: true } });
    const again = await readState();
    expect(again.policy!.problems).toEqual([]);
    expect(again.plan!.segmentations).toEqual(plan.segmentations);
  },
);

test.each([
  ["filtered", "table-filtered", (t) => t("size").columns.getItem("Segment").filter.applyValuesFilter(["Large"])],
  ["with a totals row", "totals-row", (t) => void (t("abc").showTotals = true)],
] as const satisfies readonly (readonly [string, string, Act])[])(
  "a table of the policy %s is refused before anything is written",
  async (_what, code, act) => {
    const { book } = await openClients();
    await runPlan(await policyPlan(), inThread, when);
    await person((_sheet, table) => act(table));
    await tableOf("abc");
    const before = JSON.stringify(snapshot(book));
    const { plan, policy } = await readState();
    const run = runPlan(plan!, inThread, { ...when, policy: { mark: policy!.mark } });
    expect(await run.then(() => null, failureData)).toMatchObject({ code });
    expect(JSON.stringify(snapshot(book))).toBe(before);
  },
);

test("what was changed on the sheet after the pane had read it is never overwritten", async () => {
  const { book } = await openClients();
  await runPlan(await policyPlan(), inThread, when);
  const { plan, policy } = await readState();
  await person((_sheet, table) => (body(table("abc"), upTo).values = [[0.5], [0.95], [1]]));
  await tableOf("abc");
  const before = JSON.stringify(snapshot(book));
  const late = runPlan(plan!, inThread, { ...when, policy: { mark: policy!.mark } });
  expect(await late.then(() => null, failureData)).toMatchObject({ code: "policy-changed", subject: "Policy" });
  expect(JSON.stringify(snapshot(book))).toBe(before);
  expect((await tableOf("abc"))[1]?.[3]).toBe(0.5);
});

test("a plan that is given wins over the sheet, which is written anew", async () => {
  await openClients();
  const plan = await policyPlan();
  await runPlan(plan, inThread, when);
  await person((_sheet, table) => (body(table("abc"), upTo).values = [["most"], [0.95], [1]]));
  await runPlan(plan, inThread, when);
  expect((await tableOf("abc")).slice(1).map((row) => row[3])).toEqual([0.8, 0.95, 1]);
});

test("a deleted sheet is made anew from the stored plan, and nothing is lost", async () => {
  const { book } = await openClients();
  const plan = await policyPlan();
  await runPlan(plan, inThread, when);
  const before = await tableOf("size");
  await person((sheet) => sheet.delete());
  const { plan: stored, policy } = await readState();
  expect(policy).toBeNull();
  await runPlan(stored!, inThread, { ...when, policy: { mark: null } });
  expect(await tableOf("size")).toEqual(before);
  expect(book.sheets.filter(({ name }) => name.startsWith("Policy"))).toHaveLength(1);
});
