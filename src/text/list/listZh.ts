import { figures } from "../figures";
import type { listEn } from "./listEn";

const { count } = figures("zh");

const changes: (typeof listEn)["changes"] = {
  "title-rows": (n) => `略去清单上方或下方的 ${count(n)} 行`,
  "blank-rows": (n) => `略去 ${count(n)} 个空行`,
  "hidden-rows": (n) => `略去 ${count(n)} 个隐藏行`,
  "total-rows": (n) => `略去 ${count(n)} 个合计行`,
  "section-rows": (n) => `略去客户之间的 ${count(n)} 个分段标题或说明行`,
  "repeated-rows": (n) => `略去 ${count(n)} 个重复的表头行`,
  "other-list": () => "略去下方的另一个清单，其起始处",
  "blank-columns": (n) => `略去 ${count(n)} 个没有数据的列`,
  "joined-names": (n) => `${count(n)} 个列名由多行表头合并而成`,
  "missing-names": (n) => `${count(n)} 个没有名称的列以列标命名`,
  "repeated-names": (n) => `${count(n)} 个重复的列名已加编号`,
  numbers: (n, column) => `${column}：${count(n)} 个文本单元格读作数字`,
  "zeros-first": (n, column) => `${column}：${count(n)} 个以零开头的文本单元格读作数字`,
  units: (n, column) => `${column}：${count(n)} 个自带单位的单元格已换算为同一单位`,
  months: (n, column) => `${column}：${count(n)} 个文本月份读作当月第一天`,
  "days-among-numbers": (n, column) => `${column}：${count(n)} 个显示为日期的单元格不是金额，保持为日期`,
  currencies: (_, column) => `${column}：金额涉及多种币种，不能相加`,
  "blank-words": (n, column) => `${column}：${count(n)} 个写有“空值”字样的单元格留空`,
  filled: (n, column) => `${column}：${count(n)} 个单元格以所在合并区域的内容填充`,
  formulas: (n, column) => `${column}：${count(n)} 个公式以其值代替`,
  dates: (n, column) => `${column}：${count(n)} 个文本单元格读作日期`,
  "day-format": (n, column) => `${column}：${count(n)} 个数字显示为日期`,
  trimmed: (n, column) => `${column}：去掉了 ${count(n)} 个单元格首尾的空格`,
  "not-numbers": (n, column) => `${column}：${count(n)} 个文本单元格不是数字，保持原样`,
  "not-dates": (n, column) => `${column}：${count(n)} 个单元格不是日期，保持原样`,
  "error-cells": (n, column) => `${column}：保留了 ${count(n)} 个错误值`,
};

/** 清单转为表格时的用语。 */
export const listZh: typeof listEn = {
  changes,
  unnamed: (letters) => `列${letters}`,
  copySheet: (sheet) => `${sheet} 整理`,
  copyTitle: (from) => `${from} 的整理副本`,
  copyMade: (day, n) => `由 Tierbook 于 ${day} 生成，共 ${count(n)} 行。原数据未作改动。`,
  copyRules: (numbers, dates) =>
    [
      ...(numbers === null ? [] : [`文本数字按 ${numbers} 读取。`]),
      ...(dates === null ? [] : [`文本日期按${dates}读取。`]),
    ].join(""),
  where: (addresses, more) => `${addresses.join("、")}${more > 0 ? ` 等，另有 ${count(more)} 处` : ""}`,
  line: (what, where) => `${what}（${where}）`,
  numberStyles: { "comma-point": "1,234.5", "point-comma": "1.234,5", "space-comma": "1 234,5" },
  dateOrders: { ymd: "年、月、日", dmy: "日、月、年", mdy: "月、日、年" },
};
