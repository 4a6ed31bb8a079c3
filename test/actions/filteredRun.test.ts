import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { failureData } from "../../src/failure";
import type { Plan } from "../../src/plan/plan";
import { clientPlan, openClients, when } from "./clientBook";

jest.setTimeout(120_000);

async function withTable<T>(look: (table: Excel.Table, sync: () => Promise<void>) => Promise<T> | T): Promise<T> {
  return Excel.run(async (context) => {
    const found = await look(context.workbook.tables.getItem("Customers"), () => context.sync());
    await context.sync();
    return found;
  });
}

const filtered = (): Promise<void> =>
  withTable((table) => table.columns.getItem("Region").filter.applyValuesFilter(["North"]));

async function labelsAndFilter(): Promise<unknown> {
  return withTable(async (table, sync) => {
    const labels = table.columns.getItem("ABC").getDataBodyRange().load("values");
    const filter = table.columns.getItem("Region").filter.load("criteria");
    await sync();
    return [labels.values.flat(), filter.criteria];
  });
}

test("F21 a run over a filtered table is refused, and with consent writes every label to its row and sets the filter again", async () => {
  await openClients();
  await runPlan(await clientPlan(), inThread, when);
  const [labels] = (await labelsAndFilter()) as [unknown];

  const { host } = await openClients({ profile: { misplaceInFilteredRange: true } });
  await filtered();
  const plan = await clientPlan();
  const refused = await runPlan(plan, inThread, when).then(() => null, failureData);
  expect(refused).toMatchObject({ code: "table-filtered", detail: { table: "Customers" } });
  await runPlan(plan, inThread, { ...when, clearFilter: true });
  expect(await labelsAndFilter()).toEqual([labels, { filterOn: "Values", values: ["North"] }]);
  expect(host.missing).toEqual([]);
});

test("F21 rows that a filter hides may be left out by choice: they are listed, and the filter is set again", async () => {
  await openClients();
  await filtered();
  const plan: Plan = await clientPlan();
  const reading = { ...plan.reading, hiddenRows: "leave-out" } as const;
  const { outcome } = await runPlan({ ...plan, reading }, inThread, { ...when, clearFilter: true });
  const [result] = outcome.segmentations;
  expect([result?.classified, result?.notClassified.map(({ reason }) => reason)]).toEqual([
    5,
    Array.from({ length: 7 }, () => "hidden-row"),
  ]);
});

test("F21 a filter that could not be set again is never cleared: the refusal names its column", async () => {
  const { book } = await openClients();
  await filtered();
  const table = book.sheets[0]?.tables[0];
  table?.filter?.criteria.set(2, { filterOn: "CellColor" });
  const failure = await runPlan(await clientPlan(), inThread, { ...when, clearFilter: true }).then(
    () => null,
    failureData,
  );
  expect(failure).toMatchObject({ code: "table-filtered", detail: { column: "Outstanding" } });
  expect(failure?.detail).not.toHaveProperty("table");
  expect([...(table?.filter?.criteria.keys() ?? [])]).toEqual([3, 2]);
});
