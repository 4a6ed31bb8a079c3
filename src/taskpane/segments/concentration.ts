import type { CurvePoint } from "../../engine/outcome";

/** The shares of customers that the table of the curve names. */
export const tenths: readonly number[] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** Share of the value that the largest `customers` (a fraction of one) hold, on straight lines between the points. */
export function valueHeldBy(curve: readonly CurvePoint[], customers: number): number {
  const after = curve.findIndex((point) => point.customers >= customers);
  const end = curve[after];
  if (end === undefined) return 1;
  const start = curve[after - 1];
  if (start === undefined || end.customers === start.customers) return end.value;
  const part = (customers - start.customers) / (end.customers - start.customers);
  return start.value + part * (end.value - start.value);
}
