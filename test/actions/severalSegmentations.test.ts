import { readState } from "../../src/actions/readState";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import type { Book } from "../../src/host/model/book";
import type { Plan } from "../../src/plan/plan";
import type { Segmentation } from "../../src/segmentations/plans";
import { clientPlan, clientRows, openClients, when } from "./clientBook";

const bands = {
  method: "cutoffs",
  id: "size",
  name: "Size",
  column: "Outstanding",
  valueColumn: "Outstanding",
  direction: "high-first",
  cutoffs: [220, 25],
  tiers: [
    { id: "large", name: "Large" },
    { id: "middle", name: "Middle" },
    { id: "small", name: "Small" },
  ],
} satisfies Segmentation;

const regions = {
  method: "groups",
  id: "region",
  name: "By region",
  column: "Region",
  valueColumn: "Outstanding",
  groups: [
    { value: "South", name: "South" },
    { value: "North", name: "North" },
  ],
} satisfies Segmentation;

async function planOfThree(): Promise<Plan> {
  const plan = await clientPlan();
  return { ...plan, segmentations: [...plan.segmentations, bands, regions] };
}

function cellsOf(book: Book, sheetName: string, column: number): unknown[] {
  const sheet = book.sheets.find(({ name }) => name === sheetName);
  return [...(sheet?.rows ?? [])].map(([, row]) => row.cells.get(column)?.value ?? null);
}

const tablesOf = (book: Book): string[] =>
  (book.sheets.find(({ name }) => name === "Segments")?.tables ?? []).map(({ name }) => name).sort();
const chartsOf = (book: Book): string[] =>
  (book.sheets.find(({ name }) => name === "Segments")?.charts ?? []).map(({ name }) => name).sort();

test("each segmentation has its own label column, block and chart, side by side", async () => {
  const office = await openClients();
  const result = await runPlan(await planOfThree(), inThread, when);
  expect(result.columns.map(({ name }) => name)).toEqual(["ABC", "Size", "By region"]);
  const { rows } = office.book.sheets[0]!;
  const labels = clientRows.map((_, i) => [6, 7].map((column) => rows.get(3 + i)!.cells.get(column)!.value));
  expect(labels).toEqual([
    ["Large", "North"],
    ["Large", "North"],
    ["Middle", "South"],
    ["Middle", "South"],
    ["Middle", "North"],
    ["Middle", "Not classified"],
    ["Small", "Not classified"],
    ["Small", "South"],
    ["Small", "North"],
    ["Small", "North"],
    ["Not classified", "Not classified"],
    ["Not classified", "Not classified"],
  ]);
  expect(tablesOf(office.book)).toEqual([
    "Tierbook_Curve_abc",
    "Tierbook_Segments_abc",
    "Tierbook_Segments_region",
    "Tierbook_Segments_size",
  ]);
  expect(chartsOf(office.book)).toEqual(["Tierbook abc", "Tierbook region shares", "Tierbook size shares"]);
  office.host.settle();
  // The third block stands 84 rows below the first; its table's first group in row 92.
  const { rows: segments } = office.book.sheets.find(({ name }) => name === "Segments")!;
  const block = [91, 92, 93, 94, 95].map((row) =>
    [0, 1, 3].map((column) => segments.get(row)!.cells.get(column)!.value),
  );
  expect(block).toEqual([
    ["South", 3, 185],
    ["North", 5, 765],
    ["Unknown", 0, 0],
    ["Not classified", 4, 35],
    ["Total", 12, 985],
  ]);
});

test("a segmentation keeps its place, and notes beside it stay, though another one is left out", async () => {
  const office = await openClients();
  const plan = await planOfThree();
  await runPlan(plan, inThread, when);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Segments").getRange("Q92").values = [["Ask Grace"]];
    await context.sync();
  });
  const fewer = { ...plan, segmentations: plan.segmentations.filter(({ id }) => id !== "size") };
  await runPlan(fewer, inThread, when);
  expect(tablesOf(office.book)).toEqual(["Tierbook_Curve_abc", "Tierbook_Segments_abc", "Tierbook_Segments_region"]);
  expect(chartsOf(office.book)).toEqual(["Tierbook abc", "Tierbook region shares"]);
  const kept = office.book.sheets.find(({ name }) => name === "Segments")!.tables.at(-1);
  expect([kept?.name, kept?.area.row]).toEqual(["Tierbook_Segments_region", 90]);
  expect(cellsOf(office.book, "Segments", 0)).toContain("By region");
  expect(cellsOf(office.book, "Segments", 0)).not.toContain("Size");
  const { rows } = office.book.sheets.find(({ name }) => name === "Segments")!;
  expect([rows.get(91)?.cells.get(0)?.value, rows.get(91)?.cells.get(16)?.value]).toEqual(["South", "Ask Grace"]);
  expect((await readState()).plan?.segmentations.map(({ id }) => id)).toEqual(["abc", "region"]);
});

test("a run of a cut-off in another place updates what is there, ten times over", async () => {
  const office = await openClients();
  const plan = await planOfThree();
  await runPlan(plan, inThread, when);
  const names = office.book.sheets.map(({ name }) => name);
  for (let i = 0; i < 10; i++) {
    const moved = { ...bands, cutoffs: [200 + i, 25] };
    await runPlan(
      { ...plan, segmentations: plan.segmentations.map((each) => (each.id === "size" ? moved : each)) },
      inThread,
      when,
    );
  }
  expect(office.book.sheets.map(({ name }) => name)).toEqual(names);
  expect(chartsOf(office.book)).toHaveLength(3);
  expect(office.book.sheets[0]!.tables[0]!.columns.map(({ name }) => name).slice(4)).toEqual([
    "ABC",
    "Size",
    "By region",
  ]);
}, 60_000);
