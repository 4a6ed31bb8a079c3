import { knownScales } from "../../plan/knownScales";
import type { Plan } from "../../plan/plan";

/**
 * The values of a column in their order, the best first: the plan's scale, or the known one that has most of the values,
 * at least half of them. Null where there is none.
 */
export function scaleFor({ scales }: Plan, column: string, values: readonly string[]): readonly string[] | null {
  const stated = scales.find((each) => each.column === column)?.values;
  if (stated) return stated.map((value) => value.trim().normalize("NFC"));
  const [best] = knownScales
    .map((scale) => ({ scale, has: values.filter((value) => scale.includes(value)).length }))
    .sort((a, b) => b.has - a.has);
  return best && best.has > 0 && best.has * 2 >= values.length ? best.scale : null;
}
