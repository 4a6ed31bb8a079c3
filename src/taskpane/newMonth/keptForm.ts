import type { Plan } from "../../plan/plan";
import type { PlanForm } from "../segments/planForm";

/** A form whose limits are kept, or found anew, as a plan made of it says. */
export function keptForm(form: PlanForm, { segmentations }: Plan): PlanForm {
  return {
    ...form,
    segmentations: form.segmentations.map((each) => {
      const planned = segmentations.find(({ id }) => id === each.id);
      if (planned?.method === "rfm" && each.method === "rfm") return { ...each, scoring: planned.scoring };
      if (each.method !== "abc" && each.method !== "quantiles") return each;
      const { kept: _former, ...rest } = each;
      const kept = planned?.method === "abc" || planned?.method === "quantiles" ? planned.kept : undefined;
      return kept ? { ...rest, kept } : rest;
    }),
  };
}
