import { figures } from "../figures";
import type { rfmEn } from "./rfmEn";

const { count } = figures("zh");

const listed = (named: readonly string[], all: number): string =>
  `${named.join("、")}${named.length < all ? "等" : ""}`;

/** 窗格中 RFM 的用语（中文）。 */
export const rfmZh: typeof rfmEn = {
  source: "订单数据来源",
  sourceKind: "订单",
  sourceKinds: { columns: "客户表中的列", transactions: "订单明细表" },
  sourceHint: {
    columns: "客户表每行已有最近一次消费、消费次数与消费金额。",
    transactions: "每次运行时，由明细行计算最近一次消费、消费次数与消费金额。",
  },
  chooseColumn: "请选择列",
  recencyColumn: "最近一次消费",
  recencyAs: "“最近一次消费”列的内容",
  asDate: "日期",
  asDays: "距今天数",
  frequencyColumn: "消费次数",
  monetaryColumn: "消费金额",
  ordersTable: "订单明细表",
  ordersReason: (lines, customer) =>
    `共 ${count(lines)} 行，每行有客户${customer === "" ? "" : `（${customer}）`}、日期与金额。`,
  hiddenLines: (lines) => `${count(lines)} 行被隐藏或筛选，仍照常计入。`,
  totalLines: (lines, cells) =>
    `${count(lines)} 行疑似合计行，将重复计入（${cells.join("、")}${lines > cells.length ? "…" : ""}）：请删除，或在下方设为不计入。`,
  ordersGone: (name) => `工作簿中已没有表格“${name}”，请另选。`,
  customerColumn: "客户（与客户编号列一致）",
  dateColumn: "消费日期",
  amountColumn: "金额",
  orderColumn: "区分订单的列",
  orderHint: "取值相同的行为同一订单。",
  everyLine: "每行为一笔订单",
  window: "观察期",
  windowHint: "自数据日期往前计算。若统计全部历史，次数与金额只增不减。",
  months: (n) => `最近 ${n} 个月`,
  allHistory: "全部历史",
  moreOnOrders: "更多：同日合并、平均金额、剔除的行",
  mergeDays: "同一客户同一天的订单合并为一次",
  spent: "消费金额",
  spentTotal: "累计金额",
  spentMean: "平均每次金额",
  returnsSay: "负数金额为退货：冲减金额，不计消费次数。",
  leaveOut: "不计入的行",
  leaveOutHint: "例如员工、散客或已取消的订单。",
  leaveOutColumn: "该列",
  leaveOutValues: "为下列取值之一的行（每行一个）",
  leaveOutAdd: "不计入",
  leftOut: (column, values) => `${column}：${values.join("、")}`,
  countAgain: (column) => `重新计入按“${column}”剔除的行`,
  dataDate: "数据日期",
  dataDateHint: "距今天数自此日往前计算。",
  dataDateFound: (from) => `未填写，距今天数自最后一笔订单 ${from} 往前计算。`,
  monthEndWould: (date, later, kind) =>
    `若填写最后一个完整月份的月末 ${date}，${kind === "columns" ? `其后下单的 ${count(later)} 个客户将不予分类` : `其后的 ${count(later)} 行将不计入`}。`,
  dataDateWrong: "这不是日期。",

  scoring: "评分",
  scoringHint: "分数越高越好：消费越近、次数越多、金额越大。",
  measures: { recency: "最近消费 R（天）", frequency: "消费次数 F（次）", monetary: "消费金额 M" },
  by: { quintiles: "按客户数五等分", limits: "按自定分档值", mean: "高于或低于平均值" },
  side: { recency: "不超过", frequency: "不低于", monetary: "不低于" },
  found: {
    recency: (cut) => `不超过 ${cut}`,
    frequency: (cut) => `高于 ${cut}`,
    monetary: (cut) => `高于 ${cut}`,
  },
  otherwise: {
    recency: (cut) => (cut === null ? "其余" : `超过 ${cut}`),
    frequency: () => "其余",
    monetary: () => "其余",
  },
  limitOf: (measure, score) => `${measure}：${score} 分的分档值`,
  emptyScores: (scores) => `没有客户得 ${scores.join("、")} 分：数值相同，分数必相同。`,
  addLimit: "增加分档值",
  removeLimit: "删除最后一个分档值",
  keep: "以后各期沿用当前分档值",
  keepHint: "这样客户变动只因自身变化，而不因其他客户变化。",

  proposal: "建议改用自定分档值，更能区分客户",
  proposalEmpty: (measures) => `按五等分，${measures.join("与")}有分数无人获得，因为许多客户数值相同。`,
  proposalOneTime: (share) => `${share} 的客户只消费过一次，按次数五等分意义不大。`,
  proposed: {
    recency: (limits) => `最近消费：以 ${limits.join("、")} 天为界。`,
    frequency: (limits) => `消费次数：以 ${limits.join("、")} 次为界。`,
    monetary: (limits) => `消费金额：以 ${limits.join("、")} 为界。`,
  },
  proposalSameOrders: "客户的消费次数几乎相同，任何分档值都难以区分：此时由最近消费与金额决定。",
  proposalComparing: "正在比较两种方式…",
  proposalDifferent: (number) =>
    number === 0 ? "两种方式下所有客户的客群相同。" : `采用这些分档值后，${count(number)} 个客户的客群与五等分时不同。`,
  proposalMoved: (fifths, limits) =>
    `与上次运行相比变动客群：五等分 ${count(fifths)} 户，采用这些分档值 ${count(limits)} 户。`,
  proposalTake: "采用这些分档值",
  proposalDecline: "仍按五等分",

  gridOf: (name) => `${name}：按最近消费（行）与消费次数（列）的客户数及金额占比`,
  gridSays: (valueColumn) => `上为客户数，下为${valueColumn}占比。R 越高消费越近，F 越高次数越多；颜色越深客户越多。`,

  map: "分数对应的客群",
  mapHint: "行为最近消费，列为消费次数；数字为下方客群的序号。",
  customary: "客群名称",
  maps: { eleven: "十一类：从冠军客户到已流失客户", eight: "八类：重要、一般客户各四类" },
  ownMap: "自定义",
  mapTable: "按最近消费（行）与消费次数（列）的客群",
  cellSays: (r, f, signs, names) => `R${r} F${f}： ${signs.join(" ")} (${names.join("、")})。修改`,
  chooseCell: "点击单元格可修改其客群。",
  segmentFor: (r, f) => `R${r} F${f} 的客群`,
  byAmount: "因金额而异",
  amounts: "按金额分数设置",
  amountScore: (m) => `M${m} 时`,
  noSegment: "无对应客群",
  cellDone: "完成",
  complete: (n) => `全部 ${count(n)} 种分数组合均唯一对应一个客群。`,
  without: (n, named, here) => `无对应客群：${count(n)} 种分数组合，${count(here)} 户（${listed(named, n)}）。`,
  twice: (n, named) => `分层政策表中有多行包含 ${count(n)} 种分数组合（${listed(named, n)}），以首行为准。`,
  idle: (names) => `没有分数对应：${names.join("、")}。`,

  segments: "客群",
  segmentsHint: "名称可改。判断“新客户”需要首次消费日期，因此近期消费但次数少的客户按实际情况命名。",
  segmentName: (n) => `第 ${n} 个客群的名称`,
  addSegment: "增加客群",
  addSegmentFull: (n) => `最多 ${n} 个客群。`,
  removeSegment: (name) => `删除客群“${name}”`,
};
