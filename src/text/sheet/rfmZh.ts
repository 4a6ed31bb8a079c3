import { figures } from "../figures";
import type { rfmEn } from "./rfmEn";

const { amount, count, moment } = figures("zh");

/** 工作表中 RFM 的用语（中文）。 */
export const rfmZh: typeof rfmEn = {
  by: "RFM：按最近消费时间、消费次数与消费金额划分",
  fromColumns: (recency, frequency, amount) =>
    amount === null
      ? `最近消费与消费次数分别取自“${recency}”、“${frequency}”；无金额，以消费次数代替金额评分。`
      : `最近消费、消费次数与金额分别取自“${recency}”、“${frequency}”、“${amount}”。`,
  fromOrders: (table, [date, order, amount, quantity], mergeDays) =>
    `取自表格“${table}”：${date}、${order === null ? "每行一笔订单" : `按${order}区分订单`}、${amount === null ? "无金额（以订单数代替评分）" : quantity === null ? amount : `${quantity} × ${amount}`}${mergeDays ? "；同日订单合并为一次" : ""}。`,
  counted: (since, from) => `距今天数自 ${since} 往前计算${from === null ? "" : `；自 ${from} 起的订单计入`}。`,
  lastOrder: (monthEnd, later, kind) =>
    `未填写数据日期，以最后一笔订单为准。若填写 ${monthEnd}（最后一个完整月份），${kind === "columns" ? `其后下单的 ${count(later)} 个客户将不予分类` : `其后的 ${count(later)} 行订单将不计入`}。`,
  measureNames: { recency: "R 距今天数", frequency: "F 消费次数", monetary: "M 消费金额", meanOrder: "M 平均每次金额" },
  score: (score, cut, how) =>
    cut === null
      ? `其余 ${score} 分`
      : `${{ "up-to": "不超过", from: "不低于", above: "高于" }[how]} ${amount(cut)} 为 ${score} 分`,
  nobody: (score) => `无客户得 ${score} 分`,
  scoresOf: (measure, by, parts, { kept, since }) => {
    const how = { quintiles: "按客户数五等分", limits: "按自定分档值", mean: "按平均值" }[by];
    const standing = kept ? `，沿用${since === null ? "以前" : ` ${since} 数据`}的分档值` : "";
    return `${measure}，${how}${standing}：${parts.join("，")}。`;
  },
  grid: {
    corner: "R \\ F",
    heading: "客户数：按最近消费（R，行）与消费次数（F，列）",
    headingAt: (runAt) => `客户数：按最近消费（R，行）与消费次数（F，列），${moment(runAt)} 运行时`,
  },
  rules: (policySheet, noSegment, valueColumn) => [
    `各分数对应的客群见工作表“${policySheet}”，以首个符合的行为准。`,
    `${noSegment}：没有任何一行包含该分数组合。`,
    "数值相同，分数必相同。",
    `金额为${valueColumn}合计；占比以全表中大于零的部分为基数。`,
  ],
  policy: {
    measure: { recency: "最近消费 R：距今天数", frequency: "消费次数 F", monetary: "消费金额 M" },
    scoredBy: { quintiles: "按客户数五等分", limits: "按自定分档值", mean: "高于或低于平均值" },
    statement: { without: "没有任何一行包含的分数组合", several: "有多行包含的分数组合" },
    limitsHeading: (name) => `${name}：评分分档值`,
    limits:
      "从左起填写至多四个递增的分档值，即按此评分；等于分档值的归入较高一档（天数归入较近一档）。全部留空则按前一列的方式评分。",
    linesHeading: (name) => `${name}：分数对应的客群`,
    lines: "按顺序，首个包含客户三项分数的行决定其客群。可在下方增加行或删除行；5 分为最好。",
    coverageHeading: (name) => `${name}：是否有遗漏`,
    coverage: "按上表当前内容计算。",
  },
};
