import type { Language } from "./language";

const en = {
  bands: (column: string): string => `${column} band`,
  groups: (column: string): string => `By ${column}`,
  threeBands: ["High", "Middle", "Low"],
  ranks: (column: string): string => `${column} rank tier`,
  fifths: ["Top", "Upper middle", "Middle", "Lower middle", "Bottom"],
  statedAs: (value: string): string => `Stated as ${value}`,
  exposure: "Exposure tier",
  earnings: "Earnings tier",
  fourthTier: "Small",
  newTier: (n: number): string => `Tier ${n}`,
  policy: "Policy",
  newClass: (n: number): string => `Class ${n}`,
  rules: "Own segment",
  watched: "Watch list",
  large: "Large customers",
  otherwise: "Everyone else",
  rfm: "RFM segment",
  rfmAmount: "RFM amount",
  rfmOrders: "RFM number of orders",
  newSegment: (n: number): string => `Segment ${n}`,
};

const zh: typeof en = {
  bands: (column) => `${column}分段`,
  groups: (column) => `按${column}分组`,
  threeBands: ["高", "中", "低"],
  ranks: (column) => `${column}排名等级`,
  fifths: ["最高", "较高", "中等", "较低", "最低"],
  statedAs: (value) => `标为${value}`,
  exposure: "敞口等级",
  earnings: "收益等级",
  fourthTier: "长尾",
  newTier: (n) => `等级 ${n}`,
  policy: "客户政策",
  newClass: (n) => `类别 ${n}`,
  rules: "自定义客群",
  watched: "关注名单",
  large: "大客户",
  otherwise: "其他客户",
  rfm: "RFM 客群",
  rfmAmount: "RFM 消费金额",
  rfmOrders: "RFM 消费次数合计",
  newSegment: (n) => `客群 ${n}`,
};

const names: Readonly<Record<Language, typeof en>> = { en, zh };

/** What new segmentations and their tiers, bands and classes are called at the start, in the language of the sheets. */
export function newNames(language: Language): typeof en {
  return names[language];
}
