import { figures } from "./figures";
import type { Language } from "./language";

const en = figures("en");
const zh = figures("zh");

/** Why a customer is in its segment, and what else the list of changes says, for the pane and for the sheet. */
const changeEn = {
  share: (column: string, value: number, from: number, to: number | null): string => {
    const says = `${column} ${en.amount(value)}: `;
    if (to === null) return `${says}among the rest, beyond ${en.percent(from)} of the total`;
    if (from === 0) return `${says}among the largest that together make up ${en.percent(to)}`;
    return `${says}among those that make up ${en.percent(from)} to ${en.percent(to)}`;
  },
  nothing: (column: string, value: number): string => `${column} ${en.amount(value)}: zero or less`,
  rank: (column: string, value: number, highFirst: boolean, from: number, to: number): string => {
    const ends = from === 0 ? `first ${en.percent(to)}` : `${en.percent(from)} to ${en.percent(to)}`;
    return `${column} ${en.exact(value)}: ${ends} of the customers, ${highFirst ? "highest" : "lowest"} first`;
  },
  /** @param lower - whether a value on a limit is below it */
  band: (
    column: string,
    value: number,
    [from, below]: readonly [from: number | null, below: number | null],
    lower: boolean,
  ): string => {
    const [above, upTo] = lower ? ["above", "up to"] : ["from", "below"];
    const ends = [
      from === null ? "" : `${above} ${en.exact(from)}`,
      below === null ? "" : `${upTo} ${en.exact(below)}`,
    ];
    return `${column} ${en.exact(value)}: band ${ends.filter((end) => end !== "").join(" to ")}`;
  },
  rule: (rule: number, tests: string): string => `Rule ${en.count(rule)}: ${tests}`,
  noRule: "No rule holds",
  otherRule: "The rules lead elsewhere now: changed since the run",
  /** "R 5 · F 4 · M 5 → Champions (Last order 2026-10-04, Orders 12, Spent 1530.5)" */
  scores: ([r, f, m]: readonly [number, number, number], segment: string | null, measures: string): string =>
    `R ${r} · F ${f} · M ${m}${segment === null ? "" : ` → ${segment}`}${measures === "" ? "" : ` (${measures})`}`,
  content: (column: string, content: string): string => `${column} ${content === "" ? "is blank" : content}`,
  listComma: ", ",
  notClassified: (column: string, reason: string, content: string): string =>
    `Not classified. ${column}: ${reason}${content === "" ? "" : ` (${content})`}`,
  changed: (column: string, content: string): string =>
    `${column} ${content === "" ? "is blank now" : `is ${content} now`}: changed since the run`,
  entered: "Entered",
  pane: {
    heading: "Who is concerned?",
    asks: "The customers who changed segment with the last run, with the reason, by relationship manager or branch.",
    open: "Show the list",
    loading: "Reading who changed segment…",
    nobody: "Nobody changed segment with the last run.",
    segmentation: "Segmentation",
    by: "Filter by",
    byNothing: "Choose a column",
    all: (number: number): string => `Everybody (${en.count(number)})`,
    blank: "(blank)",
    counts: (column: string): string => `Customers who changed segment, by ${column}`,
    only: (name: string): string => `Show only ${name}`,
    customers: "Customers",
    valueNow: "Value now",
    way: (from: string, to: string): string => `${from} → ${to}`,
    firstOf: (shown: number, all: number): string => `${en.count(shown)} of ${en.count(all)}`,
    showMore: "Show more",
    moreValues: (number: number): string => `${en.count(number)} more, with fewer customers.`,
    more: (number: number): string =>
      `${en.count(number)} more changed segment; only those with the largest values are kept by name.`,
    gone: (number: number): string => `${en.count(number)} of them are no longer in the table.`,
    left: (list: string): string => `Left the table: ${list}.`,
    leftFrom: (from: string, number: number): string => `${en.count(number)} of ${from}`,
    asOf: "Values and reasons are those of the cells as they are now.",
    write: "Write the list to a sheet",
    writeMeans: "A sheet of its own, with filters. Later runs leave it as it is; delete it when nobody needs it.",
    written: (sheet: string): string => `The list is on the sheet “${sheet}”.`,
    notWritten: "The list was not written",
    showSheet: "Show it",
  },
  sheet: {
    name: "Changed clients",
    title: "Who changed segment, and why",
    run: (run: string, dataDate: string | null): string =>
      `Changes with the run of ${run}${dataDate === null ? "" : `, data as of ${dataDate}`}.`,
    written: (written: string): string =>
      `Values and reasons as of ${written}: nothing here follows the customer table. Later runs leave this sheet as it is; delete it when nobody needs it.`,
    firstOf: (shown: number, all: number): string =>
      `The ${en.count(shown)} largest of ${en.count(all)} changes are listed.`,
    nobody: "Nobody changed segment.",
    left: (segmentation: string, list: string): string => `Left the table, ${segmentation}: ${list}.`,
    headers: {
      segmentation: "Segmentation",
      key: "Key",
      from: "Before",
      to: "Now",
      value: "Value",
      why: "Why",
    },
  },
};
type ChangeWords = typeof changeEn;

