import { readChanges } from "../../src/actions/changes/readChanges";
import { writeChanges } from "../../src/actions/changes/writeChanges";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import type { Plan } from "../../src/plan/plan";
import type { Segmentation } from "../../src/segmentations/plans";
import { readXlsx } from "../../src/host/xlsx/readXlsx";
import { figures } from "../../src/text/figures";
import { openTestOffice } from "../host/openTestOffice";
import { snapshot } from "../safety/snapshot";
import { openTrial } from "../safety/trial";
import { clientPlan, fillClients, openClients, when } from "./clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const bands: Segmentation = {
  method: "cutoffs",
  id: "size",
  name: "Size",
  column: "Outstanding",
  valueColumn: "Outstanding",
  direction: "high-first",
  cutoffs: [200, 50],
  tiers: [
    { id: "large", name: "Large" },
    { id: "middle", name: "Middle" },
    { id: "small", name: "Small" },
  ],
};

const regions: Segmentation = {
  method: "groups",
  id: "region",
  name: "By region",
  column: "Region",
  valueColumn: "Outstanding",
  groups: [
    { value: "North", name: "North" },
    { value: "South", name: "South" },
    { value: "West", name: "West" },
  ],
};

async function threeSegmentations(): Promise<Plan> {
  const plan = await clientPlan();
  return { ...plan, segmentations: [...plan.segmentations, bands, regions] };
}

/** A month later: C02 shrank, C05 grew, C06 went north, C12 has a value, C07 left, C13 is new. */
async function nextMonth(segmentations = 1): Promise<void> {
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Customers");
    const sheet = table.worksheet;
    sheet.getRange("D5").values = [[20]];
    sheet.getRange("D8").values = [[700]];
    sheet.getRange("E9").values = [["North"]];
    sheet.getRange("D15").values = [[1]];
    table.rows.add(undefined, [["C13", "New & Co", 60, "", ...Array<string>(segmentations).fill("")]]);
    table.rows.getItemAt(6).delete();
    await context.sync();
  });
}

const asked = { language: "en", columns: { name: "Client", manager: null, branch: "Region" } } as const;

test("who changed segment is listed with why, from where and to where, largest first, and who left is counted", async () => {
  const { host } = await openClients();
  const plan = await threeSegmentations();
  await runPlan(plan, inThread, when);
  expect((await readChanges(asked))!.segmentations).toEqual([]);
  await nextMonth(3);
  await runPlan(plan, inThread, { ...when, now: new Date("2026-12-01T08:00:00Z") });
  const list = (await readChanges(asked))!;
  expect(host.missing).toEqual([]);
  expect(list.run.at).toBe("2026-12-01T08:00:00.000Z");
  const lines = list.segmentations.map(({ customers }) =>
    customers.map(({ key, name, from, to, value, branch, why, cell }) =>
      [key, name, from, to, value, branch, cell, why].join(" | "),
    ),
  );
  expect(lines).toEqual([
    [
      "C05 | Pine Paper | B | A | 700 | North | Clients!B8 | Outstanding 700: among the largest that together make up 80%",
      "C04 | Oak Furniture | A | B | 90 | South | Clients!B7 | Outstanding 90: among those that make up 80% to 95%",
      "C03 | Meadow Dairy | A | B | 90 | South | Clients!B6 | Outstanding 90: among those that make up 80% to 95%",
      "C13 | New & Co | Entered | B | 60 |  | Clients!B15 | Outstanding 60: among those that make up 80% to 95%",
      "C02 | Lindt & Sons | A | C | 20 | North | Clients!B5 | Outstanding 20: among the rest, beyond 95% of the total",
      "C12 | Wolf Weaving | Not classified | C | 1 | West | Clients!B14 | Outstanding 1: among the rest, beyond 95% of the total",
    ],
    [
      "C05 | Pine Paper | Middle | Large | 700 | North | Clients!B8 | Outstanding 700: band from 200",
      "C13 | New & Co | Entered | Middle | 60 |  | Clients!B15 | Outstanding 60: band from 50 to below 200",
      "C02 | Lindt & Sons | Large | Small | 20 | North | Clients!B5 | Outstanding 20: band below 50",
      "C12 | Wolf Weaving | Not classified | Small | 1 | West | Clients!B14 | Outstanding 1: band below 50",
    ],
    [
      "C13 | New & Co | Entered | Unknown | 60 |  | Clients!B15 | Region is blank",
      "C06 | Quarry Stone | West | North | 25 | North | Clients!B9 | Region North",
    ],
  ]);
  expect(list.segmentations.map(({ left }) => left)).toEqual([
    [{ from: "C", customers: 1 }],
    [{ from: "Small", customers: 1 }],
    [{ from: "West", customers: 1 }],
  ]);
});

