import { plannedChanges, type PlannedChanges } from "../../src/actions/changes/plannedChanges";
import { writePlanned } from "../../src/actions/changes/writePlanned";
import { previewPlan } from "../../src/actions/previewPlan";
import { assignOwner } from "../../src/actions/owners/assignOwner";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import type { Book } from "../../src/host/model/book";
import type { Plan } from "../../src/plan/plan";
import { figures } from "../../src/text/figures";
import { plannedWords } from "../../src/text/plannedWords";
import { snapshot } from "../safety/snapshot";
import { clientPlan, openClients, when } from "./clientBook";

jest.setTimeout(120_000);

const asked = { language: "en", columns: { name: "Client", manager: null, branch: "Region" } } as const;

async function planned(plan: Plan): Promise<PlannedChanges> {
  return plannedChanges(await previewPlan(plan, inThread), asked);
}

async function otherCutoffs(): Promise<Plan> {
  const plan = await clientPlan();
  const [abc] = plan.segmentations;
  return { ...plan, segmentations: [{ ...abc!, cutoffs: [0.5, 0.9] }] };
}

test("before a first run everybody gets a segment, and nothing is compared", async () => {
  const { host } = await openClients();
  expect(await planned(await clientPlan())).toMatchObject({
    since: null,
    comparable: true,
    segmentations: [],
    first: [{ id: "abc", name: "ABC", classified: 10, notClassified: 2 }],
  });
  expect(host.missing).toEqual([]);
});

test("changed cut-offs say who would move, what they are worth, whose segments and whose clients they are", async () => {
  const { book } = await openClients();
  await runPlan(await clientPlan(), inThread, when);
  await assignOwner({ segment: "abc/b", field: "owner", before: "", value: "Ben" }, { by: "Ada", at: "2026-11-02" });
  const before = JSON.stringify(snapshot(book));
  const { since, segmentations } = await planned(await otherCutoffs());
  expect(JSON.stringify(snapshot(book))).toBe(before);
  expect(since?.person).toBe("Ada");
  const [abc] = segmentations;
  expect(abc?.customers.map(({ key, from, to, value, branch }) => [key, from, to, value, branch])).toEqual([
    ["C02", "A", "B", 220, "North"],
    ["C04", "A", "B", 90, "South"],
    ["C03", "A", "B", 90, "South"],
    ["C05", "B", "C", 60, "North"],
  ]);
  expect(abc?.customers[3]?.why).toBe("Outstanding 60: among the rest, beyond 90% of the total");
  expect(abc?.by.branch).toEqual([
    { value: "North", customers: 2, amount: 280 },
    { value: "South", customers: 2, amount: 180 },
  ]);
  expect(abc?.segments.map(({ name, owner, joining, leaving }) => [name, owner, joining, leaving])).toEqual([
    ["A", "", { customers: 0, value: 0 }, { customers: 3, value: 400 }],
    ["B", "Ben", { customers: 3, value: 400 }, { customers: 1, value: 60 }],
    ["C", "", { customers: 1, value: 60 }, { customers: 0, value: 0 }],
  ]);
});

test("changed cells, new rows and deleted ones are compared by key, in whatever order they stand now", async () => {
  await openClients();
  await runPlan(await clientPlan(), inThread, when);
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Customers");
    table.worksheet.getRange("D5").values = [["n/a"]];
    table.rows.add(undefined, [["C13", "New & Co", 60, "", ""]]);
    table.rows.getItemAt(7).delete();
    await context.sync();
    table.sort.apply([{ key: 0, ascending: false }]);
    await context.sync();
  });
  const [abc] = (await planned(await clientPlan())).segmentations;
  expect(abc?.customers.map(({ key, from, to, why }) => `${key} ${from} → ${to}: ${why}`)).toEqual([
    "C13 Entered → B: Outstanding 60: among those that make up 80% to 95%",
    "C02 A → Not classified: Not classified. Outstanding: Text instead of a number (n/a)",
  ]);
  expect(abc?.left).toEqual([{ from: "C", customers: 1 }]);
});

