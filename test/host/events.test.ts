import { newBook } from "../../src/host/model/newBook";
import { openTestOffice } from "./openTestOffice";

const soon = () => new Promise((resolve) => setTimeout(resolve, 10));

async function listening() {
  const office = await openTestOffice(newBook("Data"));
  const heard: string[] = [];
  const hear =
    (name: string) => (event: { address?: string; changeType?: string; worksheetId?: string; tableId?: string }) => {
      heard.push([name, event.changeType, event.address].filter((part) => part !== undefined).join(" "));
      return Promise.resolve();
    };
  await Excel.run(async (context) => {
    const { worksheets, tables } = context.workbook;
    const sheet = worksheets.getItem("Data");
    sheet.getRange("A1:B3").values = [
      ["Id", "Value"],
      ["a", 1],
      ["b", 2],
    ];
    const table = sheet.tables.add("A1:B3", true);
    table.name = "Customers";
    sheet.load("id");
    table.load("id");
    await context.sync();
    sheet.onChanged.add(hear("sheet"));
    table.onChanged.add(hear("table"));
    sheet.onSelectionChanged.add(hear("selection"));
    worksheets.onAdded.add(hear("added"));
    worksheets.onDeleted.add(hear("deleted"));
    worksheets.onActivated.add(hear("activated"));
    tables.onAdded.add(hear("table added"));
    tables.onDeleted.add(hear("table deleted"));
    await context.sync();
  });
  return { ...office, heard };
}

test("a written range is told to the sheet and to the table it touches, after the answer", async () => {
  const { heard } = await listening();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Data");
    sheet.getRange("B2:C2").values = [[5, "x"]];
    await context.sync();
    expect(heard).toEqual([]);
  });
  await soon();
  expect(heard).toEqual(["sheet RangeEdited B2:C2", "table RangeEdited B2"]);
});

test("what a person types in the grid is an event too; a formula's new value is none", async () => {
  const { heard, host, book } = await listening();
  const [sheet] = book.sheets;
  host.type(sheet!.id, 8, 4, "=SUM(Customers[Value])");
  host.type(sheet!.id, 1, 1, "7");
  host.settle();
  await soon();
  expect(sheet!.rows.get(8)?.cells.get(4)?.value).toBe(9);
  expect(heard).toEqual(["sheet RangeEdited E9", "sheet RangeEdited B2", "table RangeEdited B2"]);
});

test("inserted rows, sheets, tables and the selection are told", async () => {
  const { heard } = await listening();
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = worksheets.getItem("Data");
    sheet.getRange("2:2").insert("Down");
    sheet.getRange("B2").select();
    const other = worksheets.add("Other");
    other.activate();
    other.getRange("A1").values = [["x"]];
    other.tables.add("A1:A2", true).delete();
    other.delete();
    await context.sync();
  });
  await soon();
  expect(heard.filter((line) => !line.startsWith("table RowInserted"))).toEqual([
    "sheet RowInserted 2:2",
    "selection B2",
    "added",
    "activated",
    "table added",
    "table deleted",
    "activated",
    "selection A1",
    "deleted",
  ]);
});

test("switched-off events and removed handlers hear nothing", async () => {
  const { heard } = await listening();
  await Excel.run(async (context) => {
    context.runtime.enableEvents = false;
    context.workbook.worksheets.getItem("Data").getRange("B2").values = [[6]];
    await context.sync();
    context.runtime.enableEvents = true;
    await context.sync();
  });
  await soon();
  expect(heard).toEqual([]);
});

test("the range of an event can be read", async () => {
  await openTestOffice(newBook("Data"));
  const addresses: unknown[] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Data");
    sheet.load("id");
    await context.sync();
    sheet.onChanged.add(async (event) => {
      await Excel.run(async (inner) => {
        const range = event.getRange(inner).load("address,values");
        await inner.sync();
        addresses.push(range.address, range.values);
      });
    });
    sheet.getRange("C3").values = [["x"]];
    await context.sync();
  });
  await soon();
  await soon();
  expect(addresses).toEqual(["Data!C3", [["x"]]]);
});
