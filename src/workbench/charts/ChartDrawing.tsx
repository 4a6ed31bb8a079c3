import type { ReactElement } from "react";
import { chartShapes } from "./chartShapes";
import type { DrawnChart } from "./drawnChart";
import type { Point, Shape } from "./shape";

/** Fonts that have Latin and Chinese letters on every system, Excel's first. */
const fonts = 'Calibri, "Segoe UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';

interface ChartDrawingProps {
  readonly drawn: DrawnChart;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** A chart, drawn. */
export function ChartDrawing({ drawn, width, height }: ChartDrawingProps): ReactElement {
  const { chart } = drawn;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={chart.title ?? chart.name}
      fontFamily={fonts}
    >
      {chartShapes(drawn, width, height).map((shape, i) => (
        // Shapes have no identity of their own and are all drawn anew.
        <Drawn key={i} shape={shape} />
      ))}
    </svg>
  );
}

function Drawn({ shape }: { readonly shape: Shape }): ReactElement {
  switch (shape.kind) {
    case "rect":
      return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} fill={shape.fill} />;
    case "line":
      return (
        <polyline
          points={pointList(shape.points)}
          fill="none"
          stroke={shape.stroke}
          strokeWidth={shape.width}
          strokeLinejoin="round"
        />
      );
    case "polygon":
      return <polygon points={pointList(shape.points)} fill={shape.fill} />;
    case "dot":
      return <circle cx={shape.x} cy={shape.y} r={shape.radius} fill={shape.fill} />;
    case "slice":
      return <path d={slicePath(shape)} fill={shape.fill} stroke="#FFFFFF" strokeWidth={1.5} fillRule="evenodd" />;
    case "text":
      return (
        <text
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          textAnchor={shape.anchor}
          fill={shape.fill}
          transform={shape.turn === undefined ? undefined : `rotate(${shape.turn} ${short(shape.x)} ${short(shape.y)})`}
        >
          {shape.text}
        </text>
      );
  }
}

function slicePath({ x, y, radius, hole, from, to }: Extract<Shape, { kind: "slice" }>): string {
  // A circle in one arc has no ends and would vanish: a slice stops short of the full turn.
  const end = to - from > 0.9999 ? from + 0.9999 : to;
  const large = end - from > 0.5 ? 1 : 0;
  const at = (turn: number, distance: number): string =>
    `${short(x + distance * Math.sin(2 * Math.PI * turn))} ${short(y - distance * Math.cos(2 * Math.PI * turn))}`;
  const outer = `M${at(from, radius)}A${radius} ${radius} 0 ${large} 1 ${at(end, radius)}`;
  return hole === 0
    ? `${outer}L${x} ${y}Z`
    : `${outer}L${at(end, hole)}A${hole} ${hole} 0 ${large} 0 ${at(from, hole)}Z`;
}

function pointList(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${short(x)},${short(y)}`).join(" ");
}

function short(length: number): number {
  return Math.round(length * 100) / 100;
}
