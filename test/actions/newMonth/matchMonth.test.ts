import { matchMonth } from "../../../src/actions/newMonth/matchMonth";
import { runPlan } from "../../../src/actions/runPlan";
import { inThread } from "../../../src/engine/inThread";
import { clientPlan, clientRows, openClients, when } from "../clientBook";
import { addLaterTable, laterRows } from "./secondTable";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const later = async (id: string): ReturnType<typeof matchMonth> =>
  matchMonth({ table: { id, name: "November" }, keyColumn: "Client ID" });

test("the customers of another table are matched by key with the last run: matched, new and gone, with amounts", async () => {
  await openClients();
  const id = await addLaterTable();
  expect(await later(id)).toBeNull();
  await runPlan(await clientPlan(), inThread, when);
  const match = await later(id);
  expect(match).toMatchObject({
    formerDate: "2026-10-31",
    formerTable: "Customers",
    valueColumn: "Outstanding",
    // By hand: all but C13 and C14 now, and all but C03 and C11 before.
    matched: { customers: 10, amount: 40 + 520 + 30 + 95 + 60 + 20 + 300 + 5 + 0 - 15, before: 895 },
    entered: {
      customers: 2,
      amount: 83,
      largest: [
        { key: "C13", cell: "November!A12", amount: 75 },
        { key: "C14", cell: "November!A13", amount: 8 },
      ],
    },
    gone: {
      customers: 2,
      amount: 90,
      largest: [
        { key: "C03", cell: "Clients!B6", amount: 90 },
        { key: "C11", cell: "Clients!B14", amount: null },
      ],
    },
    goneFrom: [
      {
        segmentation: "ABC",
        from: [
          { name: "A", customers: 1 },
          { name: null, customers: 1 },
        ],
      },
    ],
    missing: [],
  });
});

test("the last run's own data in another table is noticed, one amount more or less is not", async () => {
  await openClients();
  await runPlan(await clientPlan(), inThread, when);
  const id = await addLaterTable(undefined, clientRows);
  expect(await later(id)).toMatchObject({ same: true, entered: { customers: 0 }, gone: { customers: 0 } });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("November").getRange("C4").values = [[91]];
    await context.sync();
  });
  expect(await later(id)).toMatchObject({ same: false, entered: { customers: 0 }, gone: { customers: 0 } });
});

test("where the former table is gone, those who are gone are counted by what they were", async () => {
  await openClients();
  await runPlan(await clientPlan(), inThread, when);
  const id = await addLaterTable();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Clients").delete();
    await context.sync();
  });
  expect(await later(id)).toMatchObject({
    formerTable: null,
    matched: { customers: 10, before: null },
    gone: { customers: 2, amount: null, largest: [] },
    goneFrom: [{ segmentation: "ABC" }],
  });
});

test("F27 columns that the new table lacks are named with the segmentations that read them, and a renamed key still matches", async () => {
  await openClients();
  await runPlan(await clientPlan(), inThread, when);
  const id = await addLaterTable(["Client no.", "Client", "Balance", "Region"], laterRows);
  const match = await matchMonth({ table: { id, name: "November" }, keyColumn: "Client no." });
  expect(match).toMatchObject({
    matched: { customers: 10, amount: null },
    entered: { customers: 2, amount: null },
    valueColumn: null,
    missing: [
      { column: "Outstanding", of: ["ABC"] },
      { column: "Client ID", of: [] },
    ],
  });
});

test("a run over another table compares itself by key with the run before, also where the key has another header", async () => {
  await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  const id = await addLaterTable(["Client no.", "Client", "Outstanding", "Region"]);
  const table = { id, name: "November" };
  const next = { ...plan, table, keyColumn: "Client no.", dataDate: "2026-11-30" };
  const { moves } = await runPlan(next, inThread, when);
  // By hand, 80 and 95 per cent of 1,153: C01, C07 and C04 hold 915; C13 crosses 80 per cent; C05 and C12 are B.
  expect(moves).toMatchObject([{ id: "abc", entered: 2, left: 2 }]);
  const [one] = moves;
  expect((one?.stayed ?? 0) + (one?.moved ?? 0)).toBe(10);
});
