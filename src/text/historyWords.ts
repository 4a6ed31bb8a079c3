import { figures } from "./figures";
import type { Language } from "./language";

const en = figures("en");
const zh = figures("zh");

/** The words of the history table, for its sheet and for the pane that adds to it. */
const historyEn = {
  sheet: {
    name: "History of customers",
    title: "History of customers",
    means: "Values without formulas, as they stood when a run was added. Nothing is added unless somebody asks for it.",
    retention: (mostRuns: number, mostRows: number): string =>
      `The newest runs stay, one for each date of data, as many as stated here (1 to ${en.count(mostRuns)}), and ${en.count(mostRows)} rows at most. The oldest go when one is added, and so do runs that were undone.`,
    runsKept: "Runs kept",
    added: (at: string, rows: number): string => `Last added: the run of ${at}, ${en.count(rows)} rows.`,
    gone: (customers: number): string =>
      `${en.count(customers)} of its customers had left the table by then and are not listed.`,
    dropped: (runs: number): string => `Runs that went for it: ${en.count(runs)}.`,
    headers: {
      key: "Client key",
      segmentation: "Segmentation",
      label: "Label",
      value: "Value",
      dataDate: "Data as of",
      runDate: "Run at",
      run: "Run number",
    },
  },
  pane: {
    heading: "History of customers",
    add: "Add this run to the history",
    means: (rows: number, most: number): string =>
      `Key, label and value of every customer, ${en.count(rows)} rows, to a visible table on a sheet of its own; a run is never added twice. Beyond ${en.count(most)} rows, or more runs than the sheet states, the oldest runs go.`,
    tooMany: (rows: number, most: number): string =>
      `This run has ${en.count(rows)} labels; the history table takes ${en.count(most)} rows at most.`,
  },
};
type HistoryWords = typeof historyEn;

const historyZh: HistoryWords = {
  sheet: {
    name: "客户历史",
    title: "客户历史",
    means: "均为加入时的数值，不含公式。仅在有人要求时才会加入。",
    retention: (mostRuns, mostRows) =>
      `按此处所填数目（1 至 ${zh.count(mostRuns)}）保留最近的运行，每个数据日期一次，且最多 ${zh.count(mostRows)} 行。加入新的运行时，最早的运行和已撤销的运行将被删除。`,
    runsKept: "保留运行数",
    added: (at, rows) => `最近加入：${at} 的运行，${zh.count(rows)} 行。`,
    gone: (customers) => `其中 ${zh.count(customers)} 个客户当时已不在表中，未列出。`,
    dropped: (runs) => `为此删除的运行数：${zh.count(runs)}。`,
    headers: {
      key: "客户主键",
      segmentation: "划分",
      label: "标签",
      value: "数值",
      dataDate: "数据日期",
      runDate: "运行时间",
      run: "运行编号",
    },
  },
  pane: {
    heading: "客户历史",
    add: "将本次运行加入历史",
    means: (rows, most) =>
      `将每个客户的主键、标签和数值（共 ${zh.count(rows)} 行）写入单独工作表上的可见表格，同一运行不会重复加入。超过 ${zh.count(most)} 行或表中所填运行数时，最早的运行将被删除。`,
    tooMany: (rows, most) => `本次运行共有 ${zh.count(rows)} 个标签，历史表最多容纳 ${zh.count(most)} 行。`,
  },
};

const words: Readonly<Record<Language, HistoryWords>> = { en: historyEn, zh: historyZh };

/** The words of the history table in one language. */
export function historyWords(language: Language): HistoryWords {
  return words[language];
}
