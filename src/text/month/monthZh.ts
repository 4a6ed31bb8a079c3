import { figures } from "../figures";
import type { MonthWords } from "./monthEn";

const { count, day } = figures("zh");

/** 新月份界面用语（中文）。 */
export const monthZh: MonthWords = {
  title: "新月份",
  matching: "正在按客户编号与上次运行核对…",
  matchedWith: (table, date) =>
    `本表客户已按编号与上次运行核对${date === null ? "" : `（数据日期 ${day(date)}`}${date === null ? "（" : "，"}表 ${table}）。尚未写入任何内容。`,
  none: (key) => `上次运行的客户都不在本表中。请检查编号列：“${key}”与原表的编号是否一致？`,
  few: (key) => `匹配的客户不到一半。请确认是同一组合，且编号列“${key}”与原表一致。`,
  same: "客户与上次运行完全相同，合计金额也相同：请确认这是新月份的数据表。",
  notLater: (date, former) =>
    `数据日期 ${day(date)} 不晚于上次运行的数据日期（${day(former)}）。请检查所选的表，或修改下方日期。`,
  clients: "客户数",
  now: (column) => `当前${column}`,
  before: (date) => (date === null ? "上期" : day(date)),
  kinds: { matched: "已匹配", entered: "新增", gone: "退出" },
  all: "当前合计",
  unknown: "–",
  goneFrom: (segmentation, from) =>
    `退出客户原属“${segmentation}”：${from.map(([name, number]) => `${name} ${count(number)} 户`).join("，")}`,
  notClassified: "未分类",
  largest: {
    entered: (shown) => `金额最大的 ${count(shown)} 户新增客户`,
    gone: (shown) => `金额最大的 ${count(shown)} 户退出客户`,
  },
  goneUnknown: "原表已不在本工作簿中，无法得知退出客户的金额。",
  missing: "本表缺少的列",
  missingFor: (column, of) => (of.length === 0 ? `“${column}”现为` : `“${column}”（${of.join("、")}）现为`),
  chooseColumn: "请选择列",
  cutoffs: "分档值",
  keep: (date) => (date === null ? "沿用上期分档值" : `沿用上期分档值（${day(date)}）`),
  findAnew: "按本期数据重新计算",
  comparing: "正在比较分档值…",
  comparedFor: (name) => `${name}：沿用与重新计算的分档值`,
  tier: "等级",
  from: "下限",
  kept: "沿用",
  anew: "重算",
  moving: "变动客群",
  different: (number) => (number === 0 ? "两种方式下所有客户的标签相同。" : `${count(number)} 户的标签不同。`),
  invalid: (labels) => `${count(labels)} 个标签与所在行的客户不符`,
  invalidNext: "这些标签不是上次运行为该行客户写入的：行可能被粘贴覆盖、部分排序或手工修改。请重新运行以更正。",
  invalidMore: (labels) => `另有 ${count(labels)} 个`,
  next: "查看分层分群",
};
