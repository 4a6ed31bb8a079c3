import type { ordersEn } from "./ordersEn";

/** 订单表相关的工作表用语。 */
export const ordersZh: typeof ordersEn = {
  headers: { lastOrder: "最近下单日", orders: "订单数", score: "RFM得分" },
  heading: "订单行是否全部计入一次？",
  says: "计入的行与未计入的行合计等于读取的全部行。数据为运行读取时的状态：此后新增的订单从下次运行起计入。",
  lineHeaders: { segmentation: "分层方案", table: "表格", lines: "行数", amount: "金额", what: "处理结果" },
  read: "读取的全部行",
  counted: (from, to) => {
    return ["计入", from === null ? "" : `：自 ${from} 起`, to === null ? "" : `，截至 ${to}`].join("");
  },
  returns: "其中退货",
  totals: "其中疑似合计行（已计入）",
  hidden: "其中隐藏行",
  reasons: {
    "left-out": "按方案规则剔除",
    "no-customer": "客户为空",
    "unknown-customer": "客户不在客户表中",
    "no-date": "无法识别为日期",
    "no-amount": "不是数字",
    "no-order": "订单号为空",
    "before-window": "早于观察期",
    "after-data-date": "晚于数据日期",
    "looks-total": "疑似合计行，已计入",
  },
  listHeading: "需核对的订单行",
  listSays: "仅列出前若干无法使用或疑似合计的行，总数见上表。请更正所列单元格后重新运行。",
};
