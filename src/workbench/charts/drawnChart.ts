import type { CellValue } from "../../host/model/book";
import type { Chart } from "../../host/model/chart";

/** A series with the values that its references point at. */
export interface DrawnSeries {
  readonly name: string;
  readonly categories: readonly CellValue[];
  readonly values: readonly CellValue[];
}

/** A chart with the values it shows. */
export interface DrawnChart {
  readonly chart: Chart;
  /** One for each of the chart's series, in their order. */
  readonly series: readonly DrawnSeries[];
}

/** A category's name. */
export function labelText(value: CellValue): string {
  if (value === null) return "";
  return typeof value === "object" ? value.error : String(value);
}
