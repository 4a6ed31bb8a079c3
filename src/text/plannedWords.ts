import { figures } from "./figures";
import { localeOf, type Language } from "./language";

const en = figures("en");
const zh = figures("zh");

const brief = (language: Language): ((value: number) => string) => {
  const figure = new Intl.NumberFormat(localeOf[language], { notation: "compact", maximumSignificantDigits: 3 });
  return (value) => figure.format(value);
};

const s = (number: number): string => (number === 1 ? "" : "s");

/** What a run would change, before anything is written: for the pane and for the sheet. */
const plannedEn = {
  /** An amount in few characters: 12.3M. */
  brief: brief("en"),
  heading: "What would change",
  loading: "Comparing with the last run…",
  failed: "What would change could not be worked out",
  since: (run: string): string => `Nothing is written yet. Compared with the run of ${run}.`,
  firstRun: "First run: nothing is written yet, and there is nothing to compare with.",
  otherKey:
    "Nothing is written yet. The last run knew customers by another column, or its labels were not kept: nobody can say who moves.",
  first: (classified: number): string =>
    classified === 1 ? "The customer gets a segment." : `All ${en.count(classified)} customers get a segment.`,
  firstBut: (classified: number, notClassified: number): string =>
    `${en.count(classified)} customer${s(classified)} ${classified === 1 ? "gets" : "get"} a segment, ${en.count(notClassified)} ${notClassified === 1 ? "is" : "are"} not classified.`,
  nobody: (customers: number): string => `Nobody of ${en.count(customers)} customers changes segment.`,
  moved: (moved: number, customers: number): string =>
    `${en.count(moved)} of ${en.count(customers)} customers change${moved === 1 ? "s" : ""} segment`,
  worth: (value: string, column: string): string => `${value} in ${column}`,
  newlyNotClassified: (number: number): string => `${en.count(number)} of them newly not classified`,
  entered: (number: number, value: string): string => `${en.count(number)} new (${value})`,
  left: (number: number): string => `${en.count(number)} gone from the table`,
  listComma: ", ",
  full: ".",
  matrix: (name: string): string => `${name}: from the segment on the left to the one above`,
  matrixHint: "Customers, and below them their value now. Bold: who changes segment, comes or goes.",
  corner: "From",
  ways: "All moves with full amounts",
  segments: "Whose segments",
  segment: "Segment",
  noOwner: "No owner yet",
  joining: "Joining",
  leaving: "Leaving",
  clients: "Whose clients",
  write: "Write the list to a sheet",
  writeMeans: "A dated sheet for whoever has to agree. Nothing else is written, and no customer changes segment by it.",
  back: "Back, nothing changes",
  sheet: {
    name: "Planned changes",
    title: "Planned changes: who would change segment, and why",
    planned: (at: string, run: string): string =>
      `As planned on ${at}, compared with the run of ${run}. Nothing of this had been written by then.`,
    fixed:
      "Values and reasons as of then: nothing here follows the customer table. Delete the sheet when nobody needs it.",
    ways: "From where to where",
    customers: "Who, and why",
    left: "Left",
    headers: { customers: "Customers", fromOwner: "Owner before", toOwner: "Owner planned", planned: "Planned" },
  },
};
type PlannedWords = typeof plannedEn;

const plannedZh: PlannedWords = {
  brief: brief("zh"),
  heading: "将发生的变动",
  loading: "正在与上次运行比较…",
  failed: "无法得出将发生的变动",
  since: (run) => `尚未写入任何内容。与 ${run} 的运行比较。`,
  firstRun: "首次运行：尚未写入任何内容，也没有可比较的运行。",
  otherKey: "尚未写入任何内容。上次运行以另一列识别客户，或未保留其标签，因此无法得出变动。",
  first: (classified) => `${zh.count(classified)} 个客户全部归入客群。`,
  firstBut: (classified, notClassified) =>
    `${zh.count(classified)} 个客户归入客群，${zh.count(notClassified)} 个未分类。`,
  nobody: (customers) => `${zh.count(customers)} 个客户均无变动。`,
  moved: (moved, customers) => `${zh.count(customers)} 个客户中有 ${zh.count(moved)} 个变动客群`,
  worth: (value, column) => `${column}合计 ${value}`,
  newlyNotClassified: (number) => `其中 ${zh.count(number)} 个变为未分类`,
  entered: (number, value) => `新增 ${zh.count(number)} 个（${value}）`,
  left: (number) => `${zh.count(number)} 个已不在表中`,
  listComma: "，",
  full: "。",
  matrix: (name) => `${name}：由左侧客群变动至上方客群`,
  matrixHint: "客户数，下方为其当前金额。粗体为变动、新增或退出的客户。",
  corner: "变动前",
  ways: "全部变动及完整金额",
  segments: "涉及哪些责任人",
  segment: "客群",
  noOwner: "尚无责任人",
  joining: "转入",
  leaving: "转出",
  clients: "涉及哪些客户",
  write: "将清单写入工作表",
  writeMeans: "注明日期的工作表，供审批人查阅。不写入其他内容，客户的客群也不因此改变。",
  back: "返回，不作改动",
  sheet: {
    name: "拟变动清单",
    title: "拟变动清单：将变动客群的客户及原因",
    planned: (at, run) => `${at} 的方案，与 ${run} 的运行比较。当时均未写入。`,
    fixed: "金额和原因截至当时，不随客户表变化。不再需要时删除本表即可。",
    ways: "客群间的变动",
    customers: "客户及原因",
    left: "退出",
    headers: { customers: "客户数", fromOwner: "原责任人", toOwner: "拟任责任人", planned: "变动后（拟）" },
  },
};

/** These words in one language. */
export const plannedWords: Readonly<Record<Language, PlannedWords>> = { en: plannedEn, zh: plannedZh };
