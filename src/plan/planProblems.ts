import { planKind } from "../segmentations/plans";
import { badText, problem, repeated, type PlanProblem } from "../segmentations/shared/problem";
import type { Plan } from "./plan";
import { rowProblems } from "./rowProblems";

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
      return [...badText(segmentation.name, `${path}.name`), ...planKind(segmentation).problems(segmentation, path)];
    }),
  ];
}

function badDate(date: string | null): PlanProblem[] {
  const time = Date.parse(`${date}T00:00:00Z`);
  const real = date === null || (!Number.isNaN(time) && new Date(time).toISOString().startsWith(date));
  return real ? [] : [problem("bad-date", "dataDate", date)];
}
