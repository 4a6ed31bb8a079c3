import * as z from "zod/mini";
import { abc } from "./abc/plan";
import { cutoffs } from "./cutoffs/plan";
import { groups } from "./groups/plan";
import { matrix } from "./matrix/plan";
import { quantiles } from "./quantiles/plan";
import { rfm } from "./rfm/plan";
import { rules } from "./rules/plan";
import type { PlanKind } from "./shared/planKind";

/** Every method by what a plan knows of it. The type `Segmentation` and the schema of a plan follow from it. */
const plans = { abc, cutoffs, groups, matrix, rfm, quantiles, rules };

export type Method = keyof typeof plans;
export const methods = Object.keys(plans) as readonly Method[];
type Of<M extends Method> = (typeof plans)[M] extends PlanKind<infer S> ? S : never;
/** A segmentation by one of these methods. */
export type SegmentationBy<M extends Method> = { [K in M]: Of<K> }[M];
export type Segmentation = SegmentationBy<Method>;

const schemas = Object.values(plans).map(({ schema }) => schema);
/** Any segmentation, told apart by its method. */
export const AnySegmentation = z.discriminatedUnion(
  "method",
  schemas as unknown as Parameters<typeof z.discriminatedUnion>[1],
) as unknown as z.ZodMiniType<Segmentation>;

/** What a plan knows of a segmentation's method. */
export function planKind({ method }: Segmentation): PlanKind<Segmentation> {
  return plans[method];
}
