import { runPlan } from "../../src/actions/runPlan";
import { keptRecords } from "../../src/actions/writing/keptRecords";
import { inThread } from "../../src/engine/inThread";
import type { RunTotals } from "../../src/engine/runTotals";
import type { Plan } from "../../src/plan/plan";
import { clientPlan, openClients } from "./clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const run = (plan: Plan, at = "2026-11-01T09:00:00Z") => runPlan(plan, inThread, { now: new Date(at), person: "" });

const roles = { outstanding: "Outstanding" } as const;

/** What the Segments sheet shows, row by row, as text. */
async function segments(): Promise<readonly (readonly string[])[]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Segments").getUsedRange().load("text,rowIndex");
    await context.sync();
    return [...Array.from({ length: range.rowIndex }, (): string[] => []), ...range.text];
  });
}

/** The cells of a portfolio's row, and the notes below the table. */
async function portfolio(): Promise<{ row: (name: string) => readonly string[]; notes: string }> {
  const lines = await segments();
  const start = lines.findIndex(([first]) => first === "Portfolio: ABC");
  const end = lines.findIndex(([first], i) => i > start && first === "Total");
  return {
    row: (name) => {
      const cells = lines.slice(start, end + 1).find(([first]) => first === name) ?? [];
      return cells.filter((text) => text !== "");
    },
    notes: lines
      .slice(end + 1)
      .map(([first = ""]) => first)
      .join(" "),
  };
}

test("a sheet that was made without a portfolio gets one below, and all else keeps its place", async () => {
  await openClients();
  const plan = await clientPlan();
  await run(plan);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Segments").getRange("A13").values = [["A note of the user's"]];
    await context.sync();
  });
  const before = await segments();
  await run({ ...plan, roles });
  const after = await segments();
  expect(after.slice(2, before.length)).toEqual(before.slice(2));
  expect(after.findIndex(([first]) => first === "Portfolio: ABC")).toBeGreaterThanOrEqual(before.length);
  await run({ ...plan, roles });
  expect((await segments()).slice(2)).toEqual(after.slice(2));
});

test("a column narrower than the new table needs is widened, once", async () => {
  await openClients();
  const plan = await clientPlan();
  await run(plan);
  await run({ ...plan, roles: { ...roles, limit: "Outstanding" } });
  const width = (value?: number): Promise<number> =>
    Excel.run(async (context) => {
      const { format } = context.workbook.worksheets.getItem("Segments").getRange("B1");
      if (value !== undefined) format.columnWidth = value;
      format.load("columnWidth");
      await context.sync();
      return format.columnWidth;
    });
  expect(await width()).toBeGreaterThan((12 * 7 + 5) * 0.75);
  const chosen = await width(60);
  await run({ ...plan, roles: { ...roles, limit: "Outstanding" } });
  expect(await width()).toBe(chosen);
});

test("a later month shows the change on the run of the month-end before, and a dash where there is none", async () => {
  await openClients();
  const plan = { ...(await clientPlan()), roles };
  await run({ ...plan, dataDate: "2026-09-30" });
  expect((await portfolio()).row("A").slice(-2)).toEqual(["–", "–"]);
  await Excel.run(async (context) => {
    // The largest client owes 40 more; the others are unchanged.
    context.workbook.worksheets.getItem("Clients").getRange("D4").values = [[540]];
    await context.sync();
  });
  await run({ ...plan, dataDate: "2026-10-31" });
  const october = await portfolio();
  expect(october.row("A").slice(-2)).toEqual(["40", "–"]);
  expect(october.row("B").slice(-2)).toEqual(["0", "–"]);
  expect(october.row("Total").slice(-2)).toEqual(["40", "–"]);
  expect(october.notes).toContain("no run with data as of 31 Dec 2025");

  await run({ ...plan, dataDate: "2026-11-15" });
  expect((await portfolio()).row("A").slice(-2)).toEqual(["0", "–"]);
  await run({ ...plan, dataDate: null });
  expect((await portfolio()).notes).toContain("does not state the date of its data");
  await run({ ...plan, dataDate: "2026-10-31", unit: "CNY k" });
  const other = await portfolio();
  expect(other.row("A").slice(-2)).toEqual(["–", "–"]);
  expect(other.notes).toContain("states another unit");
});

test("the year-end before is remembered for the whole year", async () => {
  await openClients();
  const plan = { ...(await clientPlan()), roles };
  await run({ ...plan, dataDate: "2025-12-31" });
  await run({ ...plan, dataDate: "2026-10-31" });
  expect((await portfolio()).row("Total").slice(-2)).toEqual(["–", "0"]);
});

test("a role whose column is gone is left out in words", async () => {
  await openClients();
  const plan = { ...(await clientPlan()), roles: { ...roles, limit: "Limit", daysPastDue: "Days" } };
  await run(plan);
  const { row, notes } = await portfolio();
  expect(row("Segment")).not.toContain("Credit limit");
  expect(row("Segment")).not.toContain("Past due");
  expect(notes).toContain("no column “Limit” any more");
  await run({ ...plan, roles: { outstanding: "Balance" } });
  const lines = (await segments()).flat().join(" ");
  expect(lines).toContain("no column “Balance” any more");
});

test("risk classes that are none of the five are counted and named, and never guessed", async () => {
  const grade = ["Normal", "Loss", "Watch", "", "normal", "Doubtful"];
  await openClients(
    {},
    Array.from({ length: 6 }, (_, i) => [`C${i}`, `Client ${i}`, 100 * (i + 1), grade[i] ?? ""]),
  );
  await run({ ...(await clientPlan()), roles: { ...roles, riskClass: "Region" } });
  const { row, notes } = await portfolio();
  // 200 in loss and 600 doubtful of 2,100.
  expect(row("Total")).toEqual(expect.arrayContaining(["2,100", "38.1%", "0.0%"]));
  expect(notes).toContain("1 row with an empty cell and 1 row with another content (“Watch”)");
});

test("a retailer's portfolio tells orders and margins, as far as there are columns for them", async () => {
  await openClients(
    {},
    Array.from({ length: 5 }, (_, i) => [`C${i}`, `Client ${i}`, 1000 - 100 * i, i + 1]),
  );
  const plan = { ...(await clientPlan()), template: "retail" as const };
  await run(plan);
  expect((await segments()).flat()).not.toContain("Portfolio: ABC");
  await run({ ...plan, roles: { orders: "Region" } });
  const { row } = await portfolio();
  // 4,000 in 15 orders; four of the five came more than once; five are no more than ten.
  expect(row("Total").slice(0, 6)).toEqual(["Total", "4,000", "15", "266.67", "80.0%", "100.0%"]);
});

test("the log keeps thirty runs, and those that later ones are compared with outlast the others", () => {
  const totals = (dataDate: string): RunTotals => ({ dataDate, unit: null, segmentations: [] });
  const runs = Array.from({ length: 45 }, (_, i) => ({
    id: i,
    status: "complete" as const,
    totals: i === 0 ? totals("2025-12-31") : i === 1 || i === 2 ? totals("2026-01-31") : undefined,
  }));
  const kept = keptRecords(runs);
  expect(kept).toHaveLength(30);
  expect(kept.map(({ id }) => id).slice(0, 3)).toEqual([0, 2, 17]);
});
