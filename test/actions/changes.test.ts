import { readChanges } from "../../src/actions/changes/readChanges";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import type { Plan, Segmentation } from "../../src/plan/plan";
import { readXlsx } from "../../src/host/xlsx/readXlsx";
import { openTestOffice } from "../host/openTestOffice";
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
async function nextMonth(): Promise<void> {
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Customers");
    const sheet = table.worksheet;
    sheet.getRange("D5").values = [[20]];
    sheet.getRange("D8").values = [[700]];
    sheet.getRange("E9").values = [["North"]];
    sheet.getRange("D15").values = [[1]];
    table.rows.add(undefined, [["C13", "New & Co", 60, "", "", "", ""]]);
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
  await nextMonth();
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
  await nextMonth();
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
