/** The words of the sample in one language; lists are in the order that `SampleClient` counts by. */
export interface SampleWords {
  readonly title: (day: string) => string;
  readonly note: string;
  /** Of all amounts. */
  readonly unit: string;
  readonly sheet: (day: string) => string;
  readonly tables: { readonly september: string; readonly october: string };
  readonly headers: readonly [
    id: string,
    name: string,
    industry: string,
    region: string,
    size: string,
    rating: string,
    riskClass: string,
    creditLimit: string,
    outstanding: string,
    margin: string,
    averageDeposits: string,
    daysPastDue: string,
    manager: string,
    branch: string,
    group: string,
  ];
  readonly industries: readonly string[];
  readonly regions: readonly string[];
  readonly sizes: readonly string[];
  readonly ratings: readonly string[];
  readonly riskClasses: readonly string[];
  /** Three per region. */
  readonly managers: readonly (readonly string[])[];
  /** Two per region. */
  readonly branches: readonly (readonly string[])[];
  /** An invented name for a client; the same numbers give the same name. */
  readonly clientName: (first: number, second: number, industry: number, size: number, region: number) => string;
  readonly groupName: (group: number) => string;
}

const at = (list: readonly string[], i: number): string => list[i % list.length] ?? "";

const firstEn =
  "Alder Birch Calder Dunmore Elston Fenwick Garrow Hartwell Ivory Juniper Kestrel Linden Marlow Northey Oakley Penrose Quarry Redfern Selby Thornton Ulverton Verity Westbrook Yarrow".split(
    " ",
  );
const secondEn =
  "Bridge Brook Croft Dale Field Ford Gate Grove Hill Lane Mill Park Point Ridge Shore Stone Vale Wharf Wood Works".split(
    " ",
  );
const tradeEn = [
  "Precision Tools",
  "Wholesale",
  "Foods",
  "Construction",
  "Logistics",
  "Textiles",
  "Energy",
  "Hotels",
  "Pharma",
  "Properties",
  "Software",
  "Packaging",
];
const formEn = ["plc", "Group Ltd", "Ltd", "& Sons"];

export const sampleEn: SampleWords = {
  title: (day) => `Loan clients at ${day}`,
  note: "Amounts in thousands. All clients are invented.",
  unit: "thousands",
  sheet: (day) => `Clients ${day}`,
  tables: { september: "Clients_Sep", october: "Clients_Oct" },
  headers: [
    "Client ID",
    "Client",
    "Industry",
    "Region",
    "Size",
    "Credit rating",
    "Risk class",
    "Credit limit",
    "Outstanding balance",
    "Net margin",
    "Average deposits",
    "Days past due",
    "Relationship manager",
    "Branch",
    "Client group",
  ],
  industries: [
    "Machinery",
    "Wholesale",
    "Food",
    "Construction",
    "Transport",
    "Textiles",
    "Energy",
    "Hospitality",
    "Pharmaceuticals",
    "Real estate",
    "IT services",
    "Paper and packaging",
  ],
  regions: ["North", "Capital", "East", "South", "West", "Midlands", "Islands"],
  sizes: ["Large", "Medium", "Small", "Micro"],
  ratings: ["AAA", "AA", "A", "BBB", "BB", "B", "Not rated"],
  riskClasses: ["Normal", "Special mention", "Substandard", "Doubtful", "Loss"],
  managers: [
    ["Amara Osei", "Ben Clarke", "Chloe Martin"],
    ["David Novak", "Elena Rossi", "Femi Adeyemi"],
    ["Grace Lindqvist", "Hugo Weber", "Ines Duarte"],
    ["Jack Byrne", "Katya Petrova", "Liam Walsh"],
    ["Maya Singh", "Noah Fischer", "Olga Kovacs"],
    ["Priya Nair", "Quentin Leroy", "Rosa Jimenez"],
    ["Sam Okafor", "Tara Keane", "Viktor Hansen"],
  ],
  branches: [
    ["Northgate", "Harbour North"],
    ["City Square", "Kingsway"],
    ["Eastport", "Mill Street"],
    ["Southbank", "Orchard Road"],
    ["Westfield", "Castle Hill"],
    ["Central Cross", "Foundry Lane"],
    ["Harbour Isle", "Lighthouse"],
  ],
  clientName: (first, second, industry, size) =>
    `${at(firstEn, first)} ${at(secondEn, second)} ${at(tradeEn, industry)} ${at(formEn, size)}`,
  groupName: (group) => `${at(firstEn, group * 7 + 3)} Holdings`,
};

