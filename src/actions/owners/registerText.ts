import type { RegisterEntry } from "../../register/register";

/** The register as the store keeps its copy. */
export function registerText(entries: readonly RegisterEntry[]): string {
  return JSON.stringify(
    entries.map(({ id, segmentation, segment, inPlan, status, values }): RegisterEntry => {
      return { id, segmentation, segment, inPlan, status, values };
    }),
  );
}