test("a table that was sorted since the preview was read is not compared row by row", async () => {
  await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  const preview = await previewPlan(plan, inThread);
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Customers").sort.apply([{ key: 0, ascending: false }]);
    await context.sync();
  });
  await expect(plannedChanges(preview, asked)).rejects.toMatchObject({ code: "table-changed" });
});

test("nothing is compared where the last run knew customers by a column that is another one now", async () => {
  await openClients();
  await runPlan(await clientPlan(), inThread, when);
  expect(await planned(await clientPlan({ keyColumn: "Client" }))).toMatchObject({
    comparable: false,
    segmentations: [],
    first: [{ id: "abc" }],
  });
});

describe("on a sheet of its own", () => {
  const write = async (plan: Plan): Promise<string> =>
    writePlanned(await previewPlan(plan, inThread), { columns: asked.columns, now: when.now, person: "Ada" });

  const table = (name: string): Promise<unknown[][]> =>
    Excel.run(async (context) => {
      const range = context.workbook.tables.getItem(name).getRange().load("values");
      await context.sync();
      return range.values as unknown[][];
    });

  /** Everything that visible sheets of some names hold. */
  const sheetsOf = (book: Book, isWanted: (name: string) => boolean): string => {
    const visible = book.sheets.filter(({ visibility }) => visibility === "Visible");
    return JSON.stringify(snapshot(book).sheets.filter((_, i) => isWanted(visible[i]?.name ?? "")));
  };

  test("the plan stands there dated, as values that no text can turn into formulas, and labels stay as they were", async () => {
    const { book, host } = await openClients();
    const plan = await clientPlan();
    await Excel.run(async (context) => {
      context.workbook.tables.getItem("Customers").worksheet.getRange("C5").values = [["'=1+1"]];
      await context.sync();
    });
    await runPlan(plan, inThread, when);
    const others = (): string => sheetsOf(book, (name) => name !== "Planned changes");
    const before = others();
    expect(await write(await otherCutoffs())).toBe("Planned changes");
    expect(await table("Tierbook_PlannedWays")).toEqual([
      ["Segmentation", "Before", "Planned", "Customers", "Value", "Owner before", "Owner planned"],
      ["ABC", "A", "B", 3, 400, "", ""],
      ["ABC", "B", "C", 1, 60, "", ""],
    ]);
    const [headers, first] = await table("Tierbook_Planned");
    expect(headers).toEqual(["Segmentation", "Key", "Client", "Before", "Planned", "Value", "Region", "Why"]);
    expect(first?.slice(1, 7)).toEqual(["C02", "=1+1", "A", "B", 220, "North"]);
    const sheet = book.sheets.find(({ name }) => name === "Planned changes");
    const at = figures("en").moment(when.now);
    expect(sheet?.rows.get(1)?.cells.get(0)?.value).toBe(plannedWords.en.sheet.planned(at, at));
    expect(others()).toBe(before);
    expect(host.missing).toEqual([]);
  });

  test("another plan gets another sheet, and a run leaves both as they are", async () => {
    const { book } = await openClients();
    const plan = await clientPlan();
    await runPlan(plan, inThread, when);
    const other = await otherCutoffs();
    await write(other);
    expect(await write(plan)).toBe("Planned changes (2)");
    expect(await table("Tierbook_Planned_2")).toHaveLength(2);
    const planned = (): string => sheetsOf(book, (name) => name.startsWith("Planned changes"));
    const before = planned();
    await runPlan(other, inThread, when);
    expect(planned()).toBe(before);
  });

  test("before a first run there is nothing to write", async () => {
    await openClients();
    await expect(write(await clientPlan())).rejects.toMatchObject({ code: "no-plan" });
  });
});
