/** Names of what the register keeps for a segment: the same words head the sheet's columns and label the pane's form. */
export const ownerFields = {
  en: {
    owner: "Accountable owner",
    deputy: "Deputy",
    objective: "Objective",
    kpi: "KPI",
    baseline: "Baseline",
    target: "Target",
    due: "Due",
    status: "Status",
    nextReview: "Next review",
    note: "Note",
  },
  zh: {
    owner: "责任人",
    deputy: "B角",
    objective: "工作目标",
    kpi: "考核指标",
    baseline: "基期值",
    target: "目标值",
    due: "完成期限",
    status: "进度状态",
    nextReview: "下次复核日",
    note: "备注",
  },
};

/** What Tierbook works out beside them: the KPI's value now, and the way from the baseline to the target. */
export const ownerMeasures = {
  en: { actual: "Actual", progress: "Progress" },
  zh: { actual: "实际值", progress: "完成率" },
};

/** All headers of the register's sheet. */
export const ownerHeaders = {
  en: {
    id: "Segment id",
    segmentation: "Segmentation",
    segment: "Segment",
    inPlan: "In the plan",
    ...ownerFields.en,
    ...ownerMeasures.en,
  },
  zh: {
    id: "客群编号",
    segmentation: "分层方案",
    segment: "客群",
    inPlan: "是否在用",
    ...ownerFields.zh,
    ...ownerMeasures.zh,
  },
};

/** Whether the plan still has a segment. */
export const ownerInPlan = {
  en: { yes: "Yes", no: "No longer" },
  zh: { yes: "在用", no: "已停用" },
};

/** What the pane says of a KPI. */
export const kpiWords = {
  en: {
    now: (kpi: string, value: string): string => `${kpi}: ${value} now`,
    target: (value: string): string => `target ${value}`,
    way: (share: string): string => `${share} of the way`,
    reached: "target reached",
    back: "further away than at the baseline",
    comma: ", ",
  },
  zh: {
    now: (kpi: string, value: string): string => `${kpi}：当前 ${value}`,
    target: (value: string): string => `目标值 ${value}`,
    way: (share: string): string => `完成率 ${share}`,
    reached: "已达目标",
    back: "较基期更远离目标",
    comma: "，",
  },
};

/** What Excel says to who enters something else than a date. */
export const ownerDates = {
  en: {
    title: "A date, please",
    message: "Enter a date such as 2026-12-31, so that Tierbook can say when it is late.",
  },
  zh: { title: "请输入日期", message: "请输入日期，例如 2026-12-31，以便判断是否超期。" },
};

/** Headers under which earlier sheets have these columns. A run gives them today's names. */
export const formerOwnerHeaders = {
  en: {},
  zh: {
    segmentation: "分层分群",
    deputy: "代理人",
    objective: "目标",
    kpi: "指标",
    baseline: "基准值",
    status: "状态",
    nextReview: "下次复核",
  },
};

/** The statuses as people read and choose them, in the sheet's list and in the pane. */
export const ownerStatuses = {
  en: {
    "not-started": "Not started",
    "on-track": "On track",
    "at-risk": "At risk",
    "off-track": "Off track",
    done: "Done",
  },
  zh: {
    "not-started": "未开始",
    "on-track": "正常",
    "at-risk": "有风险",
    "off-track": "偏离",
    done: "已完成",
  },
};
