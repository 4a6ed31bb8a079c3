import type { CurvePoint } from "../engine/outcome";

/** What the largest `customers` hold, between two points of the curve in proportion; both are fractions of one. */
export function curveAt(curve: readonly CurvePoint[], customers: number): number {
  const next = curve.findIndex((point) => point.customers >= customers);
  const right = curve[next];
  if (!right) return 1;
  const left = curve[next - 1];
  if (!left || right.customers === customers) return right.value;
  return left.value + ((right.value - left.value) * (customers - left.customers)) / (right.customers - left.customers);
}
