import { readState } from "../../src/actions/readState";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { failureData } from "../../src/failure";
import type { Book } from "../../src/host/model/book";
import { snapshot } from "../safety/snapshot";
import { clientPlan, clientRows, openClients, when } from "./clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const labelColumn = 5;

function labelsOf(book: Book): unknown[] {
  return clientRows.map((_, row) => book.sheets[0]!.rows.get(3 + row)!.cells.get(labelColumn)?.value ?? null);
}

test("writes labels beside the table, and nothing of the run stays behind", async () => {
  const { host, book } = await openClients();
  const plan = await clientPlan();
  const result = await runPlan(plan, inThread, when);
  expect(host.missing).toEqual([]);
  expect(result.columns).toEqual([{ segmentation: "abc", name: "ABC", renamed: false }]);
  // 500 of 1,000 is half, with 220 it is 72 %, with the two of 90 it is 90 %: the pair crosses 80 %, then 60 crosses 95 %.
  expect(labelsOf(book)).toEqual([
    "A",
    "A",
    "A",
    "A",
    "B",
    "C",
    "C",
    "C",
    "C",
    "C",
    "Not classified",
    "Not classified",
  ]);
  expect(book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ["Clients", "Visible"],
    ["_tierbook", "Hidden"],
    ["Tierbook", "Visible"],
    ["Segments", "Visible"],
    ["Owners", "Visible"],
    ["Policy", "Visible"],
    ["Runs", "Visible"],
  ]);
  const state = await readState();
  expect(state.plan).toEqual(plan);
  expect(state.planProblem).toBeNull();
  expect(state.unfinished).toBeNull();
  expect(state.lastRun).toMatchObject({ status: "complete", person: "Ada", rows: 12, table: "Customers" });
  expect(state.sheets).toEqual([
    { id: "tierbook", name: "Tierbook" },
    { id: "segments", name: "Segments" },
    { id: "owners", name: "Owners" },
    { id: "policy", name: "Policy" },
    { id: "runs", name: "Runs" },
  ]);
});

test("the sheets hold native tables of live formulas and a native chart, and say when the run was", async () => {
  const { book } = await openClients();
  await runPlan(await clientPlan(), inThread, when);
  const segments = book.sheets.find(({ name }) => name === "Segments")!;
  expect(segments.tables.map(({ name }) => name)).toEqual(["Tierbook_Segments_abc", "Tierbook_Curve_abc"]);
  const counts = [7, 8, 9, 10, 11].map((row) => segments.rows.get(row)!.cells.get(1)!);
  expect(counts.every(({ formula }) => formula?.startsWith("="))).toBe(true);
  expect(segments.charts).toHaveLength(1);
  expect(segments.charts[0]!.series.map(({ chartType, axisGroup }) => [chartType, axisGroup])).toEqual([
    ["ColumnClustered", "Primary"],
    ["LineMarkers", "Secondary"],
  ]);
  const tierbook = book.sheets.find(({ name }) => name === "Tierbook")!;
  expect(tierbook.rows.get(5)!.cells.get(1)!.value).toContain("Complete");
});

test("running the same plan twice gives the same workbook, but for the run log", async () => {
  const { book } = await openClients();
  const plan = await clientPlan();
  const look = (): string => {
    const { sheets, ...rest } = snapshot(book);
    return JSON.stringify([rest, sheets.filter((sheet) => (sheet as { name: string }).name !== "Runs")]);
  };
  await runPlan(plan, inThread, when);
  await readState();
  const once = look();
  await runPlan(plan, inThread, when);
  expect(look()).toBe(once);
});

test("a label column keeps its place and follows the new name of its segmentation", async () => {
  const { book } = await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  await runPlan({ ...plan, segmentations: [{ ...plan.segmentations[0]!, name: "Size" }] }, inThread, when);
  expect(book.sheets[0]!.tables[0]!.columns.map(({ name }) => name)).toEqual([
    "Client ID",
    "Client",
    "Outstanding",
    "Region",
    "Size",
  ]);
});

