import { planKind } from "../segmentations/plans";
import type { Kept } from "../segmentations/shared/parts";
import type { Plan } from "./plan";

/** Limits that a run found in its data: those of a segmentation, or of one measure of it. */
export interface FoundLimits {
  readonly segmentation: string;
  /** The measure; "value" where there is one. */
  readonly of: string;
  readonly limits: readonly number[];
}

/** The most limits that a plan keeps. */
const mostKept = 9;

/** A plan that goes by the limits of an earlier run wherever it would find them anew, as far as they fit it. */
export function withKept(plan: Plan, found: readonly FoundLimits[], dataDate: string | null): Plan {
  return mapKept(plan, (id, of, wanted, former) => {
    const known = found.find((one) => one.segmentation === id && one.of === of);
    if (!known || known.limits.length === 0 || known.limits.length > mostKept) return undefined;
    // Kept for longer than a period already: their date is that of the data in which they were found.
    if (former?.limits.join() === known.limits.join()) return former;
    return wanted === null || known.limits.length === wanted ? { limits: [...known.limits], dataDate } : undefined;
  });
}

/** A plan that finds all its limits anew. */
export function withoutKept(plan: Plan): Plan {
  return mapKept(plan, () => undefined);
}

/** @param limits - what to keep of one measure of a segmentation; see `LimitsKind.keep` */
function mapKept(
  plan: Plan,
  limits: (id: string, of: string, wanted: number | null, former: Kept | undefined) => Kept | undefined,
): Plan {
  return {
    ...plan,
    segmentations: plan.segmentations.map((segmentation) => {
      const kept = planKind(segmentation).limits?.keep(segmentation, (...asked) => limits(segmentation.id, ...asked));
      return kept ?? segmentation;
    }),
  };
}

/** The ids of segmentations that find limits in the data, or keep some. */
export function findsLimits({ segmentations }: Plan): readonly string[] {
  return segmentations.flatMap((each) => (planKind(each).limits?.found(each) ? [each.id] : []));
}
