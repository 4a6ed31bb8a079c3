import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { failureData } from "../../src/failure";
import { fillClients, when } from "../actions/clientBook";
import { person, policyPlan } from "../actions/policyBook";
import type { Snapshot } from "./snapshot";
import { openTrial } from "./trial";

// Every trial opens a file and office.js anew.
jest.setTimeout(300_000);

interface SeenSheet {
  readonly tables: readonly { readonly name: string; readonly columns: readonly (readonly [number, string])[] }[];
}

/** A table that was moved and is put back is another one to Excel: its place in the list and its columns' ids are new. */
function seen(book: Snapshot): unknown {
  const sheets = (book.sheets as readonly SeenSheet[]).map((sheet) => ({
    ...sheet,
    tables: sheet.tables
      .map((table) => ({ ...table, columns: table.columns.map(([, name]) => name) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  }));
  return JSON.parse(JSON.stringify({ ...book, sheets }));
}

test("a run that moves the tables of the Policy sheet is put back with what people had changed there", async () => {
  const first = await openTrial(null);
  await fillClients();
  const plan = await policyPlan();
  await runPlan(plan, inThread, when);
  await person((_sheet, table) => {
    table("size").columns.add(2, [["Approved by"], ["Lin"], ["Wu"], ["Zhao"]]);
    table("size").sort.apply([{ key: 1, ascending: false }]);
    table("region").getHeaderRowRange().getCell(0, 6).values = [["A note beside it"]];
  });
  const bytes = first.save();
  const [tiers, bands, regions] = plan.segmentations;
  const more = {
    ...plan,
    table: { id: "", name: "Customers" },
    segmentations: [
      { ...tiers, cutoffs: [0.5, 0.6, 0.7], tiers: ["a", "b", "c", "d"].map((id) => ({ id, name: id })) },
      regions,
      { ...bands, direction: "low-first", cutoffs: [10, 100] },
    ],
  } as typeof plan;

  const whole = await openTrial(bytes);
  const old = seen(await whole.look());
  await runPlan(more, inThread, when);
  const made = seen(await whole.look());
  const ends = new Set<string>();
  for (let n = 1, struck = true; struck; n += 2) {
    const trial = await openTrial(bytes);
    trial.arm(n, { when: "half", then: "error" }, 2);
    const end = await runPlan(more, inThread, when).then(
      () => "done",
      (error: unknown) => failureData(error).code,
    );
    struck = trial.struck;
    expect({ n, end, book: seen(await trial.look()) }).toEqual({ n, end, book: end === "done" ? made : old });
    ends.add(end);
  }
  expect([...ends].sort()).toEqual(["done", "rolled-back"]);
});
