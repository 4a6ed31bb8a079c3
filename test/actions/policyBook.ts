import type { Plan } from "../../src/plan/plan";
import type { Segmentation } from "../../src/segmentations/plans";
import { clientPlan } from "./clientBook";

const bands: Segmentation = {
  method: "cutoffs",
  id: "size",
  name: "Size",
  column: "Outstanding",
  valueColumn: "Outstanding",
  direction: "high-first",
  cutoffs: [200, 50],
  tiers: [
    { id: "large", name: "Large" },
    { id: "medium", name: "Medium" },
    { id: "small", name: "Small" },
  ],
};
const regions: Segmentation = {
  method: "groups",
  id: "region",
  name: "By region",
  column: "Region",
  valueColumn: "Outstanding",
  groups: ["North", "South", "West"].map((value) => ({ value, name: value })),
};

/** Tiers, bands and groups of the customers. */
export async function policyPlan(): Promise<Plan> {
  const plan = await clientPlan();
  return { ...plan, segmentations: [...plan.segmentations, bands, regions] };
}

/** A table of the Policy sheet, header first, as its cells show it. */
export async function tableOf(id: string): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const range = context.workbook.tables.getItem(`Tierbook_Policy_${id}`).getRange().load("values");
    await context.sync();
    return range.values as unknown[][];
  });
}

/** Changes the workbook as a person without Tierbook would. */
export async function person(
  act: (sheet: Excel.Worksheet, table: (id: string) => Excel.Table) => unknown,
): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.tables.getItem("Tierbook_Policy_abc").worksheet;
    act(sheet, (id) => context.workbook.tables.getItem(`Tierbook_Policy_${id}`));
    await context.sync();
  });
}
