import type { DocBlock } from "../reports/sheetDoc";
import { rangeAt, type Place } from "./address";

type ChartBlock = Extract<DocBlock, { kind: "chart" }>;
type TableBlock = Extract<DocBlock, { kind: "table" }>;

/** Blue bars and an orange line: told apart by people who see no red or green. */
const barColor = "#1F4E79";
const lineColor = "#C55A11";

/** Puts a native chart into the batch: bars, and beside them more bars or a cumulative share on a second axis. */
export function queueChart(sheet: Excel.Worksheet, block: ChartBlock, table: TableBlock): void {
  const bars = valuesOf(sheet, block, table, block.chart.bars);
  const chart = sheet.charts.add("ColumnClustered", bars, "Columns");
  chart.name = block.name;
  chart.title.text = block.title;
  chart.legend.position = "Bottom";
  chart.legend.visible = true;
  // From corner cell to corner cell, so that it covers nothing else, whatever font decides the height of a row.
  const right = block.column + block.columns - 1;
  const bottom = block.row + block.rows - 1;
  chart.setPosition(
    sheet.getRangeByIndexes(block.row, block.column, 1, 1),
    sheet.getRangeByIndexes(bottom, right, 1, 1),
  );
  const second = chart.series.add(block.chart.line);
  // Excel gives a series without values no type, axis or colour.
  queueSeries(sheet, chart, block, table);
  chart.series.getItemAt(0).format.fill.setSolidColor(barColor);
  if (block.chart.kind === "pareto") {
    second.chartType = "LineMarkers";
    second.axisGroup = "Secondary";
    second.format.line.color = lineColor;
  } else second.format.fill.setSolidColor(lineColor);
  chart.axes.valueAxis.numberFormat = "0%";
  if (block.chart.kind === "columns") return;
  const share = chart.axes.getItem("Value", "Secondary");
  share.minimum = 0;
  share.maximum = 1;
  share.numberFormat = "0%";
}

/** Puts the pointing of a chart's two series at the table's present rows into the batch. */
export function queueSeries(sheet: Excel.Worksheet, chart: Excel.Chart, block: ChartBlock, table: TableBlock): void {
  const categories = valuesOf(sheet, block, table, block.chart.categories);
  [block.chart.bars, block.chart.line].forEach((header, i) => {
    const series = chart.series.getItemAt(i);
    series.name = header;
    series.setValues(valuesOf(sheet, block, table, header));
    series.setXAxisValues(categories);
  });
}

function valuesOf(sheet: Excel.Worksheet, block: ChartBlock, table: TableBlock, header: string): Excel.Range {
  const index = table.columns.findIndex((column) => column.header === header);
  const place: Place = {
    row: table.row + 1,
    column: table.column + Math.max(0, index),
    rows: Math.max(1, Math.min(block.chart.rows ?? table.rows.length, table.rows.length)),
    columns: 1,
  };
  return rangeAt(sheet, place);
}
