import { createHost } from "../../src/host/host";
import { newBook } from "../../src/host/model/newBook";
import type { Book } from "../../src/host/model/book";
import type { RequestBody } from "../../src/host/protocol";
import { openOffice } from "../../src/host/transports/officeInNode";
import { openTestOffice } from "./openTestOffice";

export interface ClientRequest {
  readonly label: string;
  readonly body: RequestBody;
}

/** The workbook that the requests speak of. */
export async function bookWithCustomers(withSummary = true): Promise<Book> {
  const book = newBook("Data");
  await openTestOffice(book);
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const data = worksheets.getItem("Data");
    data.getRange("A1:B3").values = [
      ["Name", "Score"],
      ["Ann", 1],
      ["Bo", 2],
    ];
    data.tables.add("A1:B3", true).name = "Customers";
    const other = worksheets.add("S");
    other.getRange("E3:F5").values = [
      ["k", "v"],
      ["b", 2],
      ["a", 1],
    ];
    other.tables.add("E3:F5", true).name = "T";
    if (withSummary) worksheets.add("Summary");
    await context.sync();
  });
  return book;
}

/** A deed per kind of request that a pane sends; the whole of each is one request. */
const deeds: Readonly<Record<string, (workbook: Excel.Workbook) => void>> = {
  "table read": ({ tables }) => {
    const table = tables.getItemOrNullObject("Customers");
    table.load("name,id,showTotals");
    table.getDataBodyRange().load("values,address");
    table.getHeaderRowRange().load("values");
  },
  "list of tables": ({ tables }) => {
    tables.load("items/name,items/worksheet/name");
  },
  "new sheet": ({ worksheets }) => {
    const sheet = worksheets.add("Summary");
    sheet.getRange("A1:B2").values = [
      ["a", "b"],
      [1, 2],
    ];
    sheet.activate();
  },
  "used range": ({ worksheets }) => {
    worksheets.getActiveWorksheet().getUsedRangeOrNullObject(true).load("address,values");
  },
  "new column and row": ({ tables }) => {
    const table = tables.getItem("Customers");
    const added = [["New"], [1], [2]];
    table.columns.add(undefined, added, "New");
    table.columns.getItemOrNullObject("Score").getDataBodyRange().values = [[3], [4]];
    table.rows.add(undefined, [[1, 2, 3]]);
  },
  "new table": ({ worksheets }) => {
    const table = worksheets.getItem("Summary").tables.add("A1:C4", true);
    table.name = "Tiers";
    table.style = "TableStyleMedium2";
    table.getRange().format.autofitColumns();
  },
  formats: ({ worksheets }) => {
    const range = worksheets.getItem("Summary").getRange("A1:C1");
    range.format.fill.color = "#217346";
    range.format.font.bold = true;
    range.format.font.color = "#FFFFFF";
    range.format.columnWidth = 90;
    range.numberFormat = [["0.0%", "0.0%", "0.0%"]];
    range.format.borders.getItem("EdgeBottom").style = "Continuous";
    range.format.horizontalAlignment = "Center";
  },
  "conditional formats": ({ worksheets }) => {
    const { conditionalFormats } = worksheets.getItem("Summary").getRange("A1:C9");
    const { cellValue } = conditionalFormats.add("CellValue");
    cellValue.format.font.color = "#FF0000";
    cellValue.rule = { formula1: "=0", operator: "LessThan" };
    conditionalFormats.add("ColorScale").colorScale.criteria = {
      minimum: { type: "LowestValue", color: "#FFFFFF" },
      maximum: { type: "HighestValue", color: "#217346" },
    };
  },
  "data validation": ({ worksheets }) => {
    worksheets.getItem("Summary").getRange("A2:A9").dataValidation.rule = {
      list: { inCellDropDown: true, source: "A,B" },
    };
  },
  chart: ({ worksheets }) => {
    const sheet = worksheets.getItem("Summary");
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Auto");
    chart.title.text = "Tiers";
    chart.name = "Tiers";
    chart.setPosition("E2", "J15");
    chart.legend.position = "Bottom";
    chart.series.getItemAt(0).name = "Customers";
  },
  events: ({ worksheets, tables }) => {
    const heard = (): Promise<void> => Promise.resolve();
    const sheet = worksheets.getItem("Summary");
    sheet.onChanged.add(heard);
    sheet.onActivated.add(heard);
    tables.getItem("Customers").onChanged.add(heard);
  },
  settings: ({ settings }) => {
    settings.add("k", { a: 1 });
    settings.getItemOrNullObject("k").load("value");
  },
  "custom part": ({ customXmlParts }) => {
    customXmlParts.add('<x xmlns="urn:x"/>').load("id");
    customXmlParts.getByNamespace("urn:x").getOnlyItemOrNullObject().getXml();
  },
  "selection and names": (workbook) => {
    const selected = workbook.getSelectedRange();
    selected.load("address");
    workbook.names.add("nm", selected);
    workbook.names.getItemOrNullObject("nm").getRange().select();
  },
  "rearranged sheet": ({ worksheets }) => {
    const sheet = worksheets.getItem("S");
    sheet.name = "S2";
    sheet.visibility = "Hidden";
    sheet.tabColor = "#217346";
    sheet.freezePanes.freezeRows(1);
    sheet.getRange("A1").clear("Contents");
    sheet.getRange("A:A").insert("Right");
    sheet.getRange("1:1").delete("Up");
    sheet.getRange("A1").getCell(0, 0).getResizedRange(2, 2).getOffsetRange(1, 1).formulas = [
      ["=1", "=2", "=3"],
      ["=1", "=2", "=3"],
      ["=1", "=2", "=3"],
    ];
    sheet.delete();
  },
  calculation: (workbook) => {
    workbook.application.suspendScreenUpdatingUntilNextSync();
    workbook.application.calculationMode = "Automatic";
    workbook.application.calculate("Full");
    workbook.functions.sum([1, 2] as never).load("value");
    workbook.context.runtime.enableEvents = false;
  },
  "tracked range": ({ worksheets, context }) => {
    const range = worksheets.getItem("S").getRange("A1");
    context.trackedObjects.add(range);
    range.load("values");
  },
  "sheets of a file": (workbook) => {
    workbook.insertWorksheetsFromBase64("UEsDBA==");
  },
  "filter and sort": ({ worksheets }) => {
    const sheet = worksheets.getItem("S");
    sheet.autoFilter.apply(sheet.getRange("A1:C9"), 0, { filterOn: "Values", values: ["a"] });
    sheet.tables.getItem("T").sort.apply([{ key: 0, ascending: true }]);
  },
};

/** Whether a request needs the workbook to be without the sheet Summary, which it adds. */
export const addsSummary = (label: string): boolean => label === "new sheet";

/** What today's office.js sends for each of the deeds. */
export async function clientRequests(): Promise<readonly ClientRequest[]> {
  const requests: ClientRequest[] = [];
  for (const [label, deed] of Object.entries(deeds)) {
    const host = createHost(await bookWithCustomers(!addsSummary(label)));
    const sentBodies: RequestBody[] = [];
    const realm = await openOffice({
      onEvents: () => () => undefined,
      processQuery: (sent, bytes) => {
        sentBodies.push(structuredClone(sent));
        return host.processQuery(sent, bytes);
      },
    });
    await realm.Excel.run(async (context) => {
      deed(context.workbook);
      await context.sync();
    }).catch(() => undefined);
    // What follows gives tracked ranges back.
    const [body] = sentBodies;
    if (body) requests.push({ label, body });
  }
  return requests;
}
