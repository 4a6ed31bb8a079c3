import { defaultPlan } from "../../plan/defaultPlan";
import type { Plan } from "../../plan/plan";
import { sampleEn, sampleZh } from "./sampleWords";
import { sampleDate, type SampleLanguage } from "./sampleWorkbook";

/** The plan that a run without a workbook uses: value tiers of the sample's later month by what clients owe. */
export function samplePlan(language: SampleLanguage): Plan {
  const { headers, tables } = language === "zh" ? sampleZh : sampleEn;
  return defaultPlan({
    table: { id: "", name: tables.october },
    keyColumn: headers[0],
    valueColumn: headers[8],
    template: "lending",
    sheetLanguage: language,
    dataDate: sampleDate,
  });
}