test("the list is there after reopening, says when a cell has changed since, and names nobody who is gone by then", async () => {
  const trial = await openTrial(null);
  await fillClients();
  const plan = await threeSegmentations();
  await runPlan(plan, inThread, when);
  await nextMonth(3);
  await runPlan(plan, inThread, when);
  await openTestOffice(readXlsx(trial.save()).book);
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Customers");
    table.worksheet.getRange("D8").values = [[30]];
    table.sort.apply([{ key: 1, ascending: false }]);
    await context.sync();
    table.rows.getItemAt(0).delete();
    await context.sync();
  });
  const [, size] = (await readChanges({ language: "zh", columns: null }))!.segmentations;
  expect(size!.customers.map(({ key, from, why }) => `${key} ${from}: ${why}`)).toEqual([
    "C05 Middle: Outstanding现为 30，运行后已变更",
    "C13 新增: Outstanding 60：属于 ≥ 50，< 200 这一档",
    "C02 Large: Outstanding 20：属于 < 50 这一档",
  ]);
  expect(size!.gone).toBe(1);
});

test("a workbook without a run has no list, and a column that is gone is named", async () => {
  await openClients();
  expect(await readChanges(asked)).toBeNull();
  await runPlan(await clientPlan(), inThread, when);
  await expect(
    readChanges({ language: "en", columns: { name: null, manager: "Desk", branch: null } }),
  ).rejects.toMatchObject({
    code: "missing-column",
    subject: "Desk",
  });
});

