/** A stroke of the pen: what a drawing of a chart consists of. Lengths are CSS pixels from the chart's corner. */
export type Shape =
  | {
      readonly kind: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
    }
  | { readonly kind: "line"; readonly points: readonly Point[]; readonly stroke: string; readonly width: number }
  | { readonly kind: "polygon"; readonly points: readonly Point[]; readonly fill: string }
  | { readonly kind: "dot"; readonly x: number; readonly y: number; readonly radius: number; readonly fill: string }
  | {
      readonly kind: "slice";
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      /** Radius of the hole; zero for a pie. */
      readonly hole: number;
      /** Turns clockwise from twelve o'clock, 0 to 1. */
      readonly from: number;
      readonly to: number;
      readonly fill: string;
    }
  | {
      readonly kind: "text";
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly anchor: "start" | "middle" | "end";
      readonly fill: string;
      /** In degrees, clockwise, around (x, y). */
      readonly turn?: number;
    };

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle that is still free to draw in. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
