import type { Plan, Segmentation } from "./plan";
import { rfmMeasures, type RfmMeasure } from "./rfmSegmentation";

/** Limits that a run found in its data: those of a segmentation, or of one measure of it. */
export interface FoundLimits {
  readonly segmentation: string;
  readonly of: "value" | RfmMeasure;
  readonly limits: readonly number[];
}

/** The most limits that a plan keeps. */
const mostKept = 9;

/** A plan that goes by the limits of an earlier run wherever it would find them anew, as far as they fit it. */
export function withKept(plan: Plan, found: readonly FoundLimits[], dataDate: string | null): Plan {
  return mapKept(plan, (segmentation, of, wanted) => {
    const known = found.find((one) => one.segmentation === segmentation.id && one.of === of);
    if (!known || known.limits.length === 0 || known.limits.length > mostKept) return undefined;
    // Kept for longer than a period already: their date is that of the data in which they were found.
    const former = keptIn(segmentation, of);
    if (former?.limits.join() === known.limits.join()) return former;
    return wanted === null || known.limits.length === wanted ? { limits: [...known.limits], dataDate } : undefined;
  });
}

/** A plan that finds all its limits anew. */
export function withoutKept(plan: Plan): Plan {
  return mapKept(plan, () => undefined);
}

type KeptLimits = { limits: number[]; dataDate: string | null } | undefined;

function keptIn(segmentation: Segmentation, of: FoundLimits["of"]): KeptLimits {
  if (segmentation.method === "abc" || segmentation.method === "quantiles") return segmentation.kept;
  if (segmentation.method !== "rfm" || of === "value") return undefined;
  const scoring = segmentation.scoring[of];
  return scoring.by === "limits" ? undefined : scoring.kept;
}

/** @param limits - what to keep; `wanted` is how many limits there must be, null where any number will do */
function mapKept(
  plan: Plan,
  limits: (segmentation: Segmentation, of: FoundLimits["of"], wanted: number | null) => KeptLimits,
): Plan {
  return {
    ...plan,
    segmentations: plan.segmentations.map((segmentation) => {
      switch (segmentation.method) {
        case "abc":
        case "quantiles": {
          const { kept: _former, ...rest } = segmentation;
          const kept = limits(segmentation, "value", segmentation.cutoffs.length);
          return kept ? { ...rest, kept } : rest;
        }
        case "rfm": {
          const { scoring } = segmentation;
          const kept = (of: RfmMeasure): (typeof scoring)[RfmMeasure] => {
            const one = scoring[of];
            if (one.by === "limits") return one;
            const found = limits(segmentation, of, null);
            return found ? { by: one.by, kept: found } : { by: one.by };
          };
          return {
            ...segmentation,
            scoring: { recency: kept("recency"), frequency: kept("frequency"), monetary: kept("monetary") },
          };
        }
        default:
          return segmentation;
      }
    }),
  };
}

/** The ids of segmentations that find limits in the data, or keep some. */
export function findsLimits({ segmentations }: Plan): readonly string[] {
  return segmentations.flatMap((segmentation) => {
    const { id, method } = segmentation;
    if (method === "abc" || method === "quantiles") return [id];
    return method === "rfm" && rfmMeasures.some((of) => segmentation.scoring[of].by !== "limits") ? [id] : [];
  });
}
