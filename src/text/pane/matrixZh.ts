import { figures } from "../figures";
import type { MatrixWords } from "./matrixEn";

const { count: num } = figures("zh");

/** The words of the policy matrix in the pane, in Chinese. */
export const matrixZh: MatrixWords = {
  columns: "决定政策的列",
  columnsHint: "一至四列。各列分组的每种组合对应一个政策类别。",
  column: (n) => `第 ${n} 列`,
  addColumn: "添加列",
  addColumnFull: "最多四列。",
  removeColumn: (column) => `不使用“${column}”列`,
  divided: (column) => `“${column}”的划分方式`,
  byValues: "按取值",
  byBands: "按分档值",
  positions: { values: (n) => `取值（${num(n)}）`, bands: (n) => `档（${num(n)}）` },
  classes: "政策类别",
  classesHint: "每个类别是一个客群，各有责任人。",
  className: (n) => `类别 ${n} 的名称`,
  addClass: "添加类别",
  addClassFull: "最多十个类别。",
  removeClass: (name) => `删除类别“${name}”`,
  cells: "各组合适用的政策",
  noPolicy: "无对应政策",
  open: (n, combinations) =>
    `无对应政策：${num(n)} 个客户${combinations === 0 ? "" : `，${num(combinations)} 种组合`}。`,
  allMapped: "所有客户均有对应政策。",
  cellsFull: (n) => `矩阵最多容纳 ${num(n)} 种组合，现已达上限。`,
  waiting: "预览完成后显示各组合。",
  tableOf: (rows, columns) => `按${rows}与${columns}的政策类别`,
  classFor: (position) => `${position}的政策类别`,
  customers: (n) => `${num(n)} 个客户`,
  nobody: "无客户",
  listHint: "数据中出现的组合，客户数由多到少。",
  onlyOpen: "仅显示无对应政策的组合",
  noneOpen: "数据中出现的组合均已有政策类别。",
  more: (n) => `再显示 ${num(n)} 个`,
  many: "批量设置",
  any: "不限",
  manyClass: "政策类别",
  manySet: (n) => `设置 ${num(n)} 种组合`,
  manyAll: "包括尚未出现的组合。",
  manyOccurring: "组合总数超出矩阵上限，仅设置数据中出现的组合。",
};
