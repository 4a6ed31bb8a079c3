import type { HostOptions } from "../../src/host/host";
import { newBook } from "../../src/host/model/newBook";
import { openTestOffice } from "./openTestOffice";

async function withClients(options: HostOptions = {}) {
  const office = await openTestOffice(newBook(), options);
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

test("columns are found by name or id, renamed in formulas, and deleted", async () => {
  const { host } = await withClients();
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("customers");
    const sheet = table.worksheet;
    sheet.getRange("F1").formulas = [["=SUM(Customers[Value])"]];
    const column = table.columns.getItem("value");
    column.name = "Amount";
    column.load("id,index,values");
    const formula = sheet.getRange("F1").load("formulas,values");
    await context.sync();
    expect(formula.formulas).toEqual([["=SUM(Customers[Amount])"]]);
    expect(column.values).toEqual([["Amount"], [10], [20], [30]]);
    const byId = table.columns.getItem(column.id).load("name");
    const none = table.columns.getItemOrNullObject("Value");
    await context.sync();
    expect([byId.name, none.isNullObject]).toEqual(["Amount", true]);
    column.delete();
    formula.load("formulas");
    const range = table.getRange().load("address");
    await context.sync();
    expect(range.address).toBe("Data!A1:B4");
    expect(sheet.getRange("E1")).toBeDefined();
  });
  expect(host.missing).toEqual([]);
});

test("a header that repeats another or is empty gets a name of its own", async () => {
  await withClients();
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Customers");
    table.columns.add(undefined, undefined, "Name");
    table.getHeaderRowRange().getCell(0, 2).values = [["ID"]];
    const header = table.getHeaderRowRange().load("values");
    await context.sync();
    expect(header.values).toEqual([["Id", "Name", "ID2", "Name2"]]);
    table.getHeaderRowRange().getCell(0, 1).values = [[""]];
    header.load("values");
    await context.sync();
    expect(header.values[0]![1]).toBe("Column2");
  });
});

test("rows are added at the end, in between and into a table's empty first row", async () => {
  await withClients();
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Customers");
    const sheet = table.worksheet;
    sheet.getRange("A6").values = [["below"]];
    table.rows.add(undefined, [["c4", "Di", 40]]);
    table.rows.add(0, [["c0", "Al", 5]]);
    const all = table.getRange().load("values,address");
    table.rows.load("count");
    const below = sheet.getRange("A8").load("values");
    sheet.getRange("F1:G1").values = [["x", "y"]];
    const empty = sheet.tables.add("F1:G1", true);
    empty.rows.add(undefined, [[1, 2]]);
    const filled = empty.getRange().load("values");
    await context.sync();
    expect(all.address).toBe("Data!A1:C6");
    expect(all.values.map(([id]) => id as string)).toEqual(["Id", "c0", "c1", "c2", "c3", "c4"]);
    expect([table.rows.count, below.values]).toEqual([5, [["below"]]]);
    expect(filled.values).toEqual([
      ["x", "y"],
      [1, 2],
    ]);
    table.rows.getItemAt(0).delete();
    all.load("values");
    await context.sync();
    expect(all.values[1]).toEqual(["c1", "Ann", 10]);
  });
});

test("totals, looks, headers, size and range of a table change", async () => {
  const { book, host } = await withClients();
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Customers");
    table.showTotals = true;
    table.style = "TableStyleLight9";
    table.showBandedRows = false;
    table.showFilterButton = false;
    const totals = table.getTotalRowRange().load("address,values");
    const body = table.getDataBodyRange().load("address");
    await context.sync();
    expect([totals.address, totals.values, body.address]).toEqual(["Data!A5:C5", [["Total", "", ""]], "Data!A2:C4"]);
    table.showTotals = false;
    table.resize("A1:D6");
    const header = table.getHeaderRowRange().load("values");
    await context.sync();
    expect(header.values).toEqual([["Id", "Name", "Value", "Column4"]]);
    table.load("name,style,showBandedRows,showFilterButton,showTotals,showHeaders");
    await context.sync();
    expect(table.toJSON()).toMatchObject({
      name: "Customers",
      style: "TableStyleLight9",
      showBandedRows: false,
      showFilterButton: false,
      showTotals: false,
      showHeaders: true,
    });
    table.convertToRange();
    await context.sync();
  });
  expect(book.sheets[0]!.tables).toEqual([]);
  expect(host.missing).toEqual([]);
});

