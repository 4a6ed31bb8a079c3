import { figures } from "../figures";
import { ownerHeaders, ownerInPlan, ownerStatuses } from "../ownerWords";
import type { SheetWords } from "./en";
import { keptZh } from "./keptZh";
import { ordersZh } from "./ordersZh";
import { policyZh } from "./policyZh";
import { portfolioZh } from "./portfolioZh";
import { rfmZh } from "./rfmZh";
import { rowsZh } from "./rowsZh";

const { amount, count, day, exact, moment, percent, share } = figures("zh");

/** 报表用语(中文)。 */
export const sheetZh: SheetWords = {
  notClassified: "未分类",
  total: "合计",
  sheets: { tierbook: "概览", segments: "客户分层分群", owners: "责任人", policy: "分层政策", runs: "运行记录" },
  day,
  moment,

  segments: {
    title: "客户分层分群",
    asOf: (dataDate, runAt) =>
      `标签为 ${moment(runAt)} 运行的结果${dataDate === null ? "" : `，数据日期 ${day(dataDate)}`}。客户数、价值和占比为引用客户表的公式，显示当前金额。`,
    by: (valueColumn) => `按${valueColumn}由大到小进行 ABC 分层`,
    methodAbc: (tiers) =>
      tiers.map(({ name, cutoff }, i) => {
        if (cutoff === null) return `${name}：其余客户，以及数值为零或负的客户。`;
        if (i === 0) return `${name}：合计占 ${percent(cutoff)} 的最大客户。`;
        return `${name}：其后累计至 ${percent(cutoff)} 的客户。`;
      }),
    methodKept: (dataDate, tiers) => [
      keptZh(dataDate, tiers, true),
      ...tiers.filter(({ cutoff }) => cutoff === null).map(({ name }) => `${name}：其余客户，以及数值为零或负的客户。`),
    ],
    rulesKept: [
      "数值等于分档值的客户归入较高等级，数值相同的客户始终同级。",
      "占比以全表为基数：全部客户，以及大于零的全部价值。",
    ],
    rules: [
      "跨越分档值的客户归入较高等级。",
      "数值相同的客户始终同级。",
      "占比以全表为基数：全部客户，以及大于零的全部价值。",
    ],
    method: "分层方法",
    differs: (cell, segment, figure, shown, found) =>
      `警告：${cell}（${segment}，${figure}）显示 ${shown}，运行结果为 ${found}。`,
    byCutoffs: (column, highFirst) => `按${column}${highFirst ? "由高到低" : "由低到高"}分段`,
    methodCutoffs: (bands) =>
      bands.map(({ name, from, below }) => {
        const ends = [from === null ? "" : `${exact(from)} 及以上`, below === null ? "" : `低于 ${exact(below)}`];
        return `${name}：${ends.filter((end) => end !== "").join("、")}。`;
      }),
    rulesCutoffs: (valueColumn) => [
      "等于分档值的客户归入较高一段。",
      `价值为${valueColumn}之和，占比以全表中大于零的部分为基数。`,
    ],
    byQuantiles: (column, highFirst) => `按“${column}”排名分层：${highFirst ? "由高到低" : "由低到高"}`,
    methodQuantiles: (tiers, shares, highFirst) =>
      tiers.map(({ name, from, below }, i) => {
        const [above, upTo] = highFirst ? ["≥", "<"] : [">", "≤"];
        const ends = [from === null ? "" : `${above} ${exact(from)}`, below === null ? "" : `${upTo} ${exact(below)}`];
        const [first = 0, last = 1] = [shares[i - 1], shares[i]];
        const part = i === 0 ? `前 ${percent(last)}` : `${percent(first)} 至 ${percent(last)}`;
        return `${name}：客户数的${part}，${ends.filter((end) => end !== "").join("，")}。`;
      }),
    rulesQuantiles: (valueColumn, kept, empty) => [
      kept === null
        ? "分档值为本次运行所得，下次运行将重新计算。"
        : `分档值沿用${kept.dataDate === null ? "以前的运行" : `数据日期 ${day(kept.dataDate)} 的分档值`}。`,
      "数值相同的客户属于同一等级，等于分档值的归入排在前面的等级。",
      ...(empty.length === 0 ? [] : [`本次运行中 ${empty.join("、")} 没有客户：取值相同的客户过多。`]),
      `金额为“${valueColumn}”的合计，占比以全表中大于零的部分为基数。`,
    ],
    byGroups: (column) => `按${column}分组`,
    methodGroups: (names, unknown) => [`顺序为：${names.join("、")}。`, `${unknown}：单元格为空。`],
    rulesGroups: (valueColumn) => [
      "不在此顺序中的取值不予分类。",
      `价值为${valueColumn}之和，占比以全表中大于零的部分为基数。`,
    ],
    byRules: (rules) => (rules === 1 ? "一条规则" : `${count(rules)} 条规则，以第一条符合的为准`),
    methodRule: (rule, name, tests) => `${count(rule)}. ${name}：${tests}。`,
    moreRules: (rules, policySheet) => `其余 ${count(rules)} 条规则见工作表“${policySheet}”。`,
    rulesRules: (otherwise, valueColumn) => [
      `${otherwise}：没有符合的规则。`,
      "数值等于下限属于该区间，等于上限则不属于；空白不属于任何区间。",
      "因单元格无法判断规则是否符合的客户不分类。",
      `金额为“${valueColumn}”的合计，占比以全表中大于零的部分为基数。`,
    ],
    manyOtherwise: (otherwise, number, part) =>
      `${otherwise}：本次运行有 ${count(number)} 个客户（${share(part)}）没有符合的规则，超过一成，规则可能不够完整。`,
    byMatrix: (columns) => `授信政策矩阵：${columns.join(" × ")}`,
    methodMatrix: (axes, classes) => [
      ...axes.map(({ column, positions }) => `${column}：${positions.join("；")}。`),
      `各政策类别的组合数：${classes.map(({ name, cells }) => `${name} ${cells}`).join("、")}。`,
    ],
    withoutPolicyAtRun: (noPolicy, combinations, first) =>
      `运行时${noPolicy}的组合共 ${count(combinations)} 种${first.length < combinations ? "，其中最多的为" : ""}：${first.map((each) => `${each.position}（${count(each.customers)} 个客户）`).join("、")}。`,
    rulesMatrix: (policySheet, noPolicy, valueColumn) => [
      `各组合的政策类别见工作表“${policySheet}”。`,
      `${noPolicy}：矩阵中没有规定该组合适用的政策。`,
      "任一列中没有对应位置的客户不予分类。",
      `价值为${valueColumn}之和，占比以全表中大于零的部分为基数。`,
    ],
    methodSegments: "客群划分方法",
    chartShares: (column, valueColumn) => `按${column}的客户数与${valueColumn}占比`,
    headers: {
      segment: "客群",
      customers: "客户数",
      shareOfCustomers: "客户占比",
      value: "价值",
      shareOfValue: "价值占比",
      cumulativeShare: "累计占比",
      median: "运行时中位数",
      owner: "责任人",
    },
    curve: (runAt) => `价值分布（${moment(runAt)} 运行时）`,
    curveHeaders: { customers: "最大客户", shareOfValue: "价值占比", cumulativeShare: "累计占比" },
    upTo: percent,
    chart: (valueColumn) => `${valueColumn}：客户由大到小`,
  },

  owners: {
    title: "责任人：各客群由谁负责",
    how: "每个客群一行。请填写底色标出的单元格；可以排序、筛选，也可以增加列和行。运行只为新客群增加行并更新客群名称，其他内容不变。",
    rebuilt: (runAt) =>
      `原“责任人”工作表已不存在。本表由 ${moment(runAt)} 的运行根据 Tierbook 保存的副本重建。他人增加的列和行，以及上次运行或在窗格填写之后在表中所做的修改，不在其中。`,
    ownerless: "尚无责任人的客群",
    headers: ownerHeaders.zh,
    inPlan: ownerInPlan.zh,
    statuses: ownerStatuses.zh,
  },

  policy: policyZh,
  orders: ordersZh,
  rfm: rfmZh,
  portfolio: portfolioZh,

  rows: rowsZh,

  runs: {
    title: "运行记录",
    asOf: (runAt) => `截至 ${moment(runAt)} 的运行。以下数字均为运行当时的数值。`,
    headings: { log: "运行日志", sums: "勾稽核对", list: "未分类或有备注的客户" },
    logHeaders: {
      at: "运行时间",
      by: "运行人",
      state: "状态",
      plan: "方案版本",
      table: "客户表",
      rows: "行数",
      classified: "已分类",
      notClassified: "未分类",
      moved: "变动",
      entered: "新增",
      left: "退出",
    },
    statuses: { complete: "已完成", "rolled-back": "已撤回", unfinished: "未完成", incomplete: "不完整" },
    sumHeaders: {
      segmentation: "分层方案",
      rows: "表格行数",
      classified: "已分类",
      notClassified: "未分类",
      rowsOpen: "未计入行数",
      column: "价值列",
      total: "表格合计",
      value: "已分类价值",
      valueNot: "未分类价值",
      valueOpen: "未计入价值",
    },
    moves: (name) => `客群变动：${name}`,
    movesFirst: "此前没有可供比较的运行。",
    movesSay: (stayed, moved, entered, left) =>
      `${count(moved)} 户转入其他客群，${count(stayed)} 户不变，${count(entered)} 户新增，${count(left)} 户退出。行为变动前，列为变动后：`,
    byCustomers: "变动前（客户数）",
    byValue: (valueColumn) => `变动前（${valueColumn}，当前值）`,
    entered: "新增",
    left: "退出",
  },

  tierbook: {
    title: "Tierbook 概览：客户分层分群",
    purpose: (table) => [
      `本工作簿将表格“${table}”中的客户划分为客群。`,
      "每个客户所属的客群写在该表格的一列中。无需安装 Tierbook 即可阅读和筛选。",
    ],
    complete: (runAt) => `已完成：${moment(runAt)} 运行`,
    unfinished: (runAt: Date): string =>
      `运行未完成：${moment(runAt)} 的运行。分层结果暂不可用，请打开 Tierbook 完成或撤回本次运行。`,
    incomplete: (runAt: Date, columns: string): string =>
      `结果不完整：${moment(runAt)} 的运行未能撤回。以下内容不可信：${columns}。`,
    headings: { run: "最近一次运行", findings: "主要结论", contents: "目录", list: "需关注的客户" },
    facts: {
      state: "状态",
      dataDate: "数据日期",
      table: "客户表",
      key: "标识列",
      rows: "读取行数",
      classified: "已分类",
      notClassified: "未分类",
      remarks: "已分类中有备注",
      bySegmentation: (name, number) => `${name}：${count(number)}`,
      by: "运行人（如有疑问请联系）",
    },
    notStated: "未注明",
    findingTier: (tier, number, ofCustomers, ofValue, valueColumn) =>
      `${tier}：${count(number)} 户（占客户数 ${share(ofCustomers)}），占${valueColumn}的 ${share(ofValue)}。`,
    findingTenth: (held, valueColumn) => `最大的 10% 客户占${valueColumn}的 ${share(held)}。`,
    findingLast: (tier, number, ofValue, median) =>
      `${tier}：${count(number)} 户，占价值的 ${share(ofValue)}，其中一半不超过 ${amount(median)}。`,
    findingOpen: (number, ofValue, valueColumn) =>
      `${count(number)} 户未能分类${ofValue > 0 ? `，占${valueColumn}的 ${share(ofValue)}` : ""}，清单见运行记录工作表。`,
    contents: {
      owners: "各客群的责任人、工作目标、考核指标和下次复核日",
      segments: "各客群的客户数、价值与占比，附图表",
      policy: "各客群的划分标准：在表中修改，下次运行即按新标准执行",
      runs: "全部运行、最近一次运行的客群变动，以及未分类客户清单",
      table: (table) => `客户表“${table}”及其客群列`,
    },
    listWhere: "清单（含单元格和原因）见：",
    listNone: "所有客户均已分类，且没有备注。",
    listFirst: (shown, all) =>
      shown === all ? `共 ${count(all)} 户。` : `共 ${count(all)} 户，列出前 ${count(shown)} 户。`,
    listHeaders: {
      segmentation: "分层方案",
      result: "结果",
      key: "客户标识",
      cell: "单元格",
      reason: "原因",
      content: "内容",
      amount: "金额",
    },
    remark: "已分类，有备注",
    reasons: {
      blank: "空单元格",
      "blank-text": "空文本",
      text: "文本，非数字",
      logical: "TRUE 或 FALSE，非数字",
      error: "错误值",
      date: "日期，不是金额",
      zero: "零",
      negative: "负值",
      undeclared: "不在声明的顺序中；请在“分层政策”工作表中增加",
      "no-date": "无法识别的日期",
      future: "晚于数据日期",
      differs: "同一客户各行取值不一致",
      "left-out": "该行未计入，按该客户其他行计算",
      "hidden-row": "隐藏行，按选择不计入",
      "total-row": "像合计行，按选择不计入",
    },
  },
};
