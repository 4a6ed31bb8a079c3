import type { rfmEn } from "./rfmEn";

/** 窗格中 RFM 的用语（中文）。 */
export const rfmZh: typeof rfmEn = {
  measures: "数据来源",
  recencyColumn: "最近一次消费",
  recencyAs: "“最近一次消费”列的内容",
  asDate: "日期",
  asDays: "距今天数",
  frequencyColumn: "消费次数",
  monetaryColumn: "消费金额",
  segments: "客群",
  segmentName: (n) => `第 ${n} 个客群的名称`,
};
