import type { ReactElement } from "react";
import type { ChartView } from "../hostProtocol";
import { headerHeight, type Geometry } from "./geometry";

interface ChartLayerProps {
  readonly charts: readonly ChartView[];
  readonly geometry: Geometry;
  readonly left: number;
  readonly top: number;
  readonly view: { readonly width: number; readonly height: number };
}

/** The sheet's charts, over its cells and under the headers and the frozen panes. */
export function ChartLayer({ charts, geometry, left, top, view }: ChartLayerProps): ReactElement | null {
  if (charts.length === 0) return null;
  const x = geometry.headerWidth + geometry.frozenWidth;
  const y = headerHeight + geometry.frozenHeight;
  return (
    <div
      className="chart-layer"
      style={{ left: x, top: y, width: Math.max(0, view.width - x), height: Math.max(0, view.height - y) }}
    >
      {charts.map(({ chart }) => (
        <div
          key={chart.id}
          className="chart"
          style={{
            left: toPixels(chart.left) - left - geometry.frozenWidth,
            top: toPixels(chart.top) - top - geometry.frozenHeight,
            width: toPixels(chart.width),
            height: toPixels(chart.height),
          }}
        >
          {chart.title}
        </div>
      ))}
    </div>
  );
}

function toPixels(points: number): number {
  return (points * 4) / 3;
}
