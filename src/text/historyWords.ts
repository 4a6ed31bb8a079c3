import { figures } from "./figures";
import type { Language } from "./language";

const en = figures("en");
const zh = figures("zh");

/** The words of the history table, for its sheet and for the pane that adds to it. */
const historyEn = {
  sheet: {
    name: "History of customers",
    title: "History of customers",
    means:
      "Values without formulas, as they stood when a run was added. Each run is added when it is written, unless somebody says otherwise there.",
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
    every: (sheet: string): string => `Add this run, and every later one, to “${sheet}”`,
    everyMeans:
      "As many runs stay as that sheet states. A later run with data of the same day takes the place of the one before.",
    added: (sheet: string): string => `Added to “${sheet}”.`,
    notAdded: "The run is complete, but was not added to the history of customers.",
    standing: (sheet: string): string =>
      `Runs add themselves to “${sheet}” when they are written, unless you say otherwise there. A run is never added twice.`,
    means: (rows: number, most: number): string =>
      `Key, label and value of every customer, ${en.count(rows)} rows, to a visible table on a sheet of its own. From then on each run adds itself. Beyond ${en.count(most)} rows, or more runs than the sheet states, the oldest go.`,
    tooMany: (rows: number, most: number): string =>
      `This run has ${en.count(rows)} labels; the history table takes ${en.count(most)} rows at most.`,
  },
};
type HistoryWords = typeof historyEn;

const historyZh: HistoryWords = {
  sheet: {
    name: "客户历史",
    title: "客户历史",
    means: "均为加入时的数值，不含公式。每次运行写入时自动加入，除非写入前取消。",
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
    every: (sheet) => `将本次及以后每次运行加入“${sheet}”`,
    everyMeans: "保留的运行数以该工作表所填为准。数据日期相同时，新的运行取代旧的运行。",
    added: (sheet) => `已加入“${sheet}”。`,
    notAdded: "运行已完成，但未能加入客户历史。",
    standing: (sheet) => `每次写入时自动加入“${sheet}”，可在写入前取消；同一运行不会重复加入。`,
    means: (rows, most) =>
      `将每个客户的主键、标签和数值（共 ${zh.count(rows)} 行）写入单独工作表上的可见表格，此后每次运行自动加入。超过 ${zh.count(most)} 行或表中所填运行数时，最早的运行将被删除。`,
    tooMany: (rows, most) => `本次运行共有 ${zh.count(rows)} 个标签，历史表最多容纳 ${zh.count(most)} 行。`,
  },
};

const words: Readonly<Record<Language, HistoryWords>> = { en: historyEn, zh: historyZh };

/** The words of the history table in one language. */
export function historyWords(language: Language): HistoryWords {
  return words[language];
}
