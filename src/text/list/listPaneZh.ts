import { figures } from "../figures";
import type { listPaneEn } from "./listPaneEn";

const { count } = figures("zh");

/** 问题答复后，不再有所涉单元格。 */
const where = (cells: string): string => (cells === "" ? "" : `（${cells}）`);

/** 窗格中关于尚未转为表格的清单的用语。 */
export const listPaneZh: typeof listPaneEn = {
  title: "尚未转为表格的清单",
  says: "请在 Excel 中选中清单，或选中该工作表的任一单元格。Tierbook 会找出表头，并先显示将要做什么。",
  copyTitle: "查看整理副本的读取结果",
  copySays: "表格按原样读取，文本不算数字。新工作表上的整理副本可以转换文本，并略去隐藏行和合计行。",
  useSelection: "使用所选区域",
  looking: "正在查找…",
  size: (rows, columns) => `${count(rows)} 行，${count(columns)} 列`,
  named: "工作簿中的名称",
  found: (address) => `找到清单：${address}`,
  holds: (rows, columns) => `${count(rows)} 行，${count(columns)} 列：`,
  more: (n) => `等，另有 ${count(n)} 列`,
  asIs: "可在原处转为表格。上方的标题和下方的备注保持不变。",
  better: "按原样读取效果不好。可在新工作表上生成整理副本，原数据不变，差异逐项列出：",
  needed: "不能原地转为表格。可在新工作表上生成整理副本，原数据不变，差异逐项列出：",
  ofTable: "表格保持不变。新工作表上的整理副本与其差异如下：",
  numbers: (column, cells) => `“${column}”中的数字如何书写？${where(cells)}`,
  dates: (column, cells) => `“${column}”中的日期按什么顺序书写？${where(cells)}`,
  numbersAgain: (column, cells) => `对所有列的说明与“${column}”不符（${cells}）。该列的数字如何书写？`,
  datesAgain: (column, cells) => `对所有列的说明与“${column}”不符（${cells}）。该列的日期按什么顺序书写？`,
  asAll: "与其他列相同",
  merged: (column, cells) => `“${column}”中有纵向合并的单元格（空白处：${cells}），其内容如何适用？`,
  mergedFill: "适用于所含各行，逐行填充",
  mergedAmounts: (column, ranges) =>
    `“${column}”中有金额合并在多行上（${ranges}）。请在 Excel 中取消合并，在各行填入各自的金额，然后重新查看。`,
  blankWords: "下列哪些表示空值？",
  blankWord: (word, n) => `“${word}”${n > 0 ? `（${count(n)}）` : ""}`,
  header: "表头所在行",
  headerHint: "不对？请输入列名所在行的行号。",
  headerMissing: "请输入列名所在行的行号：",
  headerRead: "从该行读取",
  headerFind: "自动查找",
  titleFacts: (unit, date) =>
    [unit === null ? "" : `单位 ${unit}`, date === null ? "" : `日期 ${date}`].filter((part) => part !== "").join("，"),
  takeTitle: (facts) => `采用标题中的信息：${facts}`,
  numbersDeclared: "文本数字的写法",
  datesDeclared: "文本日期的顺序",
  reads: (n, all) => `可读 ${count(n)} / ${count(all)}`,
  choose: "请选择",
  hidden: (n) => `有 ${count(n)} 个隐藏行`,
  totals: (n) => `有 ${count(n)} 行像是合计行`,
  rowQuestions: {
    hiddenRows: (n) => `有 ${count(n)} 个隐藏行，是否为客户？`,
    subtotals: (n) => `有 ${count(n)} 行像是合计，是否为客户？`,
  },
  rowsCount: "计入：是客户",
  rowsOut: "不计入：列入清单，未分类",
  rowsUnanswered: "未选择前均计入。选择会保留到以后的运行。",
  rowsRead: "保留，是客户",
  rowsLeaveOut: "不复制",
  makeCopy: "生成整理副本",
  makeTable: "转为表格",
  making: "正在写入…",
  back: "返回",
};
