import { openTestOffice } from "./openTestOffice";

async function withClients() {
  const office = await openTestOffice();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.name = "Data";
    sheet.getRange("A1:C4").values = [
      ["Id", "Name", "Value"],
      ["c1", "Ann", 10],
      ["c2", "Bo", 20],
      ["c3", "Cy", 30],
    ];
    const table = sheet.tables.add("A1:C4", true);
    table.name = "Customers";
    await context.sync();
  });
  return office;
}

test("a table is listed with its sheet, columns and rows", async () => {
  const { host } = await withClients();
  await Excel.run(async (context) => {
    const tables = context.workbook.tables;
    tables.load("items/name,items/id,items/worksheet/name");
    await context.sync();
    expect(tables.items.map(({ name, worksheet }) => [name, worksheet.name])).toEqual([["Customers", "Data"]]);
    const [table] = tables.items;
    const body = table!.getDataBodyRange().load("values,valueTypes,numberFormat,address");
    const header = table!.getHeaderRowRange().load("values");
    table!.columns.load("items/name,items/index,count");
    await context.sync();
    expect(body.values).toEqual([
      ["c1", "Ann", 10],
      ["c2", "Bo", 20],
      ["c3", "Cy", 30],
    ]);
    expect(body.address).toBe("Data!A2:C4");
    expect(body.valueTypes[0]).toEqual(["String", "String", "Double"]);
    expect(header.values).toEqual([["Id", "Name", "Value"]]);
    expect(table!.columns.items.map(({ name, index }) => [name, index])).toEqual([
      ["Id", 0],
      ["Name", 1],
      ["Value", 2],
    ]);
  });
  expect(host.missing).toEqual([]);
});

test("a column added at the end takes its header and values and pushes the cells right of the table", async () => {
  await withClients();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Data");
    sheet.getRange("D2").values = [["note"]];
    sheet.getRange("D9").values = [["below"]];
    const table = context.workbook.tables.getItem("Customers");
    const column = table.columns.add(undefined, [["Tier"], ["A"], ["B"], ["C"]]);
    column.load("name,index");
    await context.sync();
    const range = sheet.getUsedRange().load("values,address");
    const all = table.getRange().load("address");
    await context.sync();
    expect([column.name, column.index]).toEqual(["Tier", 3]);
    expect(all.address).toBe("Data!A1:D4");
    expect(range.values[1]).toEqual(["c1", "Ann", 10, "A", "note"]);
    expect(range.values[8]).toEqual(["", "", "", "below", ""]);
  });
});
