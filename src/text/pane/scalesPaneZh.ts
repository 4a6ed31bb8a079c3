import type { scalesPaneEn } from "./scalesPaneEn";

/** 窗格中关于等级顺序的用语。 */
export const scalesPaneZh: typeof scalesPaneEn = {
  title: (scales) => (scales === 0 ? "等级顺序" : `等级顺序（${scales}）`),
  says: "各列取值从好到差的顺序。按该列分组时随之排序，“取最差”也以此为准。",
  missing: (values) => `数据中有、顺序中没有：${values.join("、")}`,
  addValue: (value) => `将“${value}”加入顺序`,
  noColumn: "表中已没有此列。",
  remove: "删除顺序",
  removeOf: (column) => `删除顺序：${column}`,
  needed: "同一客户的多行按此列“取最差”合并时，不能删除。",
  another: "为其他列设定顺序",
  choose: "请选择列",
  add: "添加",
};
