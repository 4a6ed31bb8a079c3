import type { Language } from "../language";

/** What a person should know of a method before trusting it. */
export interface MethodHelp {
  readonly what: string;
  readonly use: string;
  readonly avoid: string;
}

type Method = "abc" | "cutoffs" | "groups" | "matrix" | "quantiles" | "rules" | "rfm";

const en: Readonly<Record<Method, MethodHelp>> = {
  abc: {
    what: "Customers in order of a value. Those who together make up the first part of the total, such as 80 %, are the first tier. Equal values share a tier.",
    use: "To see where the value is concentrated and whom to look after in person.",
    avoid:
      "When all are about the same size, when values may be negative, or when a tier must mean a fixed amount: the limits move with the data. Use cut-offs then.",
  },
  cutoffs: {
    what: "Bands between limits that you set. A value on a limit belongs to the upper band.",
    use: "When a policy or a regulator names the limits: 30 and 90 days past due, a size class, a score.",
    avoid:
      "When nobody can say why the limits lie there, or when prices and volumes drift so that bands fill or empty.",
  },
  groups: {
    what: "One segment for each value of a column, in the order you give. Blank cells are “Unknown”; other values are listed, not guessed.",
    use: "For ratings, regions, industries and the like, which somebody keeps up to date.",
    avoid: "For columns with many values or free text: thirty groups that nobody can own say little.",
  },
  matrix: {
    what: "Up to four columns at once. Each combination leads to a policy class, and the class is the segment.",
    use: "For a credit or customer policy: who is to grow, to be kept, to be reduced.",
    avoid: "When most combinations hold a handful of customers: fewer bands per column are easier to answer for.",
  },
  quantiles: {
    what: "Customers in order of a column, divided by shares of their number: the top tenth, the next three tenths, and so on.",
    use: "To have tiers of a known size, as for campaigns or visits, whatever the amounts are.",
    avoid:
      "To compare months: the limits move, so a customer can fall although nothing about it changed. With many equal values tiers come out unequal, because equals stay together.",
  },
  rules: {
    what: "Rules of your own, from the top. The first that holds decides; those for whom none holds are a segment too, and counted.",
    use: "When the business already speaks in sentences such as “builders in the north with more than 5 million”.",
    avoid:
      "When dozens of rules overlap and their order decides most: a policy matrix says the same in a form that can be checked.",
  },
  rfm: {
    what: "How recently, how often and for how much customers bought, each as a score; the three scores together lead to a segment.",
    use: "For repeat business such as retail, where behaviour tells more than size. Look at one fixed span, such as the last 24 months.",
    avoid:
      "For loans and contracts, where payments follow a schedule, for things bought once in years, or with less than a year of data. Where most have bought once, scores by quintile say little; set limits of your own.",
  },
};

const zh: Readonly<Record<Method, MethodHelp>> = {
  abc: {
    what: "按数值从大到小排列客户，合计占总额某一比例（如 80%）的最大客户为第一级。数值相同的客户同级。",
    use: "用于查看价值集中在哪里，哪些客户需要专人维护。",
    avoid: "客户规模相近、数值可能为负，或等级须对应固定金额时不宜使用：界限会随数据变动，此时请用分档值。",
  },
  cutoffs: {
    what: "按您设定的分档值划分。恰好等于分档值的，归入较高一档。",
    use: "用于制度或监管已规定界限的情形：逾期 30 天和 90 天、规模、评分。",
    avoid: "若无人能说明界限的依据，或价格、业务量变动使各档过满或过空，则不宜使用。",
  },
  groups: {
    what: "按某一列的取值，依您给定的顺序，一个取值一组。空单元格归入“未知”；其他取值列出，不作推测。",
    use: "用于评级、地区、行业等有人维护的列。",
    avoid: "取值很多或自由填写的列不宜使用：三十个无人负责的分组意义不大。",
  },
  matrix: {
    what: "同时使用最多四列，每种组合对应一个政策类别，类别即客群。",
    use: "用于授信政策或客户政策：支持、维持、压缩还是退出。",
    avoid: "多数组合只有寥寥几户时，请减少每列的档数，更便于落实责任。",
  },
  quantiles: {
    what: "按某一列排列客户，再按户数比例划分：前十分之一、其后十分之三，依此类推。",
    use: "用于需要固定户数的情形，如营销活动或走访安排，与金额大小无关。",
    avoid: "不宜用于逐月比较：界限会变动，客户自身未变也可能降级。相同数值很多时各级户数不等，因为相同者不拆分。",
  },
  rules: {
    what: "您自定的规则，自上而下，先符合者先归类；不符合任何规则的客户另成一组并计数。",
    use: "用于业务上已有明确说法的情形，例如“北区余额超过 500 万的建筑企业”。",
    avoid: "规则有几十条且相互重叠、主要由先后次序决定结果时，改用授信政策矩阵更便于检查。",
  },
  rfm: {
    what: "最近一次购买、购买次数和购买金额分别打分，三项得分共同决定人群。",
    use: "用于零售等重复购买的业务，此时行为比规模更能说明问题。请固定观察期，例如最近 24 个月。",
    avoid:
      "不宜用于按期还款的贷款和合同、多年才买一次的商品，或不足一年的数据。若多数客户只买过一次，五等分意义不大，请自定界限。",
  },
};

const help = { en, zh };

/** What a method is, when to use it, and when not. */
export function methodHelp(language: Language, method: Method): MethodHelp {
  return help[language][method];
}

/** The headings of such help. */
export const methodHelpWords = {
  en: { title: "About this method", use: "Use it", avoid: "Do not use it" },
  zh: { title: "关于此方法", use: "适用", avoid: "不适用" },
} as const;
