import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { missingLooksText } from "../../src/text/missingLooks";
import { clientPlan, openClients, when } from "./clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const ownSheets = ["Owners", "Policy", "Runs", "Segments", "Tierbook"];
const later = { now: new Date("2026-12-01T08:00:00Z"), person: "Grace" };

test("without a printer a run is complete, and says that its pages could not be laid out", async () => {
  const { book, host } = await openClients({ profile: { hasPrinter: false } });
  const { missingLooks, record } = await runPlan(await clientPlan(), inThread, when);
  expect(record.status).toBe("complete");
  expect(missingLooks.map(({ kind, where }) => `${kind} ${where}`).sort()).toEqual(
    ownSheets.map((name) => `page ${name}`),
  );
  const segments = book.sheets.find(({ name }) => name === "Segments")!;
  expect([segments.showGridlines, segments.freeze.rows > 0, segments.charts.length]).toEqual([false, true, 1]);
  expect(missingLooksText("en", missingLooks)).toContain("Segments: the page for printing");
  expect(missingLooksText("zh", missingLooks)).toContain("Segments：打印页面");
  expect((await runPlan(await clientPlan(), inThread, later)).missingLooks.every(({ kind }) => kind === "page")).toBe(
    true,
  );
  expect(host.missing).toEqual([]);
});

test("where Excel has all looks, nothing is said of them", async () => {
  await openClients();
  const { missingLooks } = await runPlan(await clientPlan(), inThread, when);
  expect([missingLooks, missingLooksText("en", missingLooks)]).toEqual([[], null]);
});

test("a filter that Excel spells in another way is set again as it was", async () => {
  const { book } = await openClients();
  await runPlan(await clientPlan(), inThread, when);
  await Excel.run(async (context) => {
    const { columns } = context.workbook.tables.getItem("Customers");
    columns.getItem("Region").filter.applyValuesFilter(["South", "North"]);
    await context.sync();
  });
  // An Excel that gives a list of two values back as two conditions.
  const table = book.sheets[0]!.tables[0]!;
  const spellAnew = (): void => {
    const { criteria } = table.filter!;
    for (const [column, { values }] of criteria) {
      if (values?.length === 2)
        criteria.set(column, {
          filterOn: "Custom",
          criterion1: `=${values[1]!}`,
          criterion2: `=${values[0]!}`,
          operator: "Or",
        });
    }
  };
  book.listeners.add(spellAnew);
  const { missingLooks } = await runPlan(await clientPlan(), inThread, { ...later, clearFilter: true });
  book.listeners.delete(spellAnew);
  expect(missingLooks).toEqual([]);
  expect([...table.filter!.criteria.keys()]).toEqual([3]);
});
