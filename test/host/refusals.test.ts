import { newBook } from "../../src/host/model/newBook";
import { codeOf } from "./codeOf";
import { openTestOffice } from "./openTestOffice";

type Sheet = Excel.Worksheet;

/** The code with which one change to the first sheet fails. */
function tried(change: (sheet: Sheet, context: Excel.RequestContext) => unknown): Promise<string> {
  return codeOf(
    Excel.run(async (context) => {
      change(context.workbook.worksheets.getFirst(), context);
      await context.sync();
    }),
  );
}

async function withTable(): Promise<void> {
  await tried((sheet) => {
    sheet.getRange("A1:B3").values = [
      ["Id", "Value"],
      ["a", 1],
      ["b", 2],
    ];
    sheet.tables.add("A1:B3", true).name = "Customers";
  });
}

test("a protected sheet refuses its locked cells and takes the unlocked ones", async () => {
  await openTestOffice();
  await tried((sheet) => {
    sheet.getRange("B1").format.protection.locked = false;
    sheet.protection.protect();
  });
  expect(await tried((sheet) => (sheet.getRange("A1").values = [[1]]))).toBe("AccessDenied");
  expect(await tried((sheet) => (sheet.getRange("B1").values = [[1]]))).toBe("none");
  expect(await tried((sheet) => (sheet.getRange("A1").format.fill.color = "red"))).toBe("AccessDenied");
  expect(await tried((sheet) => sheet.getRange("1:1").insert("Down"))).toBe("AccessDenied");
  expect(await tried((sheet) => sheet.tables.add("A1:B2", true))).toBe("AccessDenied");
  expect(await tried((sheet) => sheet.protection.protect())).toBe("AccessDenied");
  expect(
    await tried((sheet) => {
      sheet.protection.unprotect();
      sheet.getRange("A1").values = [[1]];
    }),
  ).toBe("none");
});

test("a protected structure refuses sheets that come, go, move or change their name", async () => {
  const book = newBook();
  await openTestOffice(book);
  await tried((_, { workbook }) => {
    workbook.worksheets.add("Two");
    workbook.protection.protect();
  });
  expect(await tried((_, { workbook }) => workbook.worksheets.add("Three"))).toBe("AccessDenied");
  expect(await tried((sheet) => (sheet.name = "Other"))).toBe("AccessDenied");
  expect(await tried((sheet) => sheet.delete())).toBe("AccessDenied");
  expect(await tried((sheet) => (sheet.position = 1))).toBe("AccessDenied");
  expect(await tried((sheet) => (sheet.visibility = "Hidden"))).toBe("AccessDenied");
  expect(await tried((sheet) => (sheet.getRange("A1").values = [[1]]))).toBe("none");
});

test("a read-only workbook refuses every change and answers every question", async () => {
  const book = newBook();
  book.readOnly = true;
  await openTestOffice(book);
  expect(await tried((sheet) => (sheet.getRange("A1").values = [[1]]))).toBe("AccessDenied");
  expect(await tried((_, { workbook }) => workbook.worksheets.add())).toBe("AccessDenied");
  expect(await tried((_, { workbook }) => workbook.settings.add("a", 1))).toBe("AccessDenied");
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("A1").load("values");
    context.workbook.load("readOnly");
    await context.sync();
    expect([range.values, context.workbook.readOnly]).toEqual([[[""]], true]);
  });
});

test("the last visible sheet can be neither deleted nor hidden, a very hidden one not deleted", async () => {
  const { book } = await openTestOffice();
  expect(await tried((sheet) => sheet.delete())).toBe("InvalidOperation");
  expect(await tried((sheet) => (sheet.visibility = "Hidden"))).toBe("InvalidOperation");
  await tried((_, { workbook }) => (workbook.worksheets.add("Deep").visibility = "VeryHidden"));
  expect(await tried((_, { workbook }) => workbook.worksheets.getItem("Deep").delete())).toBe("InvalidOperation");
  expect(await tried((sheet) => sheet.delete())).toBe("InvalidOperation");
  await tried((_, { workbook }) => workbook.worksheets.add("Two"));
  expect(await tried((sheet) => sheet.delete())).toBe("none");
  expect(book.sheets.find(({ id }) => id === book.activeSheetId)?.name).toBe("Two");
});

