import { plainSettings } from "../../../src/plan/plainSettings";
import type { PlanForm } from "../../../src/taskpane/segments/planForm";

/** The form of three value tiers, as a person finds it. */
export const valueTierForm: PlanForm = {
  table: { id: "1", name: "Clients" },
  keyColumn: "Client ID",
  dataDate: "",
  sheetLanguage: "en",
  settings: { template: "lending", ...plainSettings },
  open: 0,
  segmentations: [
    {
      method: "abc",
      id: "value-tier",
      column: "",
      direction: "high-first",
      name: "Value tier",
      valueColumn: "Balance",
      tiers: [
        { id: "tier-1", name: "Strategic", cutoff: "80" },
        { id: "tier-2", name: "Core", cutoff: "95" },
        { id: "tier-3", name: "Standard", cutoff: "" },
      ],
    },
  ],
};
