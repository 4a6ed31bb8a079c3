import { figures } from "./figures";
import type { Language } from "./language";

const en = figures("en");
const zh = figures("zh");

/** The way of a month, on top of the pane. */
const monthEn = {
  way: "This month's steps",
  steps: {
    data: "New data",
    check: "Check",
    preview: "Preview",
    write: "Write",
    assign: "Assign",
    freeze: "Freeze",
  },
  states: { done: "done", now: "to do now", open: "not done yet" },
  leads: {
    data: "Choose the table of this month",
    check: "What is odd about the data",
    preview: "Who would change segment",
    write: "Write segments to the workbook",
    assign: "Who answers for each segment",
    freeze: "Keep this month as it is",
  },
  /** Said to screen readers and on hover: what a step is about, and where it stands. */
  says: (leads: string, state: string): string => `${leads}: ${state}`,
  odd: (number: number): string => `${en.count(number)} to look at`,
  ownerless: (number: number): string => `${en.count(number)} without an owner`,
};
type MonthWords = typeof monthEn;

const monthZh: MonthWords = {
  way: "本月步骤",
  steps: { data: "新数据", check: "检查", preview: "预览", write: "写入", assign: "分派", freeze: "定稿" },
  states: { done: "已完成", now: "当前步骤", open: "未完成" },
  leads: {
    data: "选择本月的表",
    check: "数据中的异常",
    preview: "哪些客户将变动客群",
    write: "将客群写入工作簿",
    assign: "各客群由谁负责",
    freeze: "将本月结果定稿",
  },
  says: (leads, state) => `${leads}：${state}`,
  odd: (number) => `${zh.count(number)} 项待查看`,
  ownerless: (number) => `${zh.count(number)} 个客群尚无责任人`,
};

/** These words in one language. */
export const monthWords: Readonly<Record<Language, MonthWords>> = { en: monthEn, zh: monthZh };
