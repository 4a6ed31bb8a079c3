import type { Language } from "./language";

/** One difference between two plans, ready to be put into a sentence. */
interface PlanChangeText {
  /** The segmentation's name; null for what holds for all. */
  readonly subject: string | null;
  readonly what: string;
  /** Null where the contents are too long to be shown. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs between two plans, and what to do when two people saved at the same time. */
const en = {
  title: "Somebody saved other settings while you were changing yours",
  theirs: "What theirs say otherwise than yours:",
  same: "They say the same as yours.",
  keepMine: "Keep mine",
  take: "Take theirs",
  means:
    "If you keep yours and write, theirs stay among the earlier settings under History. If you take theirs, your changes here are dropped.",
  first: "Decide first whose settings to go on with.",
  fields: {
    table: "Table",
    keyColumn: "Column that identifies a customer",
    dataDate: "Data as of",
    sheetLanguage: "Language of the sheets",
    template: "Template",
    unit: "Unit",
    roles: "What the columns are for",
    scales: "Scales",
    rows: "Rows per customer",
    reading: "How cells are read",
    history: "History of customers",
    order: "Order of the segmentations",
    added: "added",
    removed: "removed",
    method: "Method",
    name: "Name",
    column: "Column",
    valueColumn: "Value column",
    cutoffs: "Cut-offs",
    direction: "Direction",
    tiers: "Tiers",
    groups: "Groups",
    axes: "Columns of the matrix",
    classes: "Policy classes",
    cells: "Cells of the matrix",
    kept: "Cut-offs kept from the last period",
    rules: "Rules",
    map: "Map",
    source: "Source",
    segments: "Segments",
  } as Readonly<Record<string, string>>,
  other: "Other settings",
  nothing: "none",
  line: ({ subject, what, before, after }: PlanChangeText): string =>
    `${subject === null ? "" : `${subject}: `}${what}${before === null ? " changed" : ` ${before} → ${after ?? ""}`}`,
  whole: (subject: string, what: string): string => `${subject}: ${what}`,
};
type PlanChangeWords = typeof en;

const zh: PlanChangeWords = {
  title: "您修改设置期间，他人保存了其他设置",
  theirs: "对方的设置与您的不同之处：",
  same: "两者内容相同。",
  keepMine: "保留我的",
  take: "采用对方的",
  means: "保留您的设置并写入后，对方的设置仍在“历史”的以往设置中。采用对方的设置，则放弃您在此处的修改。",
  first: "请先决定采用谁的设置。",
  fields: {
    table: "表格",
    keyColumn: "客户标识列",
    dataDate: "数据日期",
    sheetLanguage: "工作表语言",
    template: "模板",
    unit: "单位",
    roles: "各列用途",
    scales: "等级顺序",
    rows: "每位客户的行",
    reading: "单元格读取方式",
    history: "客户历史",
    order: "分层方案的顺序",
    added: "新增",
    removed: "删除",
    method: "方法",
    name: "名称",
    column: "列",
    valueColumn: "金额列",
    cutoffs: "分档值",
    direction: "方向",
    tiers: "等级",
    groups: "分组",
    axes: "矩阵的列",
    classes: "政策类别",
    cells: "矩阵单元格",
    kept: "沿用上期分档值",
    rules: "规则",
    map: "映射",
    source: "数据来源",
    segments: "客群",
  },
  other: "其他设置",
  nothing: "无",
  line: ({ subject, what, before, after }) =>
    `${subject === null ? "" : `${subject}：`}${what}${before === null ? "有变动" : ` ${before} → ${after ?? ""}`}`,
  whole: (subject, what) => `${subject}：${what}`,
};

const words: Readonly<Record<Language, PlanChangeWords>> = { en, zh };

/** The words about differences between plans, in one language. */
export function planChangeWords(language: Language): PlanChangeWords {
  return words[language];
}
