import { readOwners } from "../../src/actions/owners/readOwners";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { failureData } from "../../src/failure";
import { readPlan } from "../../src/plan/readPlan";
import { failureText } from "../../src/text/failureText";
import { clientPlan, openClients, when } from "./clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

async function column(table: string, name: string): Promise<unknown[]> {
  return Excel.run(async (context) => {
    const range = context.workbook.tables
      .getItem(table)
      .columns.getItem(name)
      .getDataBodyRange()
      .load("values,formulas");
    await context.sync();
    return range.formulas.map(([cell]: unknown[]) => cell);
  });
}

test("a segment name of 300 characters is refused, saying which one and what to do", async () => {
  const plan = await openPlan();
  const [abc] = plan.segmentations;
  const long = {
    ...plan,
    segmentations: [{ ...abc!, tiers: [{ id: "a", name: "x".repeat(300) }, ...abc!.tiers.slice(1)] }],
  };
  const failure = failureData(caught(() => readPlan(JSON.stringify(long))));
  expect(failure).toMatchObject({ code: "plan-broken", subject: "segmentations[0].tiers[0].name" });
  expect(failureText("en", failure)).toEqual({
    what: "A name or text in the settings is longer than 255 characters. Nothing was written.",
    where: "segmentations[0].tiers[0].name",
    next: "Shorten it, then run again.",
  });
  expect(failureText("zh", failure).what).toContain("超过 255 个字符");
});

test("a segment name of 255 characters stands in labels and sheets, and its KPI and owner are still found", async () => {
  const plan = await openPlan();
  const [abc] = plan.segmentations;
  const name = `*${"长".repeat(253)}?`;
  await runPlan(
    { ...plan, segmentations: [{ ...abc!, tiers: [{ id: "a", name }, ...abc!.tiers.slice(1)] }] },
    inThread,
    when,
  );
  expect((await column("Customers", "ABC"))[0]).toBe(name);
  expect((await column("Tierbook_Owners", "Segment"))[0]).toBe(name);
});

test("names that begin like a formula stay text in labels, segments and owners, run after run", async () => {
  const plan = await openPlan();
  const [abc] = plan.segmentations;
  const names = ["=1+1", "+A", "@now"];
  const tiers = abc!.tiers.map((tier, i) => ({ ...tier, name: names[i] ?? "" }));
  const odd = { ...plan, segmentations: [{ ...abc!, name: "=ABC", tiers }] };
  for (let run = 0; run < 2; run++) await runPlan(odd, inThread, when);
  expect(new Set(await column("Customers", "=ABC"))).toEqual(new Set([...names, "Not classified"]));
  expect((await column("Tierbook_Segments_abc", "Segment")).slice(0, 3)).toEqual(names);
  expect(await column("Tierbook_Owners", "Segment")).toEqual(names);
  const counts = (await Excel.run(async (context) => {
    const range = context.workbook.tables.getItem("Tierbook_Segments_abc").columns.getItem("Customers").getRange();
    range.load("values");
    await context.sync();
    return range.values.flat();
  })) as unknown[];
  expect(counts).toEqual(["Customers", 4, 1, 5, 2, 12]);
});

test("a wrong status, a text date and a second row of one id are named by their cell, and a run leaves them", async () => {
  const plan = await openPlan();
  await runPlan(plan, inThread, when);
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Tierbook_Owners");
    table.columns.getItem("Status").getDataBodyRange().values = [["going well"], ["At risk"], [""]];
    table.columns.getItem("Due").getDataBodyRange().values = [["31/12/2026"], [""], [""]];
    table.rows.add(undefined, [["abc/b", "", "B", ...Array<string>(13).fill("")]]);
    await context.sync();
  });
  await runPlan(plan, inThread, when);
  expect((await readOwners(when.now)).problems).toEqual([
    { kind: "date-as-text", field: "due", content: "31/12/2026", cell: "Owners!M7" },
    { kind: "unknown-status", field: "status", content: "going well", cell: "Owners!N7" },
    { kind: "same-id", field: "segment", content: "B", cell: "Owners!C10" },
  ]);
  expect(await column("Tierbook_Owners", "Status")).toEqual(["going well", "At risk", "", ""]);
});

async function openPlan(): ReturnType<typeof clientPlan> {
  await openClients();
  return clientPlan();
}

function caught(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}
