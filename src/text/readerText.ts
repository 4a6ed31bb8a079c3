import type { Language } from "./language";

const en = {
  kinds: {
    formula: (where: string): string => `the formula in ${where}`,
    name: (where: string): string => `the name ${where}`,
    format: (where: string): string => `the conditional format of ${where}`,
    validation: (where: string): string => `the data validation of ${where}`,
    chart: (where: string): string => `the chart ${where}`,
  },
  unknown: {
    formula: (where: string): string => `formulas on ${where} refer to`,
    name: (where: string): string => `names of sheet ${where} refer to`,
    format: (where: string): string => `conditional formats on sheet ${where} refer to`,
    validation: (where: string): string => `data validations on sheet ${where} refer to`,
    chart: (where: string): string => `the chart ${where} shows`,
  },
  refers: (what: string): string => `${what} refers to it`,
  untold: (what: string): string =>
    `this Excel does not tell what ${what}: delete the column if nothing of yours needs it`,
};

const zh: typeof en = {
  kinds: {
    formula: (where) => `${where} 中的公式`,
    name: (where) => `名称 ${where}`,
    format: (where) => `${where} 的条件格式`,
    validation: (where) => `${where} 的数据验证`,
    chart: (where) => `图表 ${where}`,
  },
  unknown: {
    formula: (where) => `${where} 中的公式`,
    name: (where) => `工作表 ${where} 的名称`,
    format: (where) => `工作表 ${where} 的条件格式`,
    validation: (where) => `工作表 ${where} 的数据验证`,
    chart: (where) => `图表 ${where}`,
  },
  refers: (what) => `${what}引用了它`,
  untold: (what) => `本 Excel 不提供${what}引用的内容；如您不再需要该列，请自行删除`,
};

/** Why a column of labels stays for something of the user's that reads it, or may. */
export function readerText(
  language: Language,
  {
    kind,
    where,
    unknown,
  }: { readonly kind: keyof (typeof en)["kinds"]; readonly where: string; readonly unknown: boolean },
): string {
  const words = language === "zh" ? zh : en;
  return unknown ? words.untold(words.unknown[kind](where)) : words.refers(words.kinds[kind](where));
}
