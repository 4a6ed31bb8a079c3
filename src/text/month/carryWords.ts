import { figures } from "../figures";
import type { Language } from "../language";

const en = figures("en");
const zh = figures("zh");

const carryEn = {
  offer: "Carry over from last month’s file",
  offerMeans:
    "Last month’s workbook saves one file under History: segmentations, owners, objectives, notes and the last labels.",
  reading: "Reading the file…",
  paste: "Paste the text of that file",
  pasteMeans: "Where Excel saved no file, last month’s workbook gave you this text to copy.",
  pasted: "Text of last month’s file",
  take: "Carry over from this text",
  read: (table: string, date: string | null, segmentations: number, owners: number): string =>
    `Read: ${en.count(segmentations)} ${segmentations === 1 ? "segmentation" : "segmentations"} and ${en.count(owners)} ${owners === 1 ? "segment" : "segments"} with owners of table ${table}${date === null ? "" : `, data as of ${en.day(date)}`}. Now choose this month’s table. Nothing is written before you say so.`,
  leave: "Do without this file",
  heading: "Next month",
  save: "Save for next month",
  saveMeans:
    "Saves one file for the workbook of next month’s export: segmentations, owners, objectives, notes and the last labels. Marks stand for the clients’ ids; no client’s name or amount is in it.",
  savedNext:
    "In next month’s workbook, choose “Carry over from last month’s file” under Data, or “Paste the text of that file” below it.",
  notSaved: "The file was not saved.",
};
type CarryWords = typeof carryEn;

const carryZh: CarryWords = {
  offer: "从上月文件导入",
  offerMeans: "上月工作簿可在“历史”中保存一个文件，内含分层方案、责任人、工作目标、备注和上次标签。",
  reading: "正在读取文件…",
  paste: "粘贴该文件的文本",
  pasteMeans: "如果 Excel 未能保存文件，可使用从上月工作簿复制的文本。",
  pasted: "上月文件的文本",
  take: "从该文本导入",
  read: (table, date, segmentations, owners) =>
    `已读取：表 ${table}${date === null ? "" : `，数据日期 ${zh.day(date)}`}，${zh.count(segmentations)} 个分层方案，${zh.count(owners)} 个已有责任人的客群。请选择本月数据表；确认之前不会写入任何内容。`,
  leave: "不使用该文件",
  heading: "下个月",
  save: "为下月保存",
  saveMeans:
    "保存一个文件，供下月导出数据的工作簿使用：分层方案、责任人、工作目标、备注和上次标签。客户编号以标记代替，不含客户名称和金额。",
  savedNext: "在下月工作簿的“数据”中选择“从上月文件导入”，或选择其下方的“粘贴该文件的文本”。",
  notSaved: "未能保存文件。",
};

const words: Readonly<Record<Language, CarryWords>> = { en: carryEn, zh: carryZh };

/** The words for carrying a month over, which travel with the parts that speak them. */
export function carryWords(language: Language): CarryWords {
  return words[language];
}
