import { readState } from "../../src/actions/readState";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import type { Book } from "../../src/host/model/book";
import { clientPlan, openClients, when } from "./clientBook";

jest.setTimeout(120_000);

const later = { now: new Date("2026-12-01T08:00:00Z"), person: "Grace" };

/** A native table's cells by its name, the header first, all formulas calculated. */
async function tableOf(name: string): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const range = context.workbook.tables.getItem(name).getRange().load("values");
    await context.sync();
    return range.values as unknown[][];
  });
}

async function setCell(address: string, value: string | number): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Clients").getRange(address).values = [[value]];
    await context.sync();
  });
}

const sheetNames = (book: Book): string[] => book.sheets.map(({ name }) => name);

test("the first run stands in the log, has nothing to compare with, and accounts for every row and amount", async () => {
  const { host } = await openClients();
  await runPlan(await clientPlan(), inThread, when);
  const [, first, ...others] = await tableOf("Tierbook_Runs");
  expect(others).toEqual([]);
  const state = expect.stringContaining("Complete") as string;
  expect(first?.slice(1)).toEqual(["Customers", "ABC", state, "Ada", 1, 12, 10, 2, "", "", ""]);
  expect((await tableOf("Tierbook_Sums"))[1]).toEqual(["ABC", "Outstanding", 12, 10, 2, 0, 985, 985, 0, 0]);
  expect((await tableOf("Tierbook_List")).map((cells) => cells[2])).toEqual(["Key", "C11", "C12", "C09", "C10"]);
  expect(host.missing).toEqual([]);
});

test("the second run says who moved, by customers and by value, and who entered and left", async () => {
  await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  // River Transport rises from C to the largest, Wolf Weaving gets a number, Pine Paper gives its place to a new client.
  await setCell("D10", 2000);
  await setCell("D15", 1);
  await setCell("B8", "N01");
  const { record } = await runPlan(plan, inThread, later);
  expect(record.moved).toEqual([{ id: "abc", moved: expect.any(Number), entered: 1, left: 1 }]);
  const matrix = await tableOf("Tierbook_Moves_abc");
  expect(matrix[0]).toEqual(["From (customers)", "A", "B", "C", "Not classified", "Left", "Total"]);
  const row = (name: string): unknown[] => matrix.find(([first]) => first === name) ?? [];
  expect(row("C")[1]).toBe(1);
  expect(row("B")[5]).toBe(1);
  expect(row("Total").at(-1)).toBe(13);
  const values = await tableOf("Tierbook_Value_Moves_abc");
  expect(values.find(([first]) => first === "C")?.[1]).toBe(2000);
  expect(values.at(-1)?.at(-1)).toBe(985 - 10 + 2000 + 1);
  const { runs, moves } = await readState();
  expect(runs.map(({ person, plan: revision }) => [person, revision])).toEqual([
    ["Ada", 1],
    ["Grace", 2],
  ]);
  expect(moves).toMatchObject([{ id: "abc", entered: 1, left: 1 }]);
});

test("a table that a colleague sorted between two runs has no moves", async () => {
  await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Customers").sort.apply([{ key: 1, ascending: false }]);
    await context.sync();
  });
  const { record } = await runPlan(plan, inThread, later);
  expect(record.moved).toEqual([{ id: "abc", moved: 0, entered: 0, left: 0 }]);
});

test("ten runs leave the same sheets and one line of the log each, the newest first", async () => {
  const { book } = await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  const sheets = sheetNames(book);
  for (let n = 1; n < 10; n++) {
    await runPlan(plan, inThread, { now: new Date(when.now.getTime() + n * 86_400_000), person: `P${n}` });
  }
  expect(sheetNames(book)).toEqual(sheets);
  const log = await tableOf("Tierbook_Runs");
  expect(log.slice(1).map((cells) => cells[4])).toEqual(["P9", "P8", "P7", "P6", "P5", "P4", "P3", "P2", "P1", "Ada"]);
});

test("damaged labels of the run before are not compared with", async () => {
  const { book } = await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  const store = book.sheets.find(({ name }) => name === "_tierbook");
  for (const { cells } of store?.rows.values() ?? []) {
    const part = cells.get(2);
    if (cells.get(0)?.value === "labels-next" && part) part.value = '|{"keyColumn":"Client ID","keys":"short"}';
  }
  const { record } = await runPlan(plan, inThread, later);
  expect(record.moved).toEqual([]);
});
