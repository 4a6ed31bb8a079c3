import { figures } from "../figures";
import { roleWords } from "../roleWords";
import type { portfolioEn } from "./portfolioEn";

const { count } = figures("zh");

/** 组合情况表用语。 */
export const portfolioZh: typeof portfolioEn = {
  heading: (name) => `组合情况：${name}`,
  space: "",
  headers: {
    limit: "授信额度",
    outstanding: "贷款余额",
    utilisation: "额度使用率",
    npl: "不良率",
    specialMention: "关注类占比",
    pastDue: "逾期金额",
    pastDueShare: "逾期率",
    over90: "逾期90天以上",
    over90Share: "90天以上占比",
    sales: (column) => column,
    orders: "订单总数",
    averageOrder: "客单价",
    repeat: "复购客户占比",
    margin: "毛利额",
    marginShare: "毛利率",
    topShare: "运行时前十大占比",
    onLastMonth: "较上月",
    onYearEnd: "较年初",
  },
  meansUtilisation: "额度使用率：余额占授信额度的比例。",
  meansPastDue: (outstanding, days) => `逾期：${days}大于 0 的${outstanding}；逾期90天以上：大于 90。`,
  meansTopShare: (measure) => `前十大占比：该行最大的十户占其${measure}的比例，为运行时数值。`,
  meansNpl: (column, npl, mention) =>
    `不良率、关注类占比：${column}为${npl.join("、")}的余额，以及为${mention.join("、")}的余额，占余额合计的比例。`,
  openClasses: (column, blank, other, texts, more) => {
    const says = texts.map((text) => `“${text}”`).join("、");
    const parts = [
      ...(blank === 0 ? [] : [`${count(blank)} 行为空`]),
      ...(other === 0 ? [] : [`${count(other)} 行为其他内容（${says}${more ? "等" : ""}）`]),
    ];
    return `运行时${column}有 ${parts.join("，")}：计入余额，不计入不良和关注类。`;
  },
  noClass: (column) => `${column}中没有五级分类的取值，因此不列不良率和关注类占比。`,
  comparedWith: (header, measure, date) =>
    `${header}：与数据日期为${date}的运行相比${measure}的变动；当时没有该客群的显示“–”。`,
  notCompared: {
    "no-date": (header) => `${header}：本次运行未注明数据日期，显示“–”；请在窗格“数据”中填写。`,
    "no-run": (header, date) => `${header}：本工作簿没有数据日期为${date}的运行，显示“–”。`,
    "other-unit": (header, date) => `${header}：数据日期为${date}的运行所注明的单位不同，显示“–”。`,
  },
  missing: (role, column) => `${role}：客户表已没有“${column}”列，未列出；请在窗格“数据”中选择对应的列。`,
  roles: roleWords.zh,
  unit: (unit) => `单位：${unit}。`,
  unitAfter: (fact, unit) => `${fact}。单位：${unit}。`,
};
