import { readInvalidLabels } from "../../../src/actions/newMonth/readInvalidLabels";
import { runPlan } from "../../../src/actions/runPlan";
import { inThread } from "../../../src/engine/inThread";
import { clientPlan, openClients, when } from "../clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

test("labels beside other customers are found after a part of the table was sorted or pasted over, and none before", async () => {
  await openClients();
  expect(await readInvalidLabels()).toBeNull();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  expect(await readInvalidLabels()).toEqual({ labels: 0, cells: [] });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Clients");
    // C01 (A) and C08 (C) change places without their labels; C12's row is pasted over by a new client.
    sheet.getRange("B4:E4").values = [["C08", "Sun Solar", 5, "South"]];
    sheet.getRange("B11:E11").values = [["C01", "Harbour Foods", 500, "North"]];
    sheet.getRange("B15:E15").values = [["C99", "Zeal Zinc", 12, "West"]];
    await context.sync();
  });
  expect(await readInvalidLabels()).toEqual({ labels: 3, cells: ["Clients!F4", "Clients!F11", "Clients!F15"] });
  await runPlan(plan, inThread, when);
  expect(await readInvalidLabels()).toEqual({ labels: 0, cells: [] });
});

test("rows that were sorted with their labels are as the run left them", async () => {
  await openClients();
  await runPlan(await clientPlan(), inThread, when);
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Customers").sort.apply([{ key: 2, ascending: true }]);
    await context.sync();
  });
  expect(await readInvalidLabels()).toEqual({ labels: 0, cells: [] });
});
