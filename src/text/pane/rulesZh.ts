import { figures } from "../figures";
import type { rulesEn } from "./rulesEn";

const { count: num, share } = figures("zh");

const customers = (n: number): string => `${num(n)} 个客户`;

/** The words of ordered rules in the pane, in Simplified Chinese. */
export const rulesZh: typeof rulesEn = {
  rules: "规则及其顺序",
  hint: "以第一条符合的规则为准。空白不属于任何区间；单元格无法判断（如错误值）的客户不分类。",
  rule: (n, segment) => `规则 ${num(n)}：${segment}`,
  counts: (matched, taken) =>
    matched === taken ? `符合 ${customers(matched)}` : `符合 ${customers(matched)}，归入 ${num(taken)} 个`,
  edit: "编辑",
  editRule: (n) => `编辑规则 ${num(n)}`,
  close: "完成",
  add: "添加规则",
  full: (n) => `最多 ${num(n)} 条规则。`,
  segment: "归入",
  newSegment: "新客群",
  segmentName: "客群名称",
  all: "同时满足以下条件",
  or: "或同时满足以下条件",
  addTest: "且…",
  addAlternative: "或…",
  removeTest: (test) => `删除条件“${test}”`,
  emptyTest: "不完整",
  column: "列",
  chooseColumn: "选择列",
  kind: "判断方式",
  from: "下限（含）",
  below: "上限（不含）",
  dayHint: "如 2026-03-31",
  text: "文字，不区分大小写",
  values: "取值",
  otherValues: "其他取值，如：北方; 南方",
  otherwise: "没有符合规则的客户的名称",
  problems: {
    "no-column": "请选择列。",
    "no-limit": "请填写下限、上限或两者。",
    "not-a-number": "请输入数字，如 1500.5，不带千位分隔符。",
    "not-a-date": "请输入日期，如 2026-03-31。",
    "limits-crossed": "上限须高于下限。",
    "no-value": "请填写要查找的内容。",
    "unfit-value": "含有单元格无法保存的字符。",
  },
  report: {
    heading: "各规则的配合",
    gap: (name, n, part) =>
      n === 0 ? "每个客户都有符合的规则。" : `${name}：${customers(n)}（${share(part)}）没有符合的规则。`,
    wide: "超过一成：请继续添加规则，直到所剩不多。",
    nobody: (rules) => `规则 ${rules.join("、")} 没有归入任何客户。`,
    overlaps: "符合相同客户的规则，以在前的一条为准：",
    overlap: (first, second, n) => `规则 ${num(first)} 与规则 ${num(second)}：${customers(n)}`,
    more: (n) => `另有 ${num(n)} 对`,
  },
};
