import { knownScales } from "./knownScales";

const byName = new Intl.Collator("en", { numeric: true });

/**
 * Values in the order of the declared scale or else of a known one, those that it lacks behind the others; by name where
 * no scale has most of them. A first suggestion; the declared order of a segmentation decides.
 */
export function inScaleOrder(values: readonly string[], declared: readonly string[] = []): readonly string[] {
  const sorted = [...values].sort(byName.compare);
  const known = (scale: readonly string[]): number => values.filter((value) => scale.includes(value)).length;
  const scale =
    [declared, ...knownScales].find((one) => known(one) === values.length) ??
    [declared, ...knownScales].find((one) => known(one) >= 2 && 2 * known(one) > values.length) ??
    [];
  return [...scale.filter((value) => values.includes(value)), ...sorted.filter((value) => !scale.includes(value))];
}
