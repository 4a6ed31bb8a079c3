import { openTestOffice } from "./openTestOffice";

/** Runs over the first sheet with A1:C3 filled. */
async function onSheet(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<void>) {
  const office = await openTestOffice();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:C3").values = [
      ["k", "n", "v"],
      ["a", 2, 10],
      ["b", 1, 20],
    ];
    await work(sheet, context);
  });
  expect(office.host.missing).toEqual([]);
  return office;
}

test("ranges are reached from ranges", async () => {
  await onSheet(async (sheet, context) => {
    const range = sheet.getRange("B2:C3");
    const reached = [
      range.getCell(1, 1),
      range.getRow(1),
      range.getColumn(0),
      range.getLastCell(),
      range.getLastRow(),
      range.getLastColumn(),
      range.getOffsetRange(1, -1),
      range.getResizedRange(1, 0),
      range.getAbsoluteResizedRange(1, 1),
      range.getEntireRow(),
      range.getEntireColumn(),
      range.getBoundingRect("E9"),
      range.getIntersection("A1:B2"),
      range.getRowsBelow(2),
      range.getColumnsAfter(1),
      range.getUsedRange(true),
      sheet.getRange("A1").getSurroundingRegion(),
      sheet.getRangeByIndexes(4, 1, 2, 3),
    ].map((one) => one.load("address"));
    const none = range.getIntersectionOrNullObject("F9");
    await context.sync();
    expect(reached.map(({ address }) => address.replace("Sheet1!", ""))).toEqual(
      "C3 B3:C3 B2:B3 C3 B3:C3 C2:C3 A3:B4 B2:C4 B2 2:3 B:C B2:E9 B2 B4:C5 D2:D3 B2:C3 A1:C3 B5:D6".split(" "),
    );
    expect(none.isNullObject).toBe(true);
  });
});

test("a range says where it is and what is hidden", async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange("2:2").rowHidden = true;
    const range = sheet
      .getRange("A1:C3")
      .load("rowIndex,columnIndex,rowCount,columnCount,cellCount,rowHidden,columnHidden,hidden,isEntireRow,hasSpill");
    const row = sheet.getRange("A2").load("hidden");
    const shown = range.getVisibleView().load("values");
    await context.sync();
    expect(range.toJSON()).toEqual({
      rowIndex: 0,
      columnIndex: 0,
      rowCount: 3,
      columnCount: 3,
      cellCount: 9,
      rowHidden: null,
      columnHidden: false,
      hidden: null,
      isEntireRow: false,
      hasSpill: false,
    });
    expect(row.hidden).toBe(true);
    expect(shown.values.map(([key]) => key as string)).toEqual(["k", "b"]);
  });
});

test("copying moves relative references, takes values or looks alone, and crosses sheets", async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange("D2").formulas = [["=B2*$C$2"]];
    sheet.getRange("D2").format.font.bold = true;
    sheet.getRange("D3").copyFrom("D2");
    sheet.getRange("E3").copyFrom("D2", "Values");
    sheet.getRange("F3").copyFrom("D2", "Formats");
    const other = context.workbook.worksheets.add("Other");
    other.getRange("A1:A2").copyFrom(sheet.getRange("D2:D3"), "Values");
    other.getRange("B1").copyFrom("Sheet1!A1:C2", "All", false, true);
    const copies = sheet.getRange("D3:F3").load("formulas,values");
    const bold = ["D3", "E3", "F3"].map((address) => sheet.getRange(address).format.font.load("bold"));
    const across = other.getRange("A1:C3").load("values");
    await context.sync();
    expect(copies.formulas).toEqual([["=B3*$C$2", 20, ""]]);
    expect(copies.values).toEqual([[10, 20, ""]]);
    expect(bold.map((font) => font.bold)).toEqual([true, false, true]);
    expect(across.values).toEqual([
      [20, "k", "a"],
      [10, "n", 2],
      ["", "v", 10],
    ]);
  });
});

test("clearing takes content, looks or both", async () => {
  await onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1:C1");
    range.format.fill.color = "#FF0000";
    sheet.getRange("A1").clear("Contents");
    sheet.getRange("B1").clear("Formats");
    sheet.getRange("C1").clear();
    range.load("values");
    const fills = ["A1", "B1", "C1"].map((address) => sheet.getRange(address).format.fill.load("color"));
    await context.sync();
    expect(range.values).toEqual([["", "n", ""]]);
    expect(fills.map(({ color }) => color)).toEqual(["#FF0000", "#FFFFFF", "#FFFFFF"]);
  });
});

