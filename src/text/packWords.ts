import { figures } from "./figures";
import type { Language } from "./language";

const en = figures("en");
const zh = figures("zh");

/** The words of a month's pack, for the sheet that is frozen and for the pane that asks. */
const packEn = {
  /** @param month - as YYYY-MM, or a whole day where the data has no date */
  sheetName: (month: string): string => `Pack ${month}`,
  title: (month: string): string => `Month's pack ${month}`,
  data: (dataDate: string | null, table: string): string =>
    dataDate === null
      ? `Table ${table}; the date of the data was not stated.`
      : `Table ${table}, data as of ${en.day(dataDate)}.`,
  run: (at: Date, person: string, plan: number | null): string =>
    `Labels of the run of ${en.moment(at)}${person === "" ? "" : ` by ${person}`}${plan === null ? "" : `, plan ${en.count(plan)}`}.`,
  frozen: (at: Date, person: string): string =>
    `Frozen on ${en.moment(at)}${person === "" ? "" : ` by ${person}`}: values of that moment without formulas. Later runs leave this sheet as it is.`,
  counted: (classified: number, notClassified: number): string =>
    `${en.count(classified)} classified, ${en.count(notClassified)} not classified; together all ${en.count(classified + notClassified)}.`,
  howMade: "How the segments are made",
  owners: (segmentation: string): string => `${segmentation}: owners and objectives`,
  segment: "Segment",
  moves: (segmentation: string): string => `${segmentation}: moves`,
  movesSince: (at: Date, stayed: number, moved: number, entered: number, left: number): string =>
    `On the run of ${en.moment(at)}: ${en.count(stayed)} stayed, ${en.count(moved)} changed segment, ${en.count(entered)} are new, ${en.count(left)} are gone.`,
  movesOn: (day: string, stayed: number, moved: number, entered: number, left: number): string =>
    `On ${en.day(day)}: ${en.count(stayed)} stayed, ${en.count(moved)} changed segment, ${en.count(entered)} are new, ${en.count(left)} are gone.`,
  noMoves: "There is no earlier month to compare with.",
  logged: (at: Date, person: string, sheet: string): string =>
    `Frozen as “${sheet}” on ${en.moment(at)}${person === "" ? "" : ` by ${person}`}`,
  pane: {
    heading: "Freeze the month",
    means:
      "Writes the month's pack on a sheet of its own: segments, moves, owners and objectives as values. Later runs never touch it.",
    name: "Name of the sheet",
    freeze: "Freeze",
    written: (sheet: string): string => `The pack is on the sheet “${sheet}”.`,
    show: "Show it",
    notWritten: "The pack was not written.",
  },
};
type PackWords = typeof packEn;

const packZh: PackWords = {
  sheetName: (month) => `定稿 ${month}`,
  title: (month) => `${month} 定稿`,
  data: (dataDate, table) =>
    dataDate === null ? `数据表 ${table}；未注明数据日期。` : `数据表 ${table}，数据日期 ${zh.day(dataDate)}。`,
  run: (at, person, plan) =>
    `标签为 ${zh.moment(at)} 运行的结果${person === "" ? "" : `，运行人 ${person}`}${plan === null ? "" : `，方案第 ${zh.count(plan)} 版`}。`,
  frozen: (at, person) =>
    `${zh.moment(at)} 定稿${person === "" ? "" : `，定稿人 ${person}`}：均为当时的数值，不含公式。此后的运行不会改动本表。`,
  counted: (classified, notClassified) =>
    `已分类 ${zh.count(classified)}，未分类 ${zh.count(notClassified)}，合计 ${zh.count(classified + notClassified)}。`,
  howMade: "划分方法",
  owners: (segmentation) => `${segmentation}：责任人与工作目标`,
  segment: "客群",
  moves: (segmentation) => `${segmentation}：迁徙`,
  movesSince: (at, stayed, moved, entered, left) =>
    `较 ${zh.moment(at)} 的运行：未变 ${zh.count(stayed)}，变动 ${zh.count(moved)}，新增 ${zh.count(entered)}，退出 ${zh.count(left)}。`,
  movesOn: (day, stayed, moved, entered, left) =>
    `较 ${zh.day(day)}：未变 ${zh.count(stayed)}，变动 ${zh.count(moved)}，新增 ${zh.count(entered)}，退出 ${zh.count(left)}。`,
  noMoves: "没有可比较的以往月份。",
  logged: (at, person, sheet) => `${zh.moment(at)} 定稿为“${sheet}”${person === "" ? "" : `，定稿人 ${person}`}`,
  pane: {
    heading: "本月定稿",
    means: "将本月的客群、迁徙、责任人和工作目标以数值形式写入单独的工作表，此后的运行不会改动。",
    name: "工作表名称",
    freeze: "定稿",
    written: (sheet) => `已写入工作表“${sheet}”。`,
    show: "查看",
    notWritten: "未能定稿。",
  },
};

const words: Readonly<Record<Language, PackWords>> = { en: packEn, zh: packZh };

/** The words of a month's pack in one language. */
export function packWords(language: Language): PackWords {
  return words[language];
}
