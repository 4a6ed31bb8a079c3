import { abc } from "./abc/engine";
import { cutoffs } from "./cutoffs/engine";
import { groups } from "./groups/engine";
import { matrix } from "./matrix/engine";
import type { Method, Segmentation, SegmentationBy } from "./plans";
import { quantiles } from "./quantiles/engine";
import { rfm } from "./rfm/engine";
import { rules } from "./rules/engine";
import type { EngineKind } from "./shared/engineKind";

/** Every method by its computation. */
const engines: { readonly [M in Method]: EngineKind<SegmentationBy<M>> } = {
  abc,
  cutoffs,
  groups,
  matrix,
  rfm,
  quantiles,
  rules,
};

/** The computation of a segmentation's method. */
export function engineKind({ method }: Segmentation): EngineKind<Segmentation> {
  return engines[method];
}
