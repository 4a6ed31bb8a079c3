import { stillAsRead } from "../../src/actions/stillAsRead";
import { readCustomers } from "../../src/actions/readCustomers";
import { watchTable } from "../../src/workbook/watchTable";
import { clientPlan, openClients, tableId } from "../actions/clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const soon = () => new Promise((resolve) => setTimeout(resolve, 400));

async function edit(sheet: string, address: string): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[1]];
    await context.sync();
  });
  await soon();
}

test.each([0, 1_500])(
  "a person's edit in the table is told and one beside it is not, %i ms late",
  async (eventsLate) => {
    const { book, host } = await openClients({ profile: { eventsLate } });
    const sheet = book.sheets[0]!;
    const { row, column } = sheet.tables[0]!.area;
    const late = () => new Promise((resolve) => setTimeout(resolve, eventsLate + 400));
    let heard = 0;
    const stop = await watchTable(await tableId(), () => heard++);
    host.type(sheet.id, row + 1, column, "1");
    await late();
    expect(heard).toBe(1);
    host.type(sheet.id, 899, 25, "1");
    await late();
    expect(heard).toBe(1);
    await stop();
    host.type(sheet.id, row + 1, column, "2");
    await late();
    expect(heard).toBe(1);
  },
);

test("the add-in's own edits are not told where Excel says whose an edit is, and a person's beside them is", async () => {
  const { book, host } = await openClients({ profile: { saysWhoEdits: true } });
  const sheet = book.sheets[0]!;
  let heard = 0;
  await watchTable(await tableId(), () => heard++);
  await edit(sheet.name, "D4");
  expect(heard).toBe(0);
  const own = edit(sheet.name, "D5");
  host.type(sheet.id, 6, 3, "7");
  await own;
  await soon();
  expect(heard).toBeGreaterThan(0);
});

test("where Excel does not say whose an edit is, all are told, and reading again tells news from old", async () => {
  const { book } = await openClients({ profile: { saysWhoEdits: false } });
  const sheet = book.sheets[0]!;
  const plan = await clientPlan();
  await edit(sheet.name, "D4");
  const read = await readCustomers(plan);
  let heard = 0;
  await watchTable(await tableId(), () => heard++);
  await edit(sheet.name, "D4");
  expect([heard, await stillAsRead(plan, read)]).toEqual([1, true]);
  await edit(sheet.name, "D5");
  expect([heard, await stillAsRead(plan, read)]).toEqual([2, false]);
});

test("a table that is gone is refused", async () => {
  await openClients();
  await expect(watchTable("{no such table}", () => undefined)).rejects.toMatchObject({ name: "Failure" });
});