test("a filter hides rows, says so, and is taken away", async () => {
  const { book, host } = await withClients();
  const hidden = () => [1, 2, 3].filter((row) => book.sheets[0]!.rows.get(row)?.filtered);
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Customers");
    table.columns.getItem("Value").filter.applyCustomFilter(">10");
    table.autoFilter.load("isDataFiltered,enabled");
    await context.sync();
    expect(table.autoFilter.isDataFiltered).toBe(true);
    expect(hidden()).toEqual([1]);
    table.columns.getItem("Name").filter.applyValuesFilter(["Cy"]);
    await context.sync();
    expect(hidden()).toEqual([1, 2]);
    table.clearFilters();
    table.autoFilter.load("isDataFiltered");
    await context.sync();
    expect([table.autoFilter.isDataFiltered, hidden()]).toEqual([false, []]);
    table.sort.apply([{ key: 2, ascending: false }]);
    const body = table.getDataBodyRange().load("values");
    await context.sync();
    expect(body.values.map(([id]) => id as string)).toEqual(["c3", "c2", "c1"]);
  });
  expect(host.missing).toEqual([]);
});

test("where Excel misplaces arrays in filtered ranges, so does the host", async () => {
  for (const misplaceInFilteredRange of [false, true]) {
    const { book } = await withClients({ profile: { misplaceInFilteredRange } });
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("Customers");
      table.columns.getItem("Id").filter.applyValuesFilter(["c2", "c3"]);
      table.columns.getItem("Name").getDataBodyRange().values = [["x"], ["y"], ["z"]];
      await context.sync();
    });
    const names = [1, 2, 3].map((row) => book.sheets[0]!.rows.get(row)?.cells.get(1)?.value);
    expect(names).toEqual(misplaceInFilteredRange ? ["Ann", "x", "y"] : ["x", "y", "z"]);
  }
});

test("a formula in an empty column fills it where Excel does so, and stays alone where it does not", async () => {
  for (const fillCalculatedColumns of [true, false]) {
    await withClients({ profile: { fillCalculatedColumns } });
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("Customers");
      table.columns.add(undefined, undefined, "Twice").getDataBodyRange().getCell(0, 0).formulas = [["=[@Value]*2"]];
      const column = table.columns.getItem("Twice").getDataBodyRange().load("values,formulas");
      await context.sync();
      expect(column.values).toEqual(fillCalculatedColumns ? [[20], [40], [60]] : [[20], [""], [""]]);
      expect(column.formulas[0]).toEqual(["=[@Value]*2"]);
    });
  }
});

test("the tables of a range and of a sheet are found; a table without headers gets them", async () => {
  const { host } = await withClients();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Data");
    sheet.getRange("F1:G2").values = [
      [1, 2],
      [3, 4],
    ];
    const plain = sheet.tables.add("F1:G2", false);
    const range = plain.getRange().load("values,address");
    const within = sheet.getRange("A2:B2").getTables(false);
    within.load("items/name");
    const count = sheet.tables.getCount();
    await context.sync();
    expect(within.items.map(({ name }) => name)).toEqual(["Customers"]);
    expect(count.value).toBe(2);
    expect([range.address, range.values]).toEqual([
      "Data!F1:G3",
      [
        ["Column1", "Column2"],
        [1, 2],
        [3, 4],
      ],
    ]);
  });
  expect(host.missing).toEqual([]);
});

test("a totals row pushes down what stands below the table", async () => {
  await withClients();
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Customers");
    const sheet = table.worksheet;
    sheet.getRange("B5").values = [["below"]];
    table.showTotals = true;
    const cells = sheet.getRange("A5:B6").load("values");
    await context.sync();
    expect(cells.values).toEqual([
      ["Total", ""],
      ["", "below"],
    ]);
  });
});
