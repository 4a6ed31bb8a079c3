import { figures } from "./figures";
import type { Language } from "./language";

const en = figures("en");
const zh = figures("zh");

/** The most columns that a sentence names. */
const mostNamed = 4;

/** What changed since a run: the columns by name, and how many customers have a changed cell. */
interface Changed {
  readonly columns: readonly string[];
  /** 0 where only the columns are known. */
  readonly changed: number;
  /** True if there may be more of them. */
  readonly atLeast: boolean;
  /** True where a customer has several rows. */
  readonly several: boolean;
  readonly entered: number;
  readonly left: number;
}

/** What changed in a table of orders. */
interface ChangedOrders {
  readonly table: string;
  readonly columns: readonly string[];
  /** False where so much changed that lines cannot be told apart. */
  readonly told: boolean;
  readonly changed: number;
  readonly entered: number;
  readonly left: number;
  readonly more: number;
}

const countEn = (number: number, one: string, many: string): string =>
  `${en.count(number)} ${number === 1 ? one : many}`;

function listEn(names: readonly string[]): string {
  const more = names.length - mostNamed;
  const shown = more > 0 ? [...names.slice(0, mostNamed), countEn(more, "more column", "more columns")] : names;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}

const linesEn = (number: number): string => countEn(number, "line", "lines");

function ordersEn({ columns, told, changed, entered, left, more }: ChangedOrders): string {
  const where = told ? `in ${linesEn(changed)}` : "in many lines";
  const cells =
    columns.length > 0 ? `${listEn(columns)} changed ${where}` : `${told ? linesEn(changed) : "many lines"} changed`;
  const parts = [
    ...(changed > 0 || !told ? [cells] : []),
    ...(entered > 0 ? [`${linesEn(entered)} came`] : []),
    ...(left > 0 ? [`${linesEn(left)} went`] : []),
    ...(told || more === 0 ? [] : [`there are ${linesEn(Math.abs(more))} ${more > 0 ? "more" : "fewer"}`]),
  ];
  return parts.join(", ");
}

/** All about tables that changed since the last run. */
const outOfDateEn = {
  title: "Out of date",
  /** "Outstanding balance changed in 14 rows since the run of 31 Oct 2026, 18:00; 2 customers came." */
  says: ({ columns, changed, atLeast, several, entered, left }: Changed, run: Date): string => {
    const least = atLeast ? "at least " : "";
    const rows = several ? `for ${least}${countEn(changed, "customer", "customers")}` : "";
    const where = changed === 0 ? "" : several ? rows : `in ${least}${countEn(changed, "row", "rows")}`;
    const cells =
      columns.length === 0 ? "" : [listEn(columns), "changed", where].filter((part) => part !== "").join(" ");
    const people = [
      ...(entered > 0 ? [`${countEn(entered, "customer", "customers")} came`] : []),
      ...(left > 0 ? [entered > 0 ? `${en.count(left)} went` : `${countEn(left, "customer", "customers")} went`] : []),
    ].join(", ");
    const since = `since the run of ${en.moment(run)}`;
    return cells === "" ? `${people} ${since}.` : `${cells} ${since}${people === "" ? "" : `; ${people}`}.`;
  },
  /** "Orders: Amount changed in 2 lines, 3 lines came since the run of 31 Oct 2026, 18:00." */
  orders: (changed: ChangedOrders, run: Date): string =>
    `${changed.table}: ${ordersEn(changed)} since the run of ${en.moment(run)}.`,
  changedLines: (table: string): string => `Changed in ${table}`,
  newLines: (table: string): string => `New in ${table}`,
  unreadable: (run: Date): string => `The table can no longer be read as the run of ${en.moment(run)} read it.`,
  restless: (columns: readonly string[]): string =>
    `${listEn(columns)}: formulas with another value at every calculation, such as TODAY(). Segments hold the values of the run’s moment.`,
  cells: "Which cells?",
  list: (name: string): string => `${name}: `,
  newCustomers: "New",
  more: (number: number): string => `and ${en.count(number)} more`,
  preview: "See the new result",
  listComma: ", ",
};
type OutOfDateWords = typeof outOfDateEn;

function listZh(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return more > 0 ? `${names.slice(0, mostNamed).join("、")}等 ${zh.count(names.length)} 列` : names.join("、");
}

function ordersZh({ columns, told, changed, entered, left, more }: ChangedOrders): string {
  const where = told ? `有 ${zh.count(changed)} 行变动` : "有大量变动";
  const parts = [
    ...(changed > 0 || !told ? [`${columns.length > 0 ? listZh(columns) : ""}${where}`] : []),
    ...(entered > 0 ? [`新增 ${zh.count(entered)} 行`] : []),
    ...(left > 0 ? [`减少 ${zh.count(left)} 行`] : []),
    ...(told || more === 0 ? [] : [`行数${more > 0 ? "增加" : "减少"} ${zh.count(Math.abs(more))} 行`]),
  ];
  return parts.join("，");
}

const outOfDateZh: OutOfDateWords = {
  title: "数据已更新，请重新运行",
  says: ({ columns, changed, atLeast, several, entered, left }, run) => {
    const least = atLeast ? "至少 " : "";
    const where = `${least}${zh.count(changed)} ${several ? "个客户" : "行"}`;
    const parts = [
      ...(columns.length > 0 ? [`${listZh(columns)}${changed === 0 ? "有变动" : `有 ${where}变动`}`] : []),
      ...(entered > 0 ? [`新增 ${zh.count(entered)} 个客户`] : []),
      ...(left > 0 ? [`减少 ${zh.count(left)} 个客户`] : []),
    ];
    return `自${zh.moment(run)}的运行以来，${parts.join("，")}。`;
  },
  orders: (changed, run) => `表格“${changed.table}”：自${zh.moment(run)}的运行以来，${ordersZh(changed)}。`,
  changedLines: (table) => `“${table}”中变动`,
  newLines: (table) => `“${table}”中新增`,
  unreadable: (run) => `表格已不能按${zh.moment(run)}运行时的方式读取。`,
  restless: (columns) => `${listZh(columns)}：公式每次计算都会变化（如 TODAY()）。分层结果以运行时的数值为准。`,
  cells: "哪些单元格？",
  list: (name) => `${name}：`,
  newCustomers: "新增",
  more: (number) => `另有 ${zh.count(number)} 个`,
  preview: "查看新结果",
  listComma: "、",
};

const words: Readonly<Record<Language, OutOfDateWords>> = { en: outOfDateEn, zh: outOfDateZh };

/** The words about a customer table that changed since the last run, in one language. */
export function outOfDateWords(language: Language): OutOfDateWords {
  return words[language];
}
