import { codeOf } from "./codeOf";
import { openTestOffice } from "./openTestOffice";

async function withNumbers(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<void>) {
  const office = await openTestOffice();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.name = "Segments";
    sheet.getRange("A1:C4").values = [
      ["Tier", "Value", "Share"],
      ["A", 80, 0.8],
      ["B", 15, 0.95],
      ["C", 5, 1],
    ];
    await work(sheet, context);
  });
  expect(office.host.missing).toEqual([]);
  return office;
}

test("a chart takes its series, names and categories from its range", async () => {
  const { book } = await withNumbers(async (sheet, context) => {
    sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"), "Auto");
    sheet.charts.add("BarClustered", sheet.getRange("A1:C4"), "Rows");
    await context.sync();
  });
  const [columns, bars] = book.sheets[0]!.charts;
  expect(
    columns!.series.map(({ name, nameReference, categories, values }) => [name, nameReference, categories, values]),
  ).toEqual([
    ["Value", "Segments!$B$1", "Segments!$A$2:$A$4", "Segments!$B$2:$B$4"],
    ["Share", "Segments!$C$1", "Segments!$A$2:$A$4", "Segments!$C$2:$C$4"],
  ]);
  expect(bars!.series.map(({ name, categories, values }) => [name, categories, values])).toEqual([
    ["A", "Segments!$B$1:$C$1", "Segments!$B$2:$C$2"],
    ["B", "Segments!$B$1:$C$1", "Segments!$B$3:$C$3"],
    ["C", "Segments!$B$1:$C$1", "Segments!$B$4:$C$4"],
  ]);
});

test("a Pareto chart is made of bars and a line on a second axis", async () => {
  const { book } = await withNumbers(async (sheet, context) => {
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("B2:B4"), "Columns");
    chart.name = "Pareto";
    chart.title.text = "Value by tier";
    chart.legend.position = "Bottom";
    chart.setPosition("E2", "J12");
    const line = chart.series.add("Share");
    line.setValues(sheet.getRange("C2:C4"));
    line.setXAxisValues(sheet.getRange("A2:A4"));
    line.chartType = "LineMarkers";
    line.axisGroup = "Secondary";
    line.format.line.color = "#C55A11";
    chart.series.getItemAt(0).format.fill.setSolidColor("#1F4E79");
    const axis = chart.axes.getItem("Value", "Secondary");
    axis.minimum = 0;
    axis.maximum = 1;
    axis.numberFormat = "0%";
    axis.title.text = "Share";
    chart.load("left,top,width,height,name");
    chart.series.load("items/name,items/chartType");
    const none = sheet.charts.getItemOrNullObject("None");
    await context.sync();
    expect([chart.top, none.isNullObject]).toEqual([15, true]);
    expect(chart.height).toBe(165);
    expect(chart.series.items.map(({ name, chartType }) => [name, chartType])).toEqual([
      ["Series1", "ColumnClustered"],
      ["Share", "LineMarkers"],
    ]);
    sheet.getRange("1:1").insert("Down");
    sheet.name = "分群";
    await context.sync();
  });
  const [chart] = book.sheets[0]!.charts;
  expect(chart!.series[1]).toMatchObject({ axisGroup: "Secondary", color: "#C55A11", markers: true });
  expect(chart!.series[1]!.values).toMatch(/^'?分群'?!\$C\$3:\$C\$5$/);
  expect(chart!.axes.secondaryValue).toEqual({
    title: "Share",
    numberFormat: "0%",
    minimum: 0,
    maximum: 1,
    visible: true,
  });
});

test("a chart is found by name, given other data and deleted", async () => {
  const { book } = await withNumbers(async (sheet, context) => {
    sheet.charts.add("Line", sheet.getRange("A1:B4")).name = "Trend";
    const chart = sheet.charts.getItem("trend");
    chart.setData(sheet.getRange("A1:C4"), "Columns");
    const count = chart.series.getCount();
    await context.sync();
    expect(count.value).toBe(2);
    chart.delete();
    await context.sync();
  });
  expect(book.sheets[0]!.charts).toEqual([]);
});

test("a chart type that is not played is refused", async () => {
  await openTestOffice();
  const treemap = Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.charts.add("Treemap", sheet.getRange("A1:B4"));
    await context.sync();
  });
  expect(await codeOf(treemap)).toBe("InvalidArgument");
});
