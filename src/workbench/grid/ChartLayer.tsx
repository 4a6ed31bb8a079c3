import type { ReactElement } from "react";
import { ChartDrawing } from "../charts/ChartDrawing";
import type { DrawnChart } from "../charts/drawnChart";
import { headerHeight, type Geometry } from "./geometry";

interface ChartLayerProps {
  readonly charts: readonly DrawnChart[];
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
      {charts.map((drawn) => (
        <div
          key={drawn.chart.id}
          className="chart"
          style={{
            left: toPixels(drawn.chart.left) - left - geometry.frozenWidth,
            top: toPixels(drawn.chart.top) - top - geometry.frozenHeight,
            width: toPixels(drawn.chart.width),
            height: toPixels(drawn.chart.height),
          }}
        >
          <ChartDrawing drawn={drawn} width={toPixels(drawn.chart.width)} height={toPixels(drawn.chart.height)} />
        </div>
      ))}
    </div>
  );
}

function toPixels(points: number): number {
  return (points * 4) / 3;
}
