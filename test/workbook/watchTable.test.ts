import { watchTable } from "../../src/workbook/watchTable";
import { openClients, tableId } from "../actions/clientBook";

const soon = () => new Promise((resolve) => setTimeout(resolve, 10));

async function edit(sheet: string, address: string): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[1]];
    await context.sync();
  });
  await soon();
}

test("an edit in the table is told, one beside it is not, and none after the watching has ended", async () => {
  const { book } = await openClients();
  const sheet = book.sheets[0]!;
  const { row, column } = sheet.tables[0]!.area;
  const inTable = `${String.fromCharCode(65 + column)}${row + 2}`;
  let heard = 0;
  const stop = await watchTable(await tableId(), () => heard++);
  await edit(sheet.name, inTable);
  expect(heard).toBe(1);
  await edit(sheet.name, "Z900");
  expect(heard).toBe(1);
  await stop();
  await edit(sheet.name, inTable);
  expect(heard).toBe(1);
});

test("a table that is gone is refused", async () => {
  await openClients();
  await expect(watchTable("{no such table}", () => undefined)).rejects.toMatchObject({ name: "Failure" });
});
