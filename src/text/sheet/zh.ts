import { figures } from "../figures";
import type { SheetWords } from "./en";

const { amount, count, day, moment, percent, share } = figures("zh");

/** 报表用语(中文)。 */
export const sheetZh: SheetWords = {
  notClassified: "未分类",
  total: "合计",
  sheets: { tierbook: "概览", segments: "客户分层分群" },
  day,
  moment,

  segments: {
    title: "客户分层分群",
    asOf: (dataDate, runAt) =>
      `标签为 ${moment(runAt)} 运行的结果${dataDate === null ? "" : `，数据日期 ${day(dataDate)}`}。客户数、价值和占比为引用客户表的公式，显示当前金额。`,
    by: (valueColumn) => `按${valueColumn}由大到小进行 ABC 分层`,
    methodAbc: (tiers) =>
      tiers.map(({ name, cutoff }, i) => {
        if (cutoff === null) return `${name}：其余客户，以及数值为零或负的客户。`;
        if (i === 0) return `${name}：合计占 ${percent(cutoff)} 的最大客户。`;
        return `${name}：其后累计至 ${percent(cutoff)} 的客户。`;
      }),
    rules: ["跨越分档值的客户归入较高等级。", "数值相同的客户始终同级。", "占比以大于零的数值为基数。"],
    method: "分层方法",
    headers: {
      segment: "客群",
      customers: "客户数",
      shareOfCustomers: "客户占比",
      value: "价值",
      shareOfValue: "价值占比",
      cumulativeShare: "累计占比",
      median: "运行时中位数",
    },
    curve: (runAt) => `价值分布（${moment(runAt)} 运行时）`,
    curveHeaders: { customers: "最大客户", shareOfValue: "价值占比", cumulativeShare: "累计占比" },
    upTo: percent,
    chart: (valueColumn) => `${valueColumn}：客户由大到小`,
  },

  tierbook: {
    title: "Tierbook 概览：客户分层分群",
    purpose: (table) => [
      `本工作簿将表格“${table}”中的客户划分为客群。`,
      "每个客户所属的客群写在该表格的一列中。无需安装 Tierbook 即可阅读和筛选。",
    ],
    complete: (runAt) => `已完成：${moment(runAt)} 运行`,
    unfinished: (runAt: Date): string =>
      `运行未完成：${moment(runAt)} 的运行。分层结果暂不可用，请打开 Tierbook 完成或撤回本次运行。`,
    incomplete: (runAt: Date, columns: string): string =>
      `结果不完整：${moment(runAt)} 的运行未能撤回。以下内容不可信：${columns}。`,
    headings: { run: "最近一次运行", findings: "主要结论", contents: "目录", list: "需关注的客户" },
    facts: {
      state: "状态",
      dataDate: "数据日期",
      table: "客户表",
      key: "标识列",
      rows: "读取行数",
      classified: "已分类",
      notClassified: "未分类",
      remarks: "已分类中数值为零或负",
      bySegmentation: (name, number) => `${name}：${count(number)}`,
      by: "运行人（如有疑问请联系）",
    },
    notStated: "未注明",
    findingTier: (tier, number, ofCustomers, ofValue, valueColumn) =>
      `${tier}：${count(number)} 户（占客户数 ${share(ofCustomers)}），占${valueColumn}的 ${share(ofValue)}。`,
    findingTenth: (held, valueColumn) => `最大的 10% 客户占${valueColumn}的 ${share(held)}。`,
    findingLast: (tier, number, ofValue, median) =>
      `${tier}：${count(number)} 户，占价值的 ${share(ofValue)}，其中一半不超过 ${amount(median)}。`,
    findingOpen: (number) => `${count(number)} 户未能分类，见下方清单。`,
    contents: {
      segments: "各客群的客户数、价值与占比，附图表",
      table: (table) => `客户表“${table}”及其客群列`,
    },
    listNone: "所有客户均已分类，且没有零值或负值。",
    listFirst: (shown, all) =>
      shown === all ? `共 ${count(all)} 户。` : `共 ${count(all)} 户，列出前 ${count(shown)} 户。`,
    listHeaders: {
      segmentation: "分层方案",
      result: "结果",
      key: "客户标识",
      cell: "单元格",
      reason: "原因",
      content: "内容",
    },
    remark: "已分类，有备注",
    reasons: {
      blank: "空单元格",
      "blank-text": "空文本",
      text: "文本，非数字",
      logical: "TRUE 或 FALSE，非数字",
      error: "错误值",
      zero: "零",
      negative: "负值",
    },
  },
};
