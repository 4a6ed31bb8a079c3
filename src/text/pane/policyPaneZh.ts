import type { policyPaneEn } from "./policyPaneEn";

/** 窗格中关于“分层政策”工作表的用语（中文）。 */
export const policyPaneZh: typeof policyPaneEn = {
  problems: (number) => `“分层政策”工作表中有 ${number} 处填写无法使用`,
  firstOf: (shown, all) => `以上为 ${all} 处中的前 ${shown} 处，其余见工作表的“核对”列。`,
  lookAgain: "重新查看",
  overwrite: "采用此处显示的设置",
  problemsFirst: "请先更正“分层政策”工作表，或采用此处显示的设置。",
  changed: "您在此处修改设置期间，“分层政策”工作表已有修改",
  changedWhere: (names) => `${names.join("、")}的内容已不同。采纳后，您在窗格中对其所做的修改将被替换，其他修改保留。`,
  scales: "等级顺序",
  takeOver: "采纳工作表内容",
  changedFirst: "请先采纳“分层政策”工作表的内容。",
};
