/** One series; references are formulas without "=", e.g. "Segments!$B$5:$B$8". */
export interface ChartSeries {
  name: string;
  /** Reference of the name, where it comes from a cell. */
  nameReference?: string;
  categories: string | null;
  values: string;
  /** Excel's word, e.g. "ColumnClustered" or "Line"; a combined chart mixes them. */
  chartType: string;
  axisGroup: "Primary" | "Secondary";
  /** "#RRGGBB"; absent: the chart's own colours. */
  color?: string;
  markers: boolean;
}

export interface ChartAxis {
  title: string | null;
  numberFormat: string | null;
  minimum: number | null;
  maximum: number | null;
  visible: boolean;
}

/** An embedded chart. Positions are in points from the sheet's corner. */
export interface Chart {
  readonly id: string;
  name: string;
  chartType: string;
  title: string | null;
  legend: { visible: boolean; position: "Top" | "Bottom" | "Left" | "Right" };
  readonly series: ChartSeries[];
  readonly axes: { category: ChartAxis; value: ChartAxis; secondaryValue: ChartAxis };
  left: number;
  top: number;
  width: number;
  height: number;
  /** True for a chart read from a file that the host draws and carries but does not rewrite. */
  foreign: boolean;
}

/** An axis as Excel makes it. */
export function plainAxis(): ChartAxis {
  return { title: null, numberFormat: null, minimum: null, maximum: null, visible: true };
}
