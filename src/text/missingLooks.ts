import type { Language } from "./language";

const en = {
  kinds: {
    chart: "charts",
    page: "the page for printing (is a printer set up?)",
    freeze: "rows that stay in sight",
    gridlines: "hidden gridlines",
    widths: "widths and heights",
    marks: "colours and lists of choices",
    labels: "the look of new label columns",
    filter: "the table’s filter: set it again",
    name: "a mark for other programs",
  },
  line: (kinds: string, where: string): string => `${where}: ${kinds}`,
  all: (lines: string): string =>
    `Labels, sheets and figures are complete. Excel would not set how some of it looks – ${lines}.`,
  kindComma: ", ",
  lineComma: "; ",
};

const zh: typeof en = {
  kinds: {
    chart: "图表",
    page: "打印页面（是否已安装打印机？）",
    freeze: "冻结行",
    gridlines: "隐藏网格线",
    widths: "列宽与行高",
    marks: "颜色与下拉列表",
    labels: "新标签列的外观",
    filter: "表格筛选（请重新设置）",
    name: "供其他程序识别的标记",
  },
  line: (kinds, where) => `${where}：${kinds}`,
  all: (lines) => `标签、工作表和数据均已完成。Excel 未能设置部分外观：${lines}。`,
  kindComma: "、",
  lineComma: "；",
};

/** Which looks of a complete run Excel refused, by sheet; null where it has all of them. */
export function missingLooksText(
  language: Language,
  missing: readonly { readonly kind: keyof (typeof en)["kinds"]; readonly where: string }[],
): string | null {
  if (missing.length === 0) return null;
  const words = language === "zh" ? zh : en;
  const lines = [...new Set(missing.map(({ where }) => where))].map((where) => {
    const kinds = missing.filter((look) => look.where === where).map(({ kind }) => words.kinds[kind]);
    return words.line([...new Set(kinds)].join(words.kindComma), where);
  });
  return words.all(lines.join(words.lineComma));
}
