import { plainSettings } from "./plainSettings";
import { planVersion, type Plan } from "./plan";
import { type SegmentationBy } from "../segmentations/plans";

/**
 * Tier names to start with. A, B and C are the retailer's own words; a lender's A, B and C are ratings, so lending
 * tiers have names that no rating has.
 */
const tierNames: Readonly<Record<Plan["template"], Readonly<Record<Plan["sheetLanguage"], readonly string[]>>>> = {
  lending: { en: ["Strategic", "Core", "Standard"], zh: ["战略", "核心", "一般"] },
  retail: { en: ["A", "B", "C"], zh: ["A", "B", "C"] },
};

const segmentationName = { en: "Value tier", zh: "价值等级" } as const;

export interface DefaultPlanOptions {
  readonly table: Plan["table"];
  readonly keyColumn: string;
  readonly valueColumn: string;
  readonly template: Plan["template"];
  readonly sheetLanguage: Plan["sheetLanguage"];
  readonly dataDate?: string | null;
}

/** A plan of value tiers alone. */
export type ValueTierPlan = Omit<Plan, "segmentations"> & { segmentations: SegmentationBy<"abc">[] };

/** The plan that a first preview shows: three value tiers, cut at 80 % and 95 % of the total. */
export function defaultPlan(options: DefaultPlanOptions): ValueTierPlan {
  const { table, keyColumn, valueColumn, template, sheetLanguage, dataDate = null } = options;
  return {
    version: planVersion,
    table,
    keyColumn,
    dataDate,
    sheetLanguage,
    template,
    ...plainSettings,
    segmentations: [
      {
        method: "abc",
        id: "value-tier",
        name: segmentationName[sheetLanguage],
        valueColumn,
        cutoffs: [0.8, 0.95],
        tiers: tierNames[template][sheetLanguage].map((name, i) => ({ id: `tier-${i + 1}`, name })),
      },
    ],
  };
}
