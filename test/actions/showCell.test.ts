import { showCell } from "../../src/actions/showCell";
import { openClients } from "./clientBook";

test("selects the cell that a message names, on its sheet, and changes nothing else", async () => {
  const { book } = await openClients();
  await Excel.run(async (context) => {
    context.workbook.worksheets.add("It's another").activate();
    await context.sync();
  });
  await showCell("Clients!D14");
  const clients = book.sheets.find(({ name }) => name === "Clients");
  expect(book.activeSheetId).toBe(clients?.id);
  expect(book.selection).toMatchObject({ row: 13, column: 3 });
  await showCell("It's another!B2");
  expect(book.sheets.find(({ id }) => id === book.activeSheetId)?.name).toBe("It's another");
});

test("says which cell it could not show where its sheet has gone", async () => {
  await openClients();
  await expect(showCell("Gone!A1")).rejects.toMatchObject({ subject: "Gone!A1" });
});