describe("on a sheet of its own", () => {
  const write = (now = "2026-12-01T09:00:00Z"): Promise<string> =>
    writeChanges({ columns: asked.columns, now: new Date(now), person: "Ada" });

  async function twoRuns(): Promise<Plan> {
    const plan = await clientPlan();
    await runPlan(plan, inThread, when);
    await nextMonth();
    await runPlan(plan, inThread, { ...when, now: new Date("2026-12-01T08:00:00Z") });
    return plan;
  }

  const list = (name = "Tierbook_Changes"): Promise<unknown[][]> =>
    Excel.run(async (context) => {
      const range = context.workbook.tables.getItem(name).getRange().load("values");
      await context.sync();
      return range.values as unknown[][];
    });

  const onSheet = (act: (table: Excel.Table) => unknown): Promise<void> =>
    Excel.run(async (context) => {
      act(context.workbook.tables.getItem("Tierbook_Changes"));
      await context.sync();
    });

  test("it is a native table with filters, dated, that later runs leave as it is", async () => {
    const { book, host } = await openClients();
    const plan = await twoRuns();
    expect(await write()).toBe("Changed clients");
    const rows = await list();
    expect(rows[0]).toEqual(["Segmentation", "Key", "Client", "Before", "Now", "Value", "Region", "Why"]);
    expect(rows.slice(1).map(([, key, , from, to]) => [key, from, to])).toEqual([
      ["C05", "B", "A"],
      ["C04", "A", "B"],
      ["C03", "A", "B"],
      ["C13", "Entered", "B"],
      ["C02", "A", "C"],
      ["C12", "Not classified", "C"],
    ]);
    const sheet = book.sheets.find(({ name }) => name === "Changed clients")!;
    const text = (row: number): unknown => sheet.rows.get(row)!.cells.get(0)!.value;
    const at = figures("en").moment(new Date("2026-12-01T08:00:00Z"));
    expect(text(1)).toBe(`Changes with the run of ${at}, data as of 31 Oct 2026.`);
    expect(text(3)).toBe("Left the table, ABC: 1 of C.");
    expect(sheet.tables[0]!.filter).not.toBeNull();
    const before = JSON.stringify(snapshot(book).sheets.at(-1));
    for (let run = 0; run < 2; run++) await runPlan(plan, inThread, when);
    expect(JSON.stringify(snapshot(book).sheets.at(-1))).toBe(before);
    expect(host.missing).toEqual([]);
  });

  test("asked for again it is replaced where it stands, wherever people moved it, and notes beside it stay", async () => {
    const { book } = await openClients();
    const plan = await twoRuns();
    await write();
    await onSheet((table) => {
      table.worksheet.name = "For the branches";
      table.worksheet.getRange("1:1").insert("Down");
      table.worksheet.getRange("K9").values = [["Ask North first"]];
      table.sort.apply([{ key: 1, ascending: false }]);
    });
    await Excel.run(async (context) => {
      context.workbook.tables.getItem("Customers").worksheet.getRange("D8").values = [[1]];
      await context.sync();
    });
    await runPlan(plan, inThread, { ...when, now: new Date("2026-12-02T08:00:00Z") });
    expect(await write("2026-12-02T09:00:00Z")).toBe("For the branches");
    expect((await list()).slice(1).map(([, key, , from, to]) => [key, from, to])).toEqual([
      ["C04", "B", "A"],
      ["C03", "B", "A"],
      ["C06", "C", "B"],
      ["C05", "A", "C"],
    ]);
    const sheet = book.sheets.find(({ name }) => name === "For the branches")!;
    expect(sheet.rows.get(8)!.cells.get(10)!.value).toBe("Ask North first");
    expect(sheet.tables).toHaveLength(1);
  });

  test("a list to which people added a column is theirs, and a filtered one is not written over", async () => {
    const { book } = await openClients();
    await twoRuns();
    await write();
    await onSheet((table) => table.columns.getItem("Now").filter.applyValuesFilter(["C"]));
    await expect(write()).rejects.toMatchObject({ code: "table-filtered", subject: "Tierbook_Changes" });
    await onSheet((table) => {
      table.clearFilters();
      table.columns.add(undefined, [["Done?"], ["yes"], [""], [""], [""], [""], [""]]);
    });
    expect(await write()).toBe("Changed clients (2)");
    expect((await list())[1]!.at(-1)).toBe("yes");
    expect(book.sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Changed clients", "Changed clients (2)"]),
    );
  });

  test("in Chinese the words are those of practice; without a run there is nothing to write", async () => {
    await openClients();
    await expect(write()).rejects.toMatchObject({ code: "no-plan" });
    const plan = await clientPlan({ sheetLanguage: "zh" });
    await runPlan(plan, inThread, when);
    await nextMonth();
    await runPlan(plan, inThread, when);
    expect(await write()).toBe("变动客户");
    expect((await list())[0]).toEqual(["分层方案", "客户标识", "Client", "变动前", "变动后", "金额", "Region", "原因"]);
  });
});

test("a client with several rows stands in the list once, with what its rows make together", async () => {
  const rows = [
    ["C01", "Harbour Foods", 60, "North"],
    ["C02", "Lindt & Sons", 10, "North"],
    ["C01", "Harbour Foods", 30, "North"],
    ["C03", "Meadow Dairy", 10, "South"],
  ];
  await openClients({}, rows);
  const plan = await clientPlan();
  const several: Plan = { ...plan, rows: { ...plan.rows, perCustomer: "several" } };
  await runPlan(several, inThread, when);
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Customers").worksheet.getRange("D5").values = [[2000]];
    await context.sync();
  });
  await runPlan(several, inThread, when);
  const [abc] = (await readChanges(asked))!.segmentations;
  expect(abc!.customers.map(({ key, from, to, value, cell }) => [key, from, to, value, cell])).toEqual([
    ["C02", "B", "A", 2000, "Clients!B5"],
    ["C01", "A", "C", 90, "Clients!B4"],
    ["C03", "B", "C", 10, "Clients!B7"],
  ]);
});
