import { defaultPlan } from "../../plan/defaultPlan";
import type { Plan } from "../../plan/plan";
import type { SampleLanguage } from "../../sample/sampleTable";
import { sampleEn, type SampleWords, sampleZh } from "../../sample/sampleWords";
import { sampleDate } from "./sampleWorkbook";

/** What the sample's columns are for. */
function sampleRoles(headers: SampleWords["headers"]): Plan["roles"] {
  const [, name, industry, region, size, rating, riskClass, limit, outstanding, margin, , ...rest] = headers;
  const [daysPastDue, manager, branch, group] = rest;
  const who = { name, group, manager, branch, industry, region, size };
  return { ...who, rating, riskClass, limit, outstanding, daysPastDue, margin };
}

/** The plan that a run without a workbook uses: value tiers of the sample's later month by what clients owe. */
export function samplePlan(language: SampleLanguage): Plan {
  const { headers, tables, unit } = language === "zh" ? sampleZh : sampleEn;
  const plan = defaultPlan({
    table: { id: "", name: tables.october },
    keyColumn: headers[0],
    valueColumn: headers[8],
    template: "lending",
    sheetLanguage: language,
    dataDate: sampleDate,
  });
  return { ...plan, unit, roles: sampleRoles(headers) };
}
