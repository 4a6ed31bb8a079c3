import type { rfmEn } from "./rfmEn";

/** 工作表中 RFM 的用语（中文）。 */
export const rfmZh: typeof rfmEn = {
  by: "RFM：按最近消费时间、消费次数与消费金额划分",
  measures: {
    recency: (column) => `最近消费（R）：${column}`,
    frequency: (column) => `消费次数（F）：${column}`,
    monetary: (column) => `消费金额（M）：${column}`,
  },
  rules: (policySheet, noSegment, valueColumn) => [
    `各分数对应的客群见工作表“${policySheet}”，以首个符合的行为准。`,
    `${noSegment}：没有任何一行包含该分数组合。`,
    "数值相同，分数必相同。",
    `金额为${valueColumn}合计；占比以其中大于零者为准。`,
  ],
};
