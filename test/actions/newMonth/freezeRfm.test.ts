import { freezeMonth } from "../../../src/actions/freeze/freezeMonth";
import { runPlan } from "../../../src/actions/runPlan";
import { undoRun } from "../../../src/actions/undo/undoRun";
import { inThread } from "../../../src/engine/inThread";
import type { CellValue } from "../../../src/host/model/book";
import type { Language } from "../../../src/text/language";
import { when } from "../clientBook";
import { october, openOrders, rfm, rfmPlan } from "../orders/orderBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const freezing = { name: null, now: new Date("2026-12-02T10:00:00Z"), person: "Ada" };
const inDecember = { ...when, now: new Date("2026-12-01T09:00:00Z") };

async function addOrders(...lines: readonly (readonly CellValue[])[]): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Orders").rows.add(undefined, lines as CellValue[][] as never);
    await context.sync();
  });
}

/** Orders to October, and a run with those of November in which one customer comes back and one orders at last. */
async function twoMonths(sheetLanguage: Language): Promise<void> {
  await openOrders();
  await runPlan(rfmPlan(rfm(), { sheetLanguage }), inThread, when);
  await addOrders([3, "B1", october + 40, 200, "web"], [5, "B2", october + 45, 20, "web"]);
  await runPlan(rfmPlan(rfm(), { sheetLanguage, dataDate: "2026-11-30" }), inThread, inDecember);
}

/** The rows of a sheet by line, cells by stroke, and how many formulas it has. */
async function contentsOf(name: string): Promise<{ readonly lines: readonly string[]; readonly formulas: number }> {
  return Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(name).getUsedRange().load("values,formulas");
    await context.sync();
    const formulas = used.formulas.flat().filter((cell: unknown) => String(cell).startsWith("=")).length;
    return { lines: used.values.map((cells) => cells.join("|").replace(/\|+$/, "")), formulas };
  });
}

test("the pack of RFM holds segments, the R × F counts, limits and moves as dated values", async () => {
  await twoMonths("en");
  const name = await freezeMonth(freezing);
  const { lines, formulas } = await contentsOf(name);
  expect([name, formulas]).toEqual(["Pack 2026-11", 0]);
  // By hand, to 30 November: 3 came back with two orders of 260, 5 ordered once for 20, and 1, 2 and 007 did not.
  expect(lines).toEqual(
    expect.arrayContaining([
      "Table Customers, data as of 30 Nov 2026.",
      "5 classified, 0 not classified; together all 5.",
      expect.stringMatching(/^Best\|1\|0\.2\|260\|/),
      expect.stringMatching(/^Recent\|1\|0\.2\|20\|/),
      expect.stringMatching(/^Asleep\|3\|0\.6\|236\.5\|/),
      "R \\ F|F1|F2",
      "R2|1|1",
      "R1|2|1",
      "Days are counted back from 30 Nov 2026.",
      "M, amount, by limits of our own: 2 from 50, 1 the rest.",
      "On 5 Oct 2026: 1 stayed, 4 changed segment, 0 are new, 0 are gone.",
      "No order in the window|0|1|0|0|0|0|0|0|1",
      "Asleep|260|0|6|0|0|0|0|266",
    ]),
  );
});

test("changed orders, later runs, their undoing and edited sheets leave the pack as it is", async () => {
  await twoMonths("zh");
  const name = await freezeMonth(freezing);
  expect(name).toBe("定稿 2026-11");
  const before = await contentsOf(name);
  expect(before.lines).toEqual(expect.arrayContaining([expect.stringMatching(/^Best\|1\|0\.2\|260\|/), "R2|1|1"]));
  await addOrders([2, "B3", october + 80, 500, "web"]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Customers").getRange("G2").values = [[7]];
    await context.sync();
  });
  expect(await contentsOf(name)).toEqual(before);
  await runPlan(rfmPlan(rfm(), { sheetLanguage: "zh", dataDate: "2026-12-31" }), inThread, when);
  expect(await contentsOf(name)).toEqual(before);
  await undoRun({ now: when.now, person: "Ada" });
  expect(await contentsOf(name)).toEqual(before);
});
