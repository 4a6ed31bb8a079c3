import { codeOf } from "./codeOf";
import { openTestOffice } from "./openTestOffice";

test("sheets are added, found, renamed, moved, hidden and deleted, and formulas follow", async () => {
  const { host } = await openTestOffice();
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const first = worksheets.getFirst();
    const data = worksheets.add("Data 2024");
    data.getRange("A1").values = [[5]];
    first.getRange("A1:A2").formulas = [["='Data 2024'!A1*2"], ["=IFERROR('Data 2024'!A1,\"gone\")"]];
    data.name = "资料";
    data.position = 0;
    data.tabColor = "#ff0000";
    data.showGridlines = false;
    data.load("name,position,tabColor,showGridlines,visibility");
    const formula = first.getRange("A1").load("formulas,values");
    worksheets.load("items/name");
    const count = worksheets.getCount();
    const none = worksheets.getItemOrNullObject("data 2024");
    await context.sync();
    expect(data.toJSON()).toMatchObject({
      name: "资料",
      position: 0,
      tabColor: "#FF0000",
      showGridlines: false,
      visibility: "Visible",
    });
    expect(formula.formulas[0]![0]).toContain("资料");
    expect(formula.values).toEqual([[10]]);
    expect(worksheets.items.map(({ name }) => name)).toEqual(["资料", "Sheet1"]);
    expect([count.value, none.isNullObject]).toEqual([2, true]);
    data.visibility = "Hidden";
    data.delete();
    formula.load("formulas,values");
    const caught = first.getRange("A2").load("values");
    await context.sync();
    expect(formula.formulas[0]![0]).toContain("#REF!");
    expect(formula.values).toEqual([["#REF!"]]);
    expect(caught.values).toEqual([["gone"]]);
  });
  expect(host.missing).toEqual([]);
});

test("panes freeze, pages are laid out, and both are read back", async () => {
  const { book } = await openTestOffice();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.freezePanes.freezeAt(sheet.getRange("A1:B3"));
    const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
    sheet.pageLayout.orientation = "Landscape";
    sheet.pageLayout.paperSize = "A4";
    sheet.pageLayout.centerHorizontally = true;
    sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
    sheet.pageLayout.setPrintArea("A1:F40");
    sheet.pageLayout.setPrintTitleRows("$1:$3");
    await context.sync();
    expect(frozen.address).toBe("Sheet1!A1:B3");
    sheet.freezePanes.unfreeze();
    sheet.freezePanes.freezeRows(2);
    await context.sync();
  });
  expect(book.sheets[0]!.freeze).toEqual({ rows: 2, columns: 0 });
  expect(book.sheets[0]!.pageLayout).toEqual({
    orientation: "Landscape",
    paperSize: "A4",
    centerHorizontally: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printArea: "A1:F40",
    titleRows: "1:3",
  });
});

test("a print scale and page breaks are kept, and breaks stay with their rows", async () => {
  const { book } = await openTestOffice();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
    sheet.pageLayout.zoom = { scale: 65 };
    sheet.horizontalPageBreaks.add("A88");
    const second = sheet.horizontalPageBreaks.add("A46").getCellAfterBreak().load("address");
    sheet.getRange("3:4").insert("Down");
    const count = sheet.horizontalPageBreaks.getCount();
    const layout = sheet.pageLayout.load("zoom");
    await context.sync();
    expect([second.address, count.value]).toEqual(["Sheet1!A46", 2]);
    expect(layout.zoom).toEqual({ scale: 65 });
  });
  expect(book.sheets[0]!.pageLayout).toMatchObject({ scale: 65, fitToWidth: 0, rowBreaks: [47, 89] });
});

test("the application, the selection and the workbook answer", async () => {
  const { book } = await openTestOffice();
  await Excel.run(async (context) => {
    const { workbook } = context;
    workbook.application.suspendApiCalculationUntilNextSync();
    workbook.application.suspendScreenUpdatingUntilNextSync();
    workbook.application.calculationMode = "Manual";
    workbook.worksheets.getFirst().getRange("B2:C4").select();
    const selected = workbook.getSelectedRange().load("address");
    const active = workbook.getActiveCell().load("address");
    workbook.load("name,readOnly,isDirty");
    workbook.application.load("calculationMode,calculationState");
    await context.sync();
    expect([selected.address, active.address]).toEqual(["Sheet1!B2:C4", "Sheet1!B2"]);
    expect([workbook.readOnly, workbook.isDirty, workbook.application.calculationMode]).toEqual([
      false,
      true,
      "Manual",
    ]);
  });
  expect(book.calculationMode).toBe("Manual");
});

