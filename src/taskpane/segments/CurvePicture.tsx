import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { SegmentationOutcome } from "../../engine/outcome";
import { useWords } from "../words";
import { tierColour, tierLetter } from "./tierColours";

export interface CurvePictureProps {
  readonly outcome: SegmentationOutcome;
}

/** Drawing area in units of the picture; room is left for the two axes. */
const frame = { left: 34, top: 20, width: 254, height: 140 };
const size = { width: 296, height: 190 };
const marks = [0, 0.5, 1];

const x = (customers: number): number => frame.left + customers * frame.width;
const y = (value: number): number => frame.top + (1 - value) * frame.height;

/** The curve over bands in the colours of the tiers. Hidden from screen readers: sentence and table say the same. */
export function CurvePicture({ outcome }: CurvePictureProps): ReactElement {
  const styles = useStyles();
  const { segments } = useWords();
  const { curve, groups } = outcome;
  const path = curve.map(({ customers, value }, i) => `${i === 0 ? "M" : "L"}${x(customers)} ${y(value)}`).join("");
  let before = 0;
  const bands = groups.map((group, tier) => {
    const from = before;
    before += group.shareOfCustomers;
    return { id: group.id, tier, from, to: before };
  });
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} className={styles.picture} aria-hidden="true" focusable="false">
      {bands.map(({ id, tier, from, to }) => (
        <g key={id}>
          <rect
            x={x(from)}
            y={y(0)}
            width={x(to) - x(from)}
            height="8"
            fill={tierColour(tier).fill}
            className={styles.band}
          />
          {to < 1 && <line x1={x(to)} x2={x(to)} y1={y(1)} y2={y(0)} className={styles.border} />}
          {to - from > 0.05 && (
            <text x={(x(from) + x(to)) / 2} y={y(0) - 6} textAnchor="middle" className={styles.letter}>
              {tierLetter(tier)}
            </text>
          )}
        </g>
      ))}
      {marks.map((mark) => (
        <g key={mark}>
          <line x1={x(0)} x2={x(1)} y1={y(mark)} y2={y(mark)} className={styles.axis} />
          <text x={frame.left - 4} y={y(mark) + 3} textAnchor="end" className={styles.number}>
            {mark * 100}%
          </text>
          <text
            x={x(mark)}
            y={y(0) + 18}
            textAnchor={mark === 0 ? "start" : mark === 1 ? "end" : "middle"}
            className={styles.number}
          >
            {mark === 0.5 ? segments.curveX : `${mark * 100}%`}
          </text>
        </g>
      ))}
      <text x={0} y={10} className={styles.number}>
        {segments.curveY}
      </text>
      <path d={path} className={styles.curve} />
    </svg>
  );
}

const useStyles = makeStyles({
  picture: { display: "block", width: "100%", height: "auto", maxWidth: "420px" },
  band: { stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: 0.5, forcedColorAdjust: "none" },
  border: { stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: 0.75, strokeDasharray: "3 3" },
  axis: { stroke: tokens.colorNeutralStroke2, strokeWidth: 0.75 },
  curve: { fill: "none", stroke: tokens.colorBrandStroke1, strokeWidth: 2, strokeLinejoin: "round" },
  number: { fill: tokens.colorNeutralForeground2, fontSize: "10px" },
  letter: { fill: tokens.colorNeutralForeground1, fontSize: "11px", fontWeight: tokens.fontWeightSemibold },
});
