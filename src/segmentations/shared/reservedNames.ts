/** Labels of the rows without a tier, in both languages: no tier may be called so, or its customers could not be told from them. */
export const reservedNames: readonly string[] = ["Not classified", "未分类"];

/** Label of the rows whose cell is blank, by language: no group of values may be called so. */
export const unknownName = { en: "Unknown", zh: "未知" } as const;

/** Label of the rows that no cell of a policy matrix maps, by language: no class may be called so. */
export const noPolicyName = { en: "No policy", zh: "无对应政策" } as const;

/** Label of the rows whose scores no line of an RFM map holds, by language: no segment may be called so. */
export const noSegmentName = { en: "No segment", zh: "无对应客群" } as const;

/** Labels of the customers that RFM scores not at all, by language: who spent nothing net of returns, and who has no order. */
export const noNetSpendName = { en: "No net spend", zh: "无净消费" } as const;
export const noOrderName = { en: "No order in the window", zh: "观察期内无订单" } as const;

/** What follows the stroke in the id of the customers that nothing in a plan names; nothing of a plan has such an id. */
export const noPolicyId = "-";
