import { plannedChanges } from "../../../src/actions/changes/plannedChanges";
import { readChanges } from "../../../src/actions/changes/readChanges";
import { previewPlan } from "../../../src/actions/previewPlan";
import { runPlan } from "../../../src/actions/runPlan";
import { inThread } from "../../../src/engine/inThread";
import type { Plan } from "../../../src/plan/plan";
import type { Language } from "../../../src/text/language";
import { when } from "../clientBook";
import { october, openOrders, rfm, rfmPlan } from "./orderBook";

jest.setTimeout(120_000);

const inNovember: Partial<Plan> = { dataDate: "2026-11-30" };

async function addOrders(): Promise<void> {
  await Excel.run(async (context) => {
    const rows = [
      [3, "B1", october + 40, 200, "web"],
      [5, "B2", october + 45, 20, "web"],
      [5, "B2", october + 45, -25, "web"],
    ];
    context.workbook.tables.getItem("Orders").rows.add(undefined, rows);
    await context.sync();
  });
}

/** Before and after the run: who changes, from where to where, and why. */
async function reasons(plan: Plan, language: Language): Promise<readonly (readonly string[])[]> {
  const asked = { language, columns: null };
  const planned = await plannedChanges(await previewPlan(plan, inThread), asked);
  await runPlan(plan, inThread, { ...when, now: new Date("2026-12-01T09:00:00Z") });
  const lists = [planned.segmentations, (await readChanges(asked))?.segmentations ?? []];
  return lists.map(([segmentation]) => {
    return (segmentation?.customers ?? []).map(({ key, from, to, why }) => `${key} ${from} > ${to}: ${why}`).sort();
  });
}

test("why a customer is in a segment of RFM: scores, segment and measures, the same before a run and after it", async () => {
  await openOrders();
  await runPlan(rfmPlan(), inThread, when);
  await addOrders();
  const [before, after] = await reasons(rfmPlan(rfm(), inNovember), "en");
  expect(after).toEqual(before);
  expect(after).toEqual([
    "007 Best > Asleep: R 1 · F 1 · M 2 → Asleep (Last order 2026-09-30, Orders 1, Spent 80)",
    "1 Best > Asleep: R 1 · F 2 · M 2 → Asleep (Last order 2026-10-04, Orders 2, Spent 150.5)",
    "3 Asleep > Best: R 2 · F 2 · M 2 → Best (Last order 2026-11-10, Orders 2, Spent 260)",
    "5 No order in the window > No net spend: Last order 2026-11-15, Orders 1, Spent -5",
  ]);
});

test("a date of a last order that is a column of the user's is told as a day, with the scores, in Chinese", async () => {
  await openOrders();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Customers");
    sheet.getRange("B1:C6").values = [
      ["上次", "次数"],
      ...[0, 10, 20, 30, 40].map((days, i) => [october - days, i + 1]),
    ];
    await context.sync();
  });
  const source = {
    kind: "columns",
    recency: { column: "上次", as: "date" },
    frequencyColumn: "次数",
    monetaryColumn: "次数",
  } as const;
  const byColumns = rfm({}, { source, valueColumn: "次数", scoring: { ...rfm().scoring, monetary: { by: "mean" } } });
  await runPlan(rfmPlan(byColumns), inThread, when);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Customers").getRange("B3").values = [[october - 300]];
    await context.sync();
  });
  const [before, after] = await reasons(rfmPlan(byColumns), "zh");
  expect(after).toEqual(before);
  expect(after).toEqual(["2 Recent > Asleep: R 1 · F 2 · M 1 → Asleep（上次为 2025-12-05，次数为 2）"]);
});