test("cells come and go, and formulas, names and links follow", async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange("E5").formulas = [["=SUM(C2:C3)"]];
    context.workbook.names.add("Amounts", sheet.getRange("C2:C3"));
    sheet.getRange("C9").hyperlink = { address: "https://example.com", textToDisplay: "link" };
    sheet.getRange("A1:C1").insert("Down");
    sheet.getRange("B:B").delete("Left");
    const formula = sheet.getRange("D5").load("formulas,values");
    const link = sheet.getRange("B10").load("hyperlink,values");
    const name = context.workbook.names.getItem("Amounts").load("formula,value");
    await context.sync();
    expect(formula.formulas).toEqual([["=SUM(B3:B4)"]]);
    expect(formula.values).toEqual([[30]]);
    expect(link.hyperlink).toMatchObject({ address: "https://example.com" });
    expect(link.values).toEqual([["link"]]);
    expect([name.formula, name.value]).toEqual(["=Sheet1!$B$3:$B$4", "Sheet1!B3:B4"]);
  });
});

test("rows are sorted with blanks last and equal rows in their order", async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange("A1:B6").values = [
      ["b", 1],
      ["", 2],
      ["a", 3],
      [5, 4],
      [true, 5],
      ["a", 6],
    ];
    sheet.getRange("A1:B6").sort.apply([{ key: 0, ascending: true }]);
    const sorted = sheet.getRange("A1:B6").load("values");
    await context.sync();
    expect(sorted.values).toEqual([
      [5, 4],
      ["a", 3],
      ["a", 6],
      ["b", 1],
      [true, 5],
      ["", 2],
    ]);
  });
});

test("merged cells keep the first content and are found again", async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange("A1:C1").merge();
    const found = sheet.getRange("A1:A2").getMergedAreasOrNullObject().load("address");
    // Excel tells of merged cells that begin in the range, not of those that reach into it.
    const reaching = sheet.getRange("B1:B2").getMergedAreasOrNullObject().load("address");
    const values = sheet.getRange("A1:C1").load("values");
    await context.sync();
    expect(found.address).toBe("Sheet1!A1:C1");
    expect(reaching.isNullObject).toBe(true);
    expect(values.values).toEqual([["k", "", ""]]);
  });
});

test("looks are set for all cells and read where the cells agree", async () => {
  const { book } = await onSheet(async (sheet, context) => {
    const { format } = sheet.getRange("A1:B2");
    format.fill.color = "orange";
    format.font.bold = true;
    format.font.color = "#123456";
    format.font.size = 14;
    format.horizontalAlignment = "Center";
    format.verticalAlignment = "Top";
    format.wrapText = true;
    format.indentLevel = 2;
    format.columnWidth = 100;
    format.rowHeight = 30;
    format.borders.getItem("EdgeBottom").style = "Continuous";
    format.borders.getItem("EdgeBottom").color = "#00FF00";
    format.borders.getItem("InsideVertical").style = "Dash";
    sheet.getRange("C:C").numberFormat = [["0.00"]];
    sheet.getRange("A1:B2").numberFormat = [
      ["0", "@"],
      ["0%", "General"],
    ];
    await context.sync();
    const all = sheet.getRange("A1:B2");
    all.load(
      "numberFormat,format/wrapText,format/indentLevel,format/columnWidth,format/rowHeight,format/fill/color,format/font/bold,format/font/size",
    );
    const more = sheet.getRange("A1:C1").load("format/font/bold,format/fill/color");
    const bottom = sheet.getRange("A2").format.borders.getItem("EdgeBottom").load("style,color,weight");
    const right = sheet.getRange("A1").format.borders.getItem("EdgeRight").load("style");
    const later = sheet.getRange("C99").load("numberFormat");
    await context.sync();
    expect(all.numberFormat).toEqual([
      ["0", "@"],
      ["0%", "General"],
    ]);
    expect(all.format.toJSON()).toMatchObject({
      wrapText: true,
      indentLevel: 2,
      rowHeight: 30,
      fill: { color: "#FFA500" },
      font: { bold: true, size: 14 },
    });
    expect(all.format.columnWidth).toBeCloseTo(100, 0);
    expect([more.format.font.bold, more.format.fill.color]).toEqual([null, ""]);
    expect([bottom.style, bottom.color, bottom.weight, right.style]).toEqual(["Continuous", "#00FF00", "Thin", "Dash"]);
    expect(later.numberFormat).toEqual([["0.00"]]);
  });
  expect(book.styles.length).toBeLessThan(20);
});

test("an empty sheet's used range is its first cell, and a null object where asked for", async () => {
  await openTestOffice();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const first = sheet.getUsedRange().load("address");
    const none = sheet.getUsedRangeOrNullObject();
    await context.sync();
    expect([first.address, none.isNullObject]).toEqual(["Sheet1!A1", true]);
    sheet.getRange("D4").format.fill.color = "red";
    sheet.getRange("B2").values = [[1]];
    const all = sheet.getUsedRange().load("address");
    const values = sheet.getUsedRange(true).load("address");
    await context.sync();
    expect([all.address, values.address]).toEqual(["Sheet1!B2:D4", "Sheet1!B2"]);
  });
});