const firstZh = [
  "华",
  "瑞",
  "恒",
  "远",
  "宏",
  "金",
  "盛",
  "嘉",
  "安",
  "德",
  "信",
  "泰",
  "博",
  "新",
  "永",
  "兴",
  "联",
  "中",
  "海",
  "天",
  "正",
  "和",
  "广",
  "长",
];
const secondZh = [
  "达",
  "丰",
  "源",
  "通",
  "业",
  "泽",
  "隆",
  "康",
  "诚",
  "昌",
  "盈",
  "晟",
  "茂",
  "润",
  "凯",
  "航",
  "利",
  "顺",
  "腾",
  "宁",
];
const tradeZh = ["机械", "贸易", "食品", "建设", "物流", "纺织", "能源", "酒店", "医药", "置业", "信息技术", "包装"];
const formZh = ["集团股份有限公司", "股份有限公司", "有限公司", "经营部"];
const citiesZh = ["临江", "京北", "东港", "南屏", "西岭", "中州", "海屿"];

export const sampleZh: SampleWords = {
  title: (day) => `贷款客户 ${day}`,
  note: "单位：千元。客户均为虚构。",
  unit: "千元",
  sheet: (day) => `客户 ${day}`,
  tables: { september: "客户_9月", october: "客户_10月" },
  headers: [
    "客户编号",
    "客户名称",
    "行业",
    "地区",
    "企业规模",
    "信用等级",
    "风险分类",
    "授信额度",
    "贷款余额",
    "净收益",
    "日均存款",
    "逾期天数",
    "管户客户经理",
    "经办机构",
    "集团客户",
  ],
  industries: [
    "机械制造",
    "批发零售",
    "食品",
    "建筑",
    "交通运输",
    "纺织",
    "能源",
    "住宿餐饮",
    "医药",
    "房地产",
    "信息技术",
    "造纸包装",
  ],
  regions: ["北部", "京畿", "东部", "南部", "西部", "中部", "海岛"],
  sizes: ["大型", "中型", "小型", "微型"],
  ratings: ["AAA", "AA", "A", "BBB", "BB", "B", "未评级"],
  riskClasses: ["正常", "关注", "次级", "可疑", "损失"],
  managers: [
    ["王晓岚", "李建国", "陈思雨"],
    ["张伟民", "刘佳宁", "赵文博"],
    ["周雅琴", "吴志强", "郑欣怡"],
    ["孙浩然", "朱明慧", "胡俊杰"],
    ["高丽华", "林子轩", "何静文"],
    ["郭晨曦", "马国栋", "罗雨桐"],
    ["梁海生", "宋雪梅", "唐一鸣"],
  ],
  branches: [
    ["临江支行", "北城支行"],
    ["京北支行", "中轴路支行"],
    ["东港支行", "磨坊街支行"],
    ["南屏支行", "果园路支行"],
    ["西岭支行", "古城支行"],
    ["中州支行", "铸造巷支行"],
    ["海屿支行", "灯塔支行"],
  ],
  clientName: (first, second, industry, size, region) =>
    `${at(citiesZh, region)}${at(firstZh, first)}${at(secondZh, second)}${at(tradeZh, industry)}${at(formZh, size)}`,
  groupName: (group) => `${at(firstZh, group * 7 + 3)}${at(secondZh, group)}集团`,
};