test.each(["", "a/b", "a:b", "x".repeat(32), "'x'", "History", "sheet1"])("no sheet is named %j", async (name) => {
  await openTestOffice();
  const code = await tried((_, { workbook }) => (workbook.worksheets.add("Other").name = name));
  expect(code).toBe(name === "sheet1" ? "ItemAlreadyExists" : "InvalidArgument");
});

test.each(["", "a b", "1a", "A1", "R1C1", "customers"])("no second table is named %j", async (name) => {
  await openTestOffice();
  await withTable();
  const code = await tried((sheet) => {
    sheet.getRange("D1:D2").values = [["x"], [1]];
    sheet.tables.add("D1:D2", true).name = name;
  });
  expect(code).toBe("InvalidArgument");
});

test("a new column that would tear another table, a pivot table or a merge apart is refused", async () => {
  const { book } = await openTestOffice();
  await withTable();
  const addColumn = () =>
    tried((_, { workbook }) => workbook.tables.getItem("Customers").columns.add(undefined, undefined, "Tier"));
  await tried((sheet) => {
    sheet.getRange("D2:D6").values = [["x"], [1], [2], [3], [4]];
    sheet.tables.add("D2:D6", true).name = "Beside";
  });
  expect(await addColumn()).toBe("InsertDeleteConflict");
  await tried((sheet) => sheet.tables.getItem("Beside").convertToRange());
  book.sheets[0]!.pivots.push({ row: 2, column: 5, rows: 4, columns: 2 });
  expect(await addColumn()).toBe("PivotTableRangeConflict");
  book.sheets[0]!.pivots.length = 0;
  await tried((sheet) => sheet.getRange("F3:G5").merge());
  expect(await addColumn()).toBe("MergedRangeConflict");
  await tried((sheet) => sheet.getRange("F3:G5").unmerge());
  await tried((sheet) => (sheet.getRange("XFD2").values = [["edge"]]));
  expect(await addColumn()).toBe("NonBlankCellOffSheet");
  await tried((sheet) => sheet.getRange("XFD2").clear());
  expect(await addColumn()).toBe("none");
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("A1:E3").load("values");
    await context.sync();
    expect(range.values[1]).toEqual(["a", 1, "", "", "x"]);
  });
});

test("what is missing, misshapen or outside of the grid is refused", async () => {
  await openTestOffice();
  await withTable();
  expect(await tried((_, { workbook }) => workbook.worksheets.getItem("None").getRange("A1").select())).toBe(
    "ItemNotFound",
  );
  expect(await tried((_, { workbook }) => workbook.tables.getItem("None").delete())).toBe("ItemNotFound");
  expect(await tried((sheet) => sheet.getRange("A0").select())).toBe("InvalidArgument");
  expect(await tried((sheet) => sheet.getRange("A1").getOffsetRange(-1, 0).select())).toBe("InvalidArgument");
  expect(await tried((sheet) => (sheet.getRange("A1:B2").values = [[1, 2]]))).toBe("InvalidArgument");
  expect(await tried((sheet) => (sheet.getRange("A1").values = [["x".repeat(32_768)]]))).toBe("InvalidArgument");
  expect(await tried((sheet) => sheet.tables.add("B2:C4", true))).toBe("InvalidOperation");
  expect(await tried((sheet) => sheet.getRange("A1:B1").merge())).toBe("InvalidOperation");
  expect(await tried((sheet) => sheet.tables.getItem("Customers").columns.add(undefined, [["a"], [1], [2], [3]]))).toBe(
    "InvalidArgument",
  );
});
