import type { Engine } from "../../engine/engine";
import type { SegmentationOutcome } from "../../engine/outcome";
import { type FoundLimits, withKept, withoutKept } from "../../plan/keptCutoffs";
import type { Plan } from "../../plan/plan";
import { type Preview, previewPlan } from "../previewPlan";
import { differentRows } from "../changes/compareWays";
import { movesOf, type MovesAsked } from "../changes/movesOf";
import type { ActionOptions } from "../progress";

/** A tier under the cut-offs of last period and under those that the data gives now. */
export interface ComparedTier {
  readonly name: string;
  readonly keptCustomers: number;
  readonly newCustomers: number;
  /** The amount at which the tier begins; null for one that has no amount of its own, such as the last. */
  readonly keptLimit: number | null;
  readonly newLimit: number | null;
}

/** A segmentation whose cut-offs follow from the data, both ways. */
export interface ComparedCutoffs {
  readonly id: string;
  readonly name: string;
  readonly tiers: readonly ComparedTier[];
  /** Rows whose label is another one of the two ways. */
  readonly different: number;
  /** Customers who would change segment since the last run, by either way; null where nobody can say. */
  readonly moved: { readonly kept: number; readonly anew: number } | null;
}

export interface CutoffsAsked extends ActionOptions, Pick<MovesAsked, "carried"> {
  /** What the last run found, and the date of its data. */
  readonly found: readonly FoundLimits[];
  readonly dataDate: string | null;
  /** A preview over the same columns, so that nothing is read again. */
  readonly former?: Preview | undefined;
}

/** What last period's cut-offs make of the customers, beside cut-offs that are found anew. Writes nothing. */
export async function compareCutoffs(
  plan: Plan,
  engine: Engine,
  { found, dataDate, former, carried, ...options }: CutoffsAsked,
): Promise<readonly ComparedCutoffs[]> {
  const keeping = withKept(plan, found, dataDate);
  const anew = await previewPlan(withoutKept(plan), engine, { ...options, ...(former ? { former } : {}) });
  const kept = await previewPlan(keeping, engine, { ...options, former: anew });
  const [keptMoves, newMoves] = await movesOf([kept, anew], { carried, signal: options.signal });
  return plan.segmentations.flatMap(({ id }) => {
    const [a, b] = [kept, anew].map(({ outcome }) => outcome.segmentations.find((one) => one.id === id));
    if (!a || !b || !keepsSome(keeping, id)) return [];
    const [before, after] = [keptMoves?.get(id), newMoves?.get(id)];
    const moved = before === undefined || after === undefined ? null : { kept: before, anew: after };
    return [{ ...compared(a, b), moved }];
  });
}

/** True if a segmentation of a plan goes by limits that are kept. */
function keepsSome({ segmentations }: Plan, id: string): boolean {
  const segmentation = segmentations.find((one) => one.id === id);
  if (segmentation?.method === "abc" || segmentation?.method === "quantiles") return segmentation.kept !== undefined;
  if (segmentation?.method !== "rfm") return false;
  return Object.values(segmentation.scoring).some((scoring) => scoring.by !== "limits" && scoring.kept !== undefined);
}

function compared(kept: SegmentationOutcome, anew: SegmentationOutcome): Omit<ComparedCutoffs, "moved"> {
  return {
    id: kept.id,
    name: kept.name,
    tiers: kept.groups.map((group, i): ComparedTier => {
      return {
        name: group.name,
        keptCustomers: group.customers,
        newCustomers: anew.groups[i]?.customers ?? 0,
        keptLimit: kept.limits?.[i] ?? null,
        newLimit: anew.limits?.[i] ?? null,
      };
    }),
    different: differentRows(kept, anew),
  };
}
