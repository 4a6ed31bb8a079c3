import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { failureData } from "../../src/failure";
import type { HostOptions } from "../../src/host/host";
import { clientPlan, openClients, when } from "./clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const later = { now: new Date("2026-12-01T08:00:00Z"), person: "Grace" };

/** The workbook after two runs in an Excel of some kind, its looks aside. */
async function afterTwoRuns(options: HostOptions): Promise<unknown> {
  const { book, host } = await openClients(options);
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  const [abc] = plan.segmentations;
  const tiers = [...abc!.tiers, { id: "d", name: "D" }];
  await runPlan({ ...plan, segmentations: [{ ...abc!, cutoffs: [0.5, 0.7, 0.9], tiers }] }, inThread, later);
  expect(host.missing).toEqual([]);
  host.settle();
  return book.sheets
    .filter(({ visibility }) => visibility === "Visible")
    .map(({ name, rows, tables }) => ({
      name,
      tables: Object.fromEntries(tables.map((table) => [table.name, table.area])),
      cells: [...rows].flatMap(([row, { cells }]) =>
        [...cells].flatMap(([column, { value, formula }]) =>
          value === null || value === "" ? [] : [[row, column, value, formula ?? null]],
        ),
      ),
    }));
}

test.each<readonly [string, HostOptions]>([
  ["on the web, which takes the last formula of a column for all", { client: "web" }],
  ["on a Mac", { client: "mac" }],
  ["where constants do not protect a column", { profile: { uniteFormulas: "always" } }],
])("the second run leaves every formula as it was written %s", async (_, options) => {
  expect(await afterTwoRuns(options)).toEqual(await afterTwoRuns({ client: "desktop" }));
});

test("a formula that Excel replaces after all is a failure of the run, and named", async () => {
  const { book, host } = await openClients({ profile: { uniteFormulas: "never" } });
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  host.settle();
  // Whatever is written there, this Excel puts a formula of its own into the cell.
  const stubborn = (): void => {
    const cell = book.sheets
      .find(({ name }) => name === "Segments")!
      .rows.get(8)
      ?.cells.get(1);
    if (cell?.formula !== undefined) cell.formula = "=1+1";
  };
  book.listeners.add(stubborn);
  const failure = await runPlan(plan, inThread, later).then(() => null, failureData);
  book.listeners.delete(stubborn);
  expect(failure).toMatchObject({ detail: { reason: "formula-failed" }, subject: "Segments!B9" });
});
