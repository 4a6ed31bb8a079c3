import { plainSettings } from "../../src/plan/plainSettings";
import { planVersion, type Plan } from "../../src/plan/plan";

/** ABC over the table that `bigBook` makes. */
export function benchPlan(table: Plan["table"]): Plan {
  return {
    version: planVersion,
    template: "lending",
    ...plainSettings,
    table: { id: table.id, name: table.name },
    keyColumn: "Client ID",
    dataDate: "2026-10-31",
    sheetLanguage: "en",
    segmentations: [
      {
        method: "abc",
        id: "exposure",
        name: "Exposure tier",
        valueColumn: "Outstanding",
        cutoffs: [0.8, 0.95],
        tiers: [
          { id: "a", name: "A" },
          { id: "b", name: "B" },
          { id: "c", name: "C" },
        ],
      },
    ],
  };
}
