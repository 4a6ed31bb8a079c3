import { abc } from "./abc/policy";
import { cutoffs } from "./cutoffs/policy";
import { groups } from "./groups/policy";
import { matrix } from "./matrix/policy";
import type { Method, Segmentation, SegmentationBy } from "./plans";
import { quantiles } from "./quantiles/policy";
import { rfm } from "./rfm/policy";
import { rules } from "./rules/policy";
import type { PolicyKind } from "./shared/policy/policyKind";

/** Every method by what the Policy sheet says of it. */
const policies: { readonly [M in Method]: PolicyKind<SegmentationBy<M>> } = {
  abc,
  cutoffs,
  groups,
  matrix,
  rfm,
  quantiles,
  rules,
};

/** What the Policy sheet says of a segmentation's method. */
export function policyKind({ method }: Pick<Segmentation, "method">): PolicyKind<Segmentation> {
  return policies[method];
}
