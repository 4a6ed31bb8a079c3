import { knownScales } from "./knownScales";

const byName = new Intl.Collator("en", { numeric: true });

/** Values in the order of the scale that has them all, or by name. A first suggestion; the declared order decides. */
export function inScaleOrder(values: readonly string[]): readonly string[] {
  const scale = knownScales.find((one) => values.every((value) => one.includes(value)));
  return scale ? scale.filter((value) => values.includes(value)) : [...values].sort(byName.compare);
}