test("what a person had selected, and the way of calculating, stay as they were", async () => {
  const { book } = await openClients();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Clients").getRange("C7").select();
    context.application.calculationMode = "Manual";
    await context.sync();
  });
  const { activeSheetId, selection } = book;
  await runPlan(await clientPlan(), inThread, when);
  expect([book.activeSheetId, book.selection, book.calculationMode]).toEqual([activeSheetId, selection, "Manual"]);
});

test("a totals row is no customer, and stays where it is", async () => {
  const { book } = await openClients();
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Customers").showTotals = true;
    await context.sync();
  });
  const { record } = await runPlan(await clientPlan(), inThread, when);
  expect(record.rows).toBe(12);
  expect(book.sheets[0]!.tables[0]!.showTotals).toBe(true);
  expect(labelsOf(book)[0]).toBe("A");
});

test("a run that was cancelled at any moment leaves the old workbook, or was complete already", async () => {
  const ends = new Set<string>();
  for (let n = 0; !ends.has("done"); n++) {
    const controller = new AbortController();
    let start = Infinity;
    const { book, host } = await openClients({
      fault: ({ index }) => {
        if (index === start + n) controller.abort();
        return null;
      },
    });
    const plan = await clientPlan();
    await readState();
    const before = JSON.stringify(snapshot(book));
    start = host.requests;
    const run = runPlan(plan, inThread, { ...when, signal: controller.signal });
    const end = await run.then(
      () => "done",
      (error: unknown) => failureData(error).code,
    );
    if (end !== "done") expect(JSON.stringify(snapshot(book))).toBe(before);
    ends.add(end);
  }
  expect([...ends]).toEqual(["cancelled", "done"]);
}, 120_000);

describe("a person who sorts the table while a run goes on", () => {
  /** Swaps the customers of two rows, labels included, as a sort does, once labels stand in the table. */
  async function disturbed(column: (book: Book) => boolean) {
    let book: Book | null = null;
    let done = false;
    const office = await openClients({
      fault: () => {
        if (!book || done || !column(book)) return null;
        done = true;
        const rows = book.sheets[0]!.rows;
        const [first, second] = [rows.get(3)!, rows.get(11)!];
        for (let at = 1; at <= labelColumn; at++) {
          const [a, b] = [first.cells.get(at), second.cells.get(at)];
          if (b) first.cells.set(at, b);
          if (a) second.cells.set(at, a);
        }
        return null;
      },
    });
    return { office, watch: () => (book = office.book) };
  }

  test("gets nothing written by a first run", async () => {
    const { office, watch } = await disturbed((book) => book.sheets[0]!.tables[0]!.columns.length === 5);
    const plan = await clientPlan();
    watch();
    const failure = await runPlan(plan, inThread, when).then(() => null, failureData);
    expect(failure).toMatchObject({ code: "rolled-back", detail: { reason: "table-changed" } });
    expect(office.book.sheets[0]!.tables[0]!.columns).toHaveLength(4);
    expect(labelsOf(office.book).every((label) => label === null)).toBe(true);
  });

  test("gets every former label back beside its key by a second run", async () => {
    const { office, watch } = await disturbed(
      (book) => book.sheets[0]!.rows.get(3)!.cells.get(labelColumn)?.value === "Top",
    );
    const plan = await clientPlan();
    await runPlan(plan, inThread, when);
    const byKey = (): Map<unknown, unknown> =>
      new Map(
        clientRows.map((_, row) => {
          const { cells } = office.book.sheets[0]!.rows.get(3 + row)!;
          return [cells.get(1)!.value, cells.get(labelColumn)!.value];
        }),
      );
    const before = byKey();
    const tiers = [{ id: "a", name: "Top" }, ...plan.segmentations[0]!.tiers.slice(1)];
    const other = { ...plan, segmentations: [{ ...plan.segmentations[0]!, tiers, cutoffs: [0.3, 0.6] }] };
    watch();
    const failure = await runPlan(other, inThread, when).then(() => null, failureData);
    expect(failure).toMatchObject({ code: "rolled-back", detail: { reason: "table-changed" } });
    expect(byKey()).toEqual(before);
    expect(office.book.sheets[0]!.rows.get(3)!.cells.get(1)!.value).toBe("C09");
  });
});