test("names, settings and custom XML parts are kept, changed and deleted", async () => {
  const { host, book } = await openTestOffice();
  await Excel.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.getFirst();
    const name = workbook.names.add("Cut", sheet.getRange("A1:A3"), "cut-offs");
    workbook.names.add("Rate", 0.5 as never);
    sheet.names.add("Cut", "=Sheet1!$B$1");
    const range = workbook.names.getItem("cut").getRange().load("address");
    const own = sheet.names.getItem("Cut").load("scope,formula");
    name.load("formula,value,type,scope,comment");
    workbook.names.load("items/name");
    workbook.settings.add("id", { store: "x", list: [1, 2] });
    const setting = workbook.settings.getItem("id").load("value");
    const none = workbook.settings.getItemOrNullObject("none");
    const part = workbook.customXmlParts.add('<?xml version="1.0"?><t:plan xmlns:t="urn:t" v="1"/>');
    workbook.customXmlParts.add("<other/>");
    const found = workbook.customXmlParts.getByNamespace("urn:t").getOnlyItemOrNullObject();
    const xml = found.getXml();
    await context.sync();
    expect(range.address).toBe("Sheet1!A1:A3");
    expect([name.formula, name.value, name.type, name.scope, name.comment]).toEqual([
      "=Sheet1!$A$1:$A$3",
      "Sheet1!A1:A3",
      "Range",
      "Workbook",
      "cut-offs",
    ]);
    expect([own.scope, own.formula]).toEqual(["Worksheet", "=Sheet1!$B$1"]);
    expect(workbook.names.items.map((one) => one.name)).toEqual(["Cut", "Rate"]);
    expect([setting.value, none.isNullObject]).toEqual([{ store: "x", list: [1, 2] }, true]);
    expect(xml.value).toContain("urn:t");
    found.setXml('<plan xmlns="urn:t" v="2"/>');
    name.delete();
    setting.delete();
    const changed = part.getXml();
    await context.sync();
    expect(changed.value).toContain('v="2"');
    expect(
      await codeOf(
        Excel.run(async (inner) => {
          inner.workbook.names.add("A1", "=1");
          await inner.sync();
        }),
      ),
    ).toBe("InvalidArgument");
  });
  expect(host.missing).toEqual([]);
  expect(book.names.map((one) => [one.name, one.formula])).toEqual([
    ["Rate", "=0.5"],
    ["Cut", "=Sheet1!$B$1"],
  ]);
  expect([book.settings.size, book.customXmlParts.length]).toEqual([0, 2]);
});

test("rules for looks and entries are kept as given and give way where others come", async () => {
  const { host, book } = await openTestOffice();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const range = sheet.getRange("A2:A9");
    const cell = range.conditionalFormats.add("CellValue");
    cell.cellValue.format.font.color = "red";
    cell.cellValue.format.fill.color = "#FFEEEE";
    cell.cellValue.rule = { formula1: "=0", operator: "LessThan" };
    const custom = range.conditionalFormats.add("Custom");
    custom.custom.rule.formula = "=$B2>0";
    custom.custom.format.font.bold = true;
    const scale = range.conditionalFormats.add("ColorScale");
    scale.colorScale.criteria = {
      minimum: { type: "LowestValue", color: "#FFFFFF" },
      maximum: { type: "HighestValue", color: "#1F4E79" },
    };
    const text = range.conditionalFormats.add("ContainsText");
    text.textComparison.rule = { operator: "Contains", text: "x" };
    range.conditionalFormats.add("DataBar").dataBar.positiveFormat.fillColor = "#1F4E79";
    range.conditionalFormats.load("items/type,items/id");
    sheet.getRange("B2:B9").dataValidation.rule = { list: { inCellDropDown: true, source: "A,B,C" } };
    sheet.getRange("B2:B9").dataValidation.errorAlert = {
      message: "Pick one",
      showAlert: true,
      style: "Stop",
      title: "Tier",
    };
    sheet.getRange("B4:B5").dataValidation.rule = { wholeNumber: { formula1: 1, operator: "GreaterThan" } };
    const validation = sheet.getRange("B2").dataValidation.load("rule,type,errorAlert");
    await context.sync();
    expect(range.conditionalFormats.items.map(({ type }) => type)).toEqual([
      "DataBar",
      "ContainsText",
      "ColorScale",
      "Custom",
      "CellValue",
    ]);
    expect([validation.type, validation.rule]).toEqual(["List", { list: { inCellDropDown: true, source: "A,B,C" } }]);
    expect(validation.errorAlert.message).toBe("Pick one");
    custom.delete();
    sheet.getRange("A2:A3").conditionalFormats.clearAll();
    await context.sync();
  });
  expect(host.missing).toEqual([]);
  const [sheet] = book.sheets;
  expect(sheet!.conditionalFormats.map(({ kind, area }) => [kind, area.row, area.rows])).toEqual([
    ["dataBar", 3, 6],
    ["containsText", 3, 6],
    ["colorScale", 3, 6],
    ["cellValue", 3, 6],
  ]);
  expect(sheet!.conditionalFormats.at(-1)).toMatchObject({
    rule: { formula1: "=0", operator: "LessThan" },
    format: { fontColor: "#FF0000", fillColor: "#FFEEEE" },
  });
  expect(sheet!.validations.map(({ area }) => [area.row, area.rows])).toEqual([
    [1, 2],
    [5, 4],
    [3, 2],
  ]);
});
