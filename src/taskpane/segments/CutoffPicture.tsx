import { makeStyles, tokens } from "@fluentui/react-components";
import { type PointerEvent, type ReactElement, useState } from "react";

import type { InspectedColumn } from "../../actions/inspectTable";
import { useFigures } from "../words";
import type { TierEdit } from "./editTiers";
import { numberOf, type TierForm } from "./planForm";

export interface CutoffPictureProps {
  readonly spread: NonNullable<InspectedColumn["spread"]>;
  readonly tiers: readonly TierForm[];
  readonly disabled: boolean;
  readonly onEdit: (edit: TierEdit) => void;
}

const size = { width: 296, height: 96 };
const plot = { left: 6, right: 290, top: 8, bottom: 78 };

/**
 * How the column's values lie, with the cut-offs as lines that can be dragged. Hidden from screen readers: the fields
 * below hold the same numbers.
 */
export function CutoffPicture({ spread, tiers, disabled, onEdit }: CutoffPictureProps): ReactElement {
  const styles = useStyles();
  const { amount } = useFigures();
  const [dragged, setDragged] = useState<number | null>(null);
  const { from, to, counts } = spread;
  const most = Math.max(...counts, 1);
  const bin = (plot.right - plot.left) / counts.length;
  const x = (value: number): number => {
    const at = plot.left + ((value - from) / (to - from)) * (plot.right - plot.left);
    return Math.min(plot.right, Math.max(plot.left, at));
  };
  const drag = (event: PointerEvent<SVGSVGElement>): void => {
    if (dragged === null) return;
    const box = event.currentTarget.getBoundingClientRect();
    const at = ((event.clientX - box.left) / box.width) * size.width;
    const part = Math.min(1, Math.max(0, (at - plot.left) / (plot.right - plot.left)));
    onEdit({ kind: "cutoff", tier: dragged, percent: String(stepped(from + part * (to - from), to - from)) });
  };
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      className={styles.picture}
      aria-hidden="true"
      focusable="false"
      onPointerMove={drag}
      onPointerUp={() => setDragged(null)}
    >
      {counts.map((count, i) => {
        const height = (count / most) * (plot.bottom - plot.top);
        return (
          <rect
            key={i}
            x={plot.left + i * bin + 0.5}
            y={plot.bottom - height}
            width={bin - 1}
            height={height}
            className={styles.bar}
          />
        );
      })}
      {tiers.slice(0, -1).map(({ id, cutoff }, i) => {
        const value = numberOf(cutoff);
        if (Number.isNaN(value)) return null;
        return (
          <g
            key={id}
            className={disabled ? undefined : styles.handle}
            onPointerDown={(event) => {
              if (disabled) return;
              event.currentTarget.ownerSVGElement?.setPointerCapture(event.pointerId);
              setDragged(i);
            }}
          >
            <rect x={x(value) - 8} y={0} width={16} height={plot.bottom} fill="transparent" />
            <line x1={x(value)} x2={x(value)} y1={0} y2={plot.bottom} className={styles.cut} />
            <circle cx={x(value)} cy={5} r={4} className={styles.grip} />
          </g>
        );
      })}
      <text x={plot.left} y={92} className={styles.number}>
        {amount(from)}
      </text>
      <text x={plot.right} y={92} textAnchor="end" className={styles.number}>
        {amount(to)}
      </text>
    </svg>
  );
}

/** The nearest round number that a pixel of the picture can mean: a two-hundredth of the span, as 1, 10, 100 … */
function stepped(value: number, span: number): number {
  const step = 10 ** Math.floor(Math.log10(span / 200));
  return Number((Math.round(value / step) * step).toPrecision(12));
}

const useStyles = makeStyles({
  picture: { display: "block", width: "100%", height: "auto", maxWidth: "420px", touchAction: "none" },
  bar: { fill: tokens.colorNeutralStroke1 },
  handle: { cursor: "ew-resize" },
  cut: { stroke: tokens.colorBrandStroke1, strokeWidth: 2 },
  grip: { fill: tokens.colorBrandStroke1 },
  number: { fill: tokens.colorNeutralForeground2, fontSize: "10px" },
});
