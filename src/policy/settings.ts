import { methods } from "../segmentations/plans";

/** The words that a setting may be stated by, where it is no name and no number. */
export const settingTokens = {
  template: ["lending", "retail"],
  language: ["en", "zh"],
  perCustomer: ["one", "several"],
  combine: ["sum", "max", "min", "worst", "latest", "earliest", "agree"],
  numbers: ["comma-point", "point-comma", "space-comma"],
  dates: ["ymd", "dmy", "mdy"],
  hiddenRows: ["read", "leave-out"],
  subtotals: ["read", "leave-out"],
  method: methods,
  direction: ["high-first", "low-first"],
  axisKind: ["bands", "values"],
  axisDirection: ["high-first", "low-first"],
  source: ["columns", "transactions"],
  recencyAs: ["date", "days"],
  mergeDays: ["yes", "no"],
  spent: ["total", "mean"],
  scoredBy: ["quintiles", "limits", "mean"],
} as const;

/** A setting that is stated by a word. */
export type WordSetting = keyof typeof settingTokens;

/** Every setting that the Policy sheet states beside its tables. */
export const settingNames = [
  "table",
  "key",
  "dataDate",
  "unit",
  "template",
  "language",
  "role",
  "perCustomer",
  "combine",
  "rowDate",
  "rowGroup",
  "numbers",
  "dates",
  "hiddenRows",
  "subtotals",
  "method",
  "valueColumn",
  "column",
  "direction",
  "axisKind",
  "axisColumn",
  "axisDirection",
  "segment",
  "source",
  "recency",
  "recencyAs",
  "frequency",
  "monetary",
  "orderTable",
  "orderCustomer",
  "orderDate",
  "orderAmount",
  "orderQuantity",
  "orderId",
  "mergeDays",
  "window",
  "leaveOut",
  "leaveOutPrefix",
  "leaveOutRange",
  "spent",
  "scoredBy",
  "kept",
  "keptDate",
  "labels",
] as const;
export type SettingName = (typeof settingNames)[number];

/** True for a setting that is stated by one of a few words. */
export function isWordSetting(setting: SettingName): setting is WordSetting {
  return Object.hasOwn(settingTokens, setting);
}
