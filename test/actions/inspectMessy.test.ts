import { inspectTable, type TableProblem } from "../../src/actions/inspectTable";
import { openClients, tableId } from "./clientBook";

async function problemsOf(
  rows: readonly (readonly (string | number | boolean)[])[],
  hide?: string,
): Promise<readonly TableProblem[]> {
  await openClients({}, rows);
  if (hide !== undefined) {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Clients").getRange(hide).rowHidden = true;
      await context.sync();
    });
  }
  return (await inspectTable(await tableId())).problems;
}

test("F41: error cells are counted by type, with the first twenty of their cells", async () => {
  const rows = Array.from({ length: 30 }, (_, i) => [
    `C${i}`,
    `Client ${i}`,
    i < 20 ? "#N/A" : i < 25 ? "#DIV/0!" : i,
    "North",
  ]);
  const problem = (await problemsOf(rows)).find(({ kind }) => kind === "error-cells");
  expect(problem).toMatchObject({ count: 25, column: "Outstanding", errors: "#N/A 20, #DIV/0! 5" });
  expect([problem?.cells.length, problem?.cells[0], problem?.cells.at(-1)]).toEqual([20, "Clients!D4", "Clients!D23"]);
});

test("F42: text that is written like an error is text", async () => {
  const problems = await problemsOf([
    ["C1", "A", 1, "'#N/A"],
    ["C2", "B", 2, "North"],
    ["C3", "C", "'#N/A", "South"],
  ]);
  expect(problems.map(({ kind, cells }) => [kind, cells])).toEqual([["text-among-numbers", ["Clients!D6"]]]);
});

test("F45: words among numbers are counted, with their cells", async () => {
  const rows = Array.from({ length: 100 }, (_, i) => [`C${i}`, `Client ${i}`, i % 40 === 5 ? "n/a" : i, "North"]);
  expect(await problemsOf(rows)).toEqual([
    expect.objectContaining({
      kind: "text-among-numbers",
      count: 3,
      cells: ["Clients!D9", "Clients!D49", "Clients!D89"],
    }),
  ]);
});

test("F44: a column whose numbers are text is told, one of ids or words is not", async () => {
  const rows = [
    ["C1", "A", "'1.234,5", "'0121"],
    ["C2", "B", "'12", "'0122"],
    ["C3", "C", 5, "'0123"],
    ["C4", "D", "'n/a", "'0124"],
  ];
  expect((await problemsOf(rows)).map(({ kind, cells }) => [kind, cells])).toEqual([
    ["text-among-numbers", ["Clients!D4", "Clients!D5", "Clients!D7"]],
  ]);
});

test('F47: "007" and 7 are told with both addresses', async () => {
  const problems = await problemsOf([
    [7, "A", 1, "North"],
    ["C2", "B", 2, "North"],
    ["'007", "C", 3, "South"],
  ]);
  expect(problems).toEqual([
    expect.objectContaining({ kind: "alike-keys", count: 2, cells: ["Clients!B4", "Clients!B6"] }),
  ]);
});

test("hidden rows and rows that look like totals are told with their cells", async () => {
  const problems = await problemsOf(
    [
      ["C1", "A", 1, "North"],
      ["C2", "B", 2, "North"],
      ["S1", "North Total", 3, "North"],
      ["C3", "C", 4, "South"],
    ],
    "5:5",
  );
  expect(problems.map(({ kind, cells }) => [kind, cells])).toEqual([
    ["hidden-rows", ["Clients!B5"]],
    ["total-rows", ["Clients!B6"]],
  ]);
});
