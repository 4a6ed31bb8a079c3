import { assignOwner } from "../../src/actions/owners/assignOwner";
import { runPlan } from "../../src/actions/runPlan";
import { undoRun } from "../../src/actions/undo/undoRun";
import { inThread } from "../../src/engine/inThread";
import type { Book } from "../../src/host/model/book";
import { clientPlan, openClients, when } from "./clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

async function formatAsText(sheet: string, addresses: readonly string[]): Promise<void> {
  await Excel.run(async (context) => {
    for (const address of addresses) {
      context.workbook.worksheets.getItem(sheet).getRange(address).numberFormat = "@" as unknown as string[][];
    }
    await context.sync();
  });
}

const headersOf = (book: Book): string[] => book.sheets[0]!.tables[0]!.columns.map(({ name }) => name);

/** Contents, on any sheet, that begin with Excel's text prefix. */
const prefixed = (book: Book): unknown[] =>
  book.sheets.flatMap(({ rows }) =>
    [...rows.values()].flatMap(({ cells }) =>
      [...cells.values()]
        .map(({ value }) => value)
        .filter((value) => typeof value === "string" && value.startsWith("'")),
    ),
  );

const later = { now: new Date("2026-12-01T08:00:00Z"), person: "Grace" };

test.each([
  ["the header", ["B3:E3"]],
  ["the header and the cell beside it", ["B3:F3"]],
  ["the column in which the labels will stand", ["F:F"]],
  ["the whole sheet", ["A1:Z40"]],
])("a table with %s formatted as text gets its labels, again, and back", async (_, addresses) => {
  const { book, host } = await openClients();
  await formatAsText("Clients", addresses);
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  expect(headersOf(book)).toEqual(["Client ID", "Client", "Outstanding", "Region", "ABC"]);
  const [abc] = plan.segmentations;
  const more = { ...plan, segmentations: [abc!, { ...abc!, id: "more", name: "=More", cutoffs: [0.5, 0.9] }] };
  await runPlan(more, inThread, later);
  expect(headersOf(book).slice(4)).toEqual(["ABC", "=More"]);
  expect(prefixed(book)).toEqual([]);
  await undoRun({ ...later, now: new Date("2026-12-02T08:00:00Z") });
  expect(headersOf(book).slice(4)).toEqual(["ABC"]);
  expect(prefixed(book)).toEqual([]);
  expect(host.missing).toEqual([]);
});

test("a header of ours that somebody formats as text is renamed as it should be", async () => {
  const { book } = await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  await formatAsText("Clients", ["F3"]);
  const [abc] = plan.segmentations;
  await runPlan({ ...plan, segmentations: [{ ...abc!, name: "Tier" }] }, inThread, later);
  expect(headersOf(book)[4]).toBe("Tier");
});

test("sheets of ours that somebody formats as text say what they should after the next run", async () => {
  const { book } = await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  for (const sheet of ["Segments", "Owners", "Policy", "Runs", "Tierbook"]) await formatAsText(sheet, ["A1:Z60"]);
  await assignOwner({ segment: "abc/a", field: "owner", before: "", value: "=Ada" }, { by: "Ada", at: "" });
  await runPlan(plan, inThread, later);
  expect(prefixed(book)).toEqual([]);
  const segments = book.sheets.find(({ name }) => name === "Segments")!;
  const contents = [...segments.rows.values()].flatMap(({ cells }) => [...cells.values()]);
  expect(
    contents.filter(({ value }) => typeof value === "string" && value.startsWith("=") && value !== "=Ada"),
  ).toEqual([]);
});
