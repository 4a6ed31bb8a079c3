import { parseArea } from "../../host/model/address";
import type { Book, CellValue } from "../../host/model/book";
import { valueAt } from "../../host/model/cells";
import type { Chart } from "../../host/model/chart";
import type { DrawnChart } from "../charts/drawnChart";

/** A chart draws this many points of a series at most. */
const longestSeries = 2000;

/** A chart with the values that its series point at, as they are now. */
export function readChart(book: Book, chart: Chart): DrawnChart {
  return {
    chart: structuredClone(chart),
    series: chart.series.map((series) => ({
      name: textOf(referenced(book, series.nameReference)[0]) ?? series.name,
      categories: referenced(book, series.categories),
      values: referenced(book, series.values),
    })),
  };
}

/** The values of `Sheet!$A$1:$A$9`, row by row. A reference that leads nowhere has none. */
function referenced(book: Book, reference: string | null | undefined): CellValue[] {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(reference ?? "");
  if (!match) return [];
  const name = (match[1]?.replaceAll("''", "'") ?? match[2] ?? "").toLowerCase();
  const sheet = book.sheets.find((candidate) => candidate.name.toLowerCase() === name);
  const area = parseArea(match[3] ?? "");
  if (!sheet || !area) return [];
  const values: CellValue[] = [];
  for (let row = area.row; row < area.row + area.rows && values.length < longestSeries; row++) {
    for (let column = area.column; column < area.column + area.columns; column++)
      values.push(valueAt(sheet, row, column));
  }
  return values;
}

function textOf(value: CellValue | undefined): string | null {
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}
