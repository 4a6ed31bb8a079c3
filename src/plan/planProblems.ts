import { matrixProblems } from "./matrixProblems";
import type { Plan, SegmentationBy } from "./plan";
import { badText, nameProblems, problem, repeated, type PlanProblem } from "./problem";
import { reservedNames } from "./reservedNames";
import { cutoffProblems, keptProblems, valueProblems } from "./positionProblems";
import { rfmProblems } from "./rfmProblems";
import { rowProblems } from "./rowProblems";
import { rulesProblems } from "./rulesProblems";

/** The longest text that is read as a plan, in characters. A plan of twenty segmentations takes a tenth of it. */
export const planTextLimit = 256 * 1024;

/** All that keeps a plan from being run; empty for a sound plan. Fit to be shown while a person still types. */
export function planProblems(plan: Plan): readonly PlanProblem[] {
  const { segmentations } = plan;
  const { length } = JSON.stringify(plan);
  return [
    ...badDate(plan.dataDate),
    ...(plan.unit === null ? [] : badText(plan.unit, "unit")),
    ...(length > planTextLimit ? [problem("plan-too-long", "segmentations", `${length} > ${planTextLimit}`)] : []),
    ...rowProblems(plan),
    ...repeated(segmentations, "segmentations"),
    ...segmentations.flatMap((segmentation, i) => {
      const path = `segmentations[${i}]`;
      return [...badText(segmentation.name, `${path}.name`), ...ownProblems(segmentation, path)];
    }),
  ];
}

function ownProblems(segmentation: Plan["segmentations"][number], path: string): PlanProblem[] {
  switch (segmentation.method) {
    case "abc":
    case "quantiles":
    case "cutoffs":
      return tierProblems(segmentation, path);
    case "groups":
      return valueProblems(segmentation.groups, `${path}.groups`);
    case "matrix":
      return matrixProblems(segmentation, path);
    case "rules":
      return rulesProblems(segmentation, path);
    case "rfm":
      return rfmProblems(segmentation, path);
    default:
      return segmentation satisfies never;
  }
}

function tierProblems(segmentation: SegmentationBy<"abc" | "quantiles" | "cutoffs">, path: string): PlanProblem[] {
  const { cutoffs, tiers } = segmentation;
  const falling = segmentation.method === "cutoffs" && segmentation.direction === "high-first";
  return [
    ...cutoffProblems(cutoffs, falling, `${path}.cutoffs`),
    ...(tiers.length === cutoffs.length + 1
      ? []
      : [problem("tiers-not-one-more", `${path}.tiers`, `${tiers.length}, ${cutoffs.length}`)]),
    ...(segmentation.method === "cutoffs" ? [] : keptProblems(segmentation, `${path}.kept`)),
    ...repeated(tiers, `${path}.tiers`),
    ...nameProblems(tiers, `${path}.tiers`, reservedNames),
  ];
}

function badDate(date: string | null): PlanProblem[] {
  const time = Date.parse(`${date}T00:00:00Z`);
  const real = date === null || (!Number.isNaN(time) && new Date(time).toISOString().startsWith(date));
  return real ? [] : [problem("bad-date", "dataDate", date)];
}
