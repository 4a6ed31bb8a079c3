import { figures } from "../figures";
import type { rowsPaneEn } from "./rowsPaneEn";

const { count } = figures("zh");

/** 窗格中关于一户多行的用语。 */
export const rowsPaneZh: typeof rowsPaneEn = {
  question: "一户一行，还是一户多行？",
  one: "一户一行",
  several: "一户多行",
  repeats: (key, cells, clients, all) =>
    `“${key}”出现在 ${cells.join("、")}。共 ${count(clients)} 户、${count(all)} 行。`,
  how: "同一客户的多行如何合并",
  howSays: "同一客户的多行按以下方式合并，每一行都会写入该客户的标签。",
  combine: {
    sum: "加总",
    max: "取最大",
    min: "取最小",
    worst: "取最差",
    latest: "取最新",
    earliest: "取最早",
    agree: "须一致",
  },
  latestBy: "按哪一列判断最新",
  latestHint: "同一客户取值不一致时也以此为准，并列入清单。",
  noDate: "没有这样的列",
  together: "集团客户、关联客户",
  togetherHint: "此列取值相同的客户合并为一个客户。",
  alone: "各客户单独计算",
  togetherBy: (column) => `按“${column}”合并`,
  rowsIn: (all, clients, classified, not) =>
    `${count(clients)} 户（${count(all)} 行）= 已分类 ${count(classified)} + 未分类 ${count(not)}`,
  remarksWhy: "单元格无法读取时按该客户其他行计算；合计为零或负的客户归入最低等级。",
};
