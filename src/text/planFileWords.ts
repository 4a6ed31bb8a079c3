import type { Language } from "./language";

/** What is wrong with a plan in a file. `where` is null at its top. */
export interface PlanFileWords {
  readonly empty: string;
  readonly doubledKey: (key: string, line: number) => string;
  /** `wanted` and `got` are types as JSON has them. */
  readonly wrongType: (where: string | null, wanted: string, got: string, found: string | null) => string;
  readonly noJson: (line: number | null) => string;
  readonly unknownKey: (key: string, where: string | null, meant: string | null, known: readonly string[]) => string;
  readonly unknownWord: (word: string, where: string | null, meant: string | null, known: readonly string[]) => string;
  readonly problem: (
    problem: string,
    where: string | null,
    found: string | null,
    limit: string | number | readonly string[] | null,
  ) => string;
}

const quoted = (text: string): string => `“${text}”`;

const problemsEn: Readonly<Record<string, string>> = {
  missing: "is missing",
  "too-few": "has too few entries",
  "too-many": "has too many entries, or is too large",
  "wrong-form": "is not written as it must be",
  "text-too-long": "is too long a text",
  "too-long": "is more than a plan may hold",
  "too-deep": "is nested deeper than a plan is",
  "cutoffs-out-of-order": "are not in order",
  "tiers-not-one-more": "must be one more than the cut-offs",
  "same-id": "is an id that stands there twice",
  "same-name": "is a name that stands there twice",
  "bad-text": "is a text that no workbook keeps as it is",
  "bad-date": "is no date",
  "reserved-name": "is a name that Tierbook uses itself",
  "no-axis": "need one column at least",
  "same-column": "is a column that stands there twice",
  "unknown-position": "names a place that no axis has",
  "unknown-class": "names a class that there is not",
  "same-cell": "says of one combination twice",
  "no-cell-mapped": "need one combination at least",
  "plan-too-long": "make the plan too long",
  "latest-without-date": "needs rows.dateColumn, which says which row is the latest",
  "worst-without-scale": "needs a scale of the column",
  "group-is-key": "is the key column, and so no group",
  "combined-twice": "is combined in two ways",
  "unknown-segment": "names a segment that there is not",
  "scores-out-of-order": "are not from low to high",
  "score-beyond": "is a score that nobody can have",
  "no-rule": "need one rule at least",
  "bad-test": "is no test that could hold",
};

const problemsZh: Readonly<Record<string, string>> = {
  missing: "缺失",
  "too-few": "项目过少",
  "too-many": "项目过多或数值过大",
  "wrong-form": "写法不对",
  "text-too-long": "文字过长",
  "too-long": "超出方案的容量",
  "too-deep": "嵌套过深",
  "cutoffs-out-of-order": "顺序不对",
  "tiers-not-one-more": "应比分档值多一个",
  "same-id": "标识重复",
  "same-name": "名称重复",
  "bad-text": "含有工作簿无法保留的字符",
  "bad-date": "不是日期",
  "reserved-name": "是系统保留的名称",
  "no-axis": "至少需要一列",
  "same-column": "列重复",
  "unknown-position": "位置不存在",
  "unknown-class": "类别不存在",
  "same-cell": "组合重复",
  "no-cell-mapped": "至少需要一个组合",
  "plan-too-long": "方案过长",
  "latest-without-date": "需要 rows.dateColumn 指明哪一行最新",
  "worst-without-scale": "需要为该列设定顺序",
  "group-is-key": "是客户编号列，不能作为集团列",
  "combined-twice": "合并方式重复",
  "unknown-segment": "客群不存在",
  "scores-out-of-order": "应由低到高",
  "score-beyond": "分数超出范围",
  "no-rule": "至少需要一条规则",
  "bad-test": "条件无法成立",
};

const typesEn: Readonly<Record<string, string>> = {
  array: "a list […]",
  object: "an object {…}",
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  null: "null",
};

const typesZh: Readonly<Record<string, string>> = {
  array: "列表 […]",
  object: "对象 {…}",
  string: "文字",
  number: "数字",
  int: "整数",
  boolean: "true 或 false",
  null: "null",
};

const en: PlanFileWords = {
  empty: "it is empty.",
  doubledKey: (key, line) => `the key ${quoted(key)} stands there twice, again in line ${line}.`,
  wrongType: (where, wanted, got, found) =>
    `${where ?? "the plan"} is of another type than it must be: ${typesEn[got] ?? got}${found === null ? "" : ` (${found})`} where ${typesEn[wanted] ?? wanted} belongs.`,
  noJson: (line) => `it is no JSON${line === null ? "" : `, from line ${line} on`}.`,
  unknownKey: (key, where, meant, known) =>
    `unknown key ${quoted(key)} at ${where ?? "the top"}${meant === null ? `: one of ${known.join(", ")}.` : `, did you mean ${quoted(meant)}?`}`,
  unknownWord: (word, where, meant, known) =>
    `unknown word ${quoted(word)} at ${where ?? "the top"}${meant === null ? `: one of ${known.join(", ")}.` : `, did you mean ${quoted(meant)}?`}`,
  problem: (problem, where, found, limit) =>
    `${where ?? "the plan"} ${problemsEn[problem] ?? "cannot be used"}${found === null ? "" : ` (${found})`}${limit === null ? "" : ` (at most ${String(limit)})`}.`,
};

const zh: PlanFileWords = {
  empty: "文件为空。",
  doubledKey: (key, line) => `键${quoted(key)}重复出现（再次出现于第 ${line} 行）。`,
  wrongType: (where, wanted, got, found) =>
    `${where ?? "方案"}类型不对：应为${typesZh[wanted] ?? wanted}，实为${typesZh[got] ?? got}${found === null ? "" : `（${found}）`}。`,
  noJson: (line) => `不是 JSON${line === null ? "" : `（第 ${line} 行起）`}。`,
  unknownKey: (key, where, meant, known) =>
    `${where ?? "顶层"}有未知的键${quoted(key)}${meant === null ? `，可用：${known.join("、")}。` : `，是否应为${quoted(meant)}？`}`,
  unknownWord: (word, where, meant, known) =>
    `${where ?? "顶层"}有未知的取值${quoted(word)}${meant === null ? `，可用：${known.join("、")}。` : `，是否应为${quoted(meant)}？`}`,
  problem: (problem, where, found, limit) =>
    `${where ?? "方案"}${problemsZh[problem] ?? "无法使用"}${found === null ? "" : `（${found}）`}${limit === null ? "" : `（上限 ${String(limit)}）`}。`,
};

export const planFileWords: Readonly<Record<Language, PlanFileWords>> = { en, zh };
