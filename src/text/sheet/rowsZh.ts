import { figures } from "../figures";
import type { RowsWords } from "./rowsEn";

const { count } = figures("zh");

/** 一户多行时的报表用语（中文）。 */
export const rowsZh: RowsWords = {
  asOf: (run, data) =>
    `标签和客户数为 ${run} 运行的结果${data === null ? "" : `，数据日期 ${data}`}。行数、价值和占比为引用客户表的公式，显示当前金额。`,
  headers: {
    customers: "运行时客户数",
    rows: "行数",
    value: "运行时价值",
    customersClassified: "已分类客户",
    customersNotClassified: "未分类客户",
    customersOpen: "未计入客户数",
    rowsClassified: "已分类行数",
    rowsNotClassified: "未分类行数",
  },
  customersRead: "客户数",
  read: "读取",
  rowsAndCustomers: (rows, customers) => `${count(rows)} 行，${count(customers)} 户`,
  customersClassified: "已分类客户",
  customersNotClassified: "未分类客户",
  several: (key, parts) => `${key}相同的各行合并为一个客户：${parts.join("；")}。`,
  group: (column) => `${column}相同的客户合并为一个客户。`,
  combined: {
    sum: (column) => `${column}加总`,
    max: (column) => `${column}取最大`,
    min: (column) => `${column}取最小`,
    worst: (column) => `${column}取最差`,
    latest: (column, date) => `${column}取最新（按${date ?? ""}）`,
    earliest: (column) => `${column}取最早`,
    agree: (column, date) => `${column}须一致${date === null ? "" : `，否则取最新（按${date}）`}`,
  },
  hiddenRows: {
    read: (_) => "按选择，隐藏行与其他行一样计入。",
    "leave-out": (n) => `按选择，隐藏行不计入：${count(n)} 行。`,
  },
  subtotals: {
    read: (_) => "按选择，像合计的行作为客户计入。",
    "leave-out": (n) => `按选择，像合计的行不计入：${count(n)} 行。`,
  },
  withoutRows: (hidden, totals) =>
    `按选择不计入：隐藏行 ${count(hidden)} 行，像合计的行 ${count(totals)} 行。这些行列入未分类清单，不计入占比和合计。`,
  totalClassified: "已分类合计",
  leftOut: "无法读取的单元格不计入并列入清单，按该客户其他行计算。",
  shares: "先将客户各行相加，再计算占比。",
  sharesAtRun: "部分客户合计为负：价值占比为运行时的数值，这些客户按零计。",
  atRun: (column) => `${column}不作加总，其价值和占比为运行时的数值。`,
  listFirst: (shown, all) =>
    `${shown === all ? `共 ${count(all)} 条` : `共 ${count(all)} 条，列出前 ${count(shown)} 条`}；一户多行的客户可能有多条，金额为该客户的金额。`,
};