const changeZh: ChangeWords = {
  share: (column, value, from, to) => {
    const says = `${column} ${zh.amount(value)}：`;
    if (to === null) return `${says}排在合计占 ${zh.percent(from)} 的客户之后`;
    if (from === 0) return `${says}属于合计占 ${zh.percent(to)} 的最大客户`;
    return `${says}属于累计占比 ${zh.percent(from)} 至 ${zh.percent(to)} 的客户`;
  },
  nothing: (column, value) => `${column} ${zh.amount(value)}：为零或负数`,
  rank: (column, value, highFirst, from, to) => {
    const ends = from === 0 ? `前 ${zh.percent(to)}` : `${zh.percent(from)} 至 ${zh.percent(to)}`;
    return `${column} ${zh.exact(value)}：按${highFirst ? "从高到低" : "从低到高"}，属于客户数的${ends}`;
  },
  band: (column, value, [from, below], lower) => {
    const [above, upTo] = lower ? [">", "≤"] : ["≥", "<"];
    const ends = [
      from === null ? "" : `${above} ${zh.exact(from)}`,
      below === null ? "" : `${upTo} ${zh.exact(below)}`,
    ];
    return `${column} ${zh.exact(value)}：属于 ${ends.filter((end) => end !== "").join("，")} 这一档`;
  },
  rule: (rule, tests) => `规则 ${zh.count(rule)}：${tests}`,
  noRule: "没有符合的规则",
  otherRule: "按规则现属其他客群，运行后已变更",
  scores: ([r, f, m], segment, measures) =>
    `R ${r} · F ${f} · M ${m}${segment === null ? "" : ` → ${segment}`}${measures === "" ? "" : `（${measures}）`}`,
  content: (column, content) => (content === "" ? `${column}为空` : `${column}为 ${content}`),
  listComma: "，",
  notClassified: (column, reason, content) => `未分类。${column}：${reason}${content === "" ? "" : `（${content}）`}`,
  changed: (column, content) => `${column}${content === "" ? "现为空" : `现为 ${content}`}，运行后已变更`,
  entered: "新增",
  pane: {
    heading: "涉及哪些客户？",
    asks: "最近一次运行中客群发生变动的客户及原因，可按管户客户经理或经办机构筛选。",
    open: "显示清单",
    loading: "正在读取客群变动…",
    nobody: "最近一次运行没有客户变动客群。",
    segmentation: "分层方案",
    by: "筛选依据",
    byNothing: "选择列",
    all: (number) => `全部（${zh.count(number)}）`,
    blank: "（空白）",
    counts: (column) => `各${column}的变动客户`,
    only: (name) => `只显示 ${name}`,
    customers: "客户数",
    valueNow: "当前金额",
    way: (from, to) => `${from} → ${to}`,
    firstOf: (shown, all) => `已显示 ${zh.count(shown)} / ${zh.count(all)}`,
    showMore: "显示更多",
    moreValues: (number) => `另有 ${zh.count(number)} 项，客户数较少。`,
    more: (number) => `另有 ${zh.count(number)} 个客户变动，仅保留金额最大的客户名单。`,
    gone: (number) => `其中 ${zh.count(number)} 个已不在表中。`,
    left: (list) => `已退出：${list}。`,
    leftFrom: (from, number) => `${from} ${zh.count(number)} 个`,
    asOf: "金额和原因取自单元格当前内容。",
    write: "将清单写入工作表",
    writeMeans: "单独的工作表，可筛选。以后的运行不会改动，不再需要时删除即可。",
    written: (sheet) => `清单已写入工作表“${sheet}”。`,
    notWritten: "清单未写入",
    showSheet: "查看",
  },
  sheet: {
    name: "变动客户",
    title: "客群变动客户及原因",
    run: (run, dataDate) => `${run} 的运行中的变动${dataDate === null ? "" : `，数据日期 ${dataDate}`}。`,
    written: (written) => `金额和原因截至 ${written}，不随客户表变化。以后的运行不会改动本表，不再需要时删除即可。`,
    firstOf: (shown, all) => `共 ${zh.count(all)} 项变动，列出金额最大的 ${zh.count(shown)} 项。`,
    nobody: "没有客户变动客群。",
    left: (segmentation, list) => `已退出（${segmentation}）：${list}。`,
    headers: {
      segmentation: "分层方案",
      key: "客户标识",
      from: "变动前",
      to: "变动后",
      value: "金额",
      why: "原因",
    },
  },
};

/** The words about who changed segment, in one language. */
export const changeWords: Readonly<Record<Language, ChangeWords>> = { en: changeEn, zh: changeZh };
