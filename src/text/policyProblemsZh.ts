import type { PolicyProblems } from "./policyProblemsEn";

const undoOrRebuild = "请在 Excel 中撤销，或删除整张工作表：下次运行将按上次的设置重建。";
const backOrRemove = "请在 Excel 中撤销；如确实不再需要，请在窗格中删除，以便先看到影响。";

/** “分类规则”工作表可能出现的问题，中文。 */
export const policyProblemsZh: PolicyProblems = {
  "missing-table": (_found, of) => [`“${of}”的表已不是 Tierbook 生成时的样子。`, undoOrRebuild],
  "missing-column": (_found, of) => [`“${of}”缺少一列，或列名已改。`, undoOrRebuild],
  "missing-row": (found, of) => [`“${of}”中“${found}”一行已不存在。`, backOrRemove],
  "same-row": (found, of) => [`“${of}”中“${found}”一行出现两次。`, "请删除其中一行。"],
  "new-row": (found, of) => [
    `“${of}”中“${found}”一行为新增，无法确定其位置。`,
    "请在此处删除，并在窗格中增加客群，以便先看到影响。",
  ],
  "not-a-number": (found, of) => [
    found === "" ? `“${of}”缺少一个数字。` : `“${of}”中的“${found}”不是数字。`,
    "请填写数字；以文本形式存储的数字请重新输入。",
  ],
  "not-a-date": (found, of) => [`“${of}”中的“${found}”不是日期。`, "请填写日期，例如 2026-03-31。"],
  "share-range": (found, of) => [`“${of}”中的 ${found} 不在 0% 至 100% 之间。`, "请填写占比，例如 80%。"],
  "out-of-order": (found, of) => [`“${of}”中的 ${found} 与上一分档值的顺序不符。`, "请按顺序填写分档值。"],
  "fixed-cell": (found, of) => [
    found === "" ? `“${of}”末行的界限已被清空。` : `“${of}”末行为其余客户，不能以 ${found} 为界限。`,
    "请在 Excel 中撤销。",
  ],
  follows: (found, of) => [`“${of}”中的 ${found} 覆盖了公式：此界限由上一行决定。`, "请撤销，并在上一行修改界限。"],
  "name-missing": (_found, of) => [`“${of}”中有客群没有名称。`, "请填写名称。"],
  "name-long": (found, of) => [`“${of}”中的“${found}”超过 255 个字符。`, "请缩短。"],
  "name-unfit": (found, of) => [`“${of}”中的“${found}”含有名称不能使用的字符。`, "请重新输入。"],
  "same-name": (found, of) => [`“${found}”在“${of}”中出现两次。`, "请修改其中一个名称。"],
  "reserved-name": (found, of) => [`“${of}”中的“${found}”是 Tierbook 对无客群客户的称呼。`, "请换一个名称。"],
  "value-missing": (_found, of) => [`“${of}”中有一行没有填写数据中的取值。`, "请按数据中的写法填写。"],
  "value-unfit": (found, of) => [`“${of}”中的“${found}”含有单元格不能使用的字符。`, "请重新输入。"],
  "same-value": (found, of) => [`取值“${found}”在“${of}”中出现两次。`, "请保留其中一个。"],
  "same-order": (found, of) => [`顺序号 ${found} 在“${of}”中出现两次。`, "请为每行填写不同的顺序号。"],
  "missing-cell": (found, of) => [
    `“${of}”中“${found}”一行已不存在。`,
    "请在 Excel 中撤销；无政策的组合，请将类别留空。",
  ],
  "unknown-position": (found, of) => [
    found === "" ? `“${of}”中有组合不完整。` : `“${found}”不在“${of}”上方各表的名称之中。`,
    "请填写该列表中已有的名称。",
  ],
  "unknown-class": (found, of) => [`“${found}”不是“${of}”的政策类别。`, "请从列表中选择类别；无政策则留空。"],
  "same-cell": (found, of) => [`组合“${found}”在“${of}”中出现两次。`, "请保留其中一个。"],
  "no-cell": (_found, of) => [`“${of}”没有任何组合设有类别。`, "请至少为一个组合选择类别。"],
  "text-long": (found, of) => [`“${of}”中的说明“${found}”超过 500 个字符。`, "请缩短。"],
  "no-rule": (_found, of) => [`“${of}”已没有任何规则。`, "请在 Excel 中撤销，或在窗格中删除该分层方案。"],
  "two-segments": (found, of) => [
    `“${of}”中有一条规则对应两个客群：顺序相同的另一行并非“${found}”。`,
    "请改用其他顺序号，或填写相同的客群。",
  ],
  "column-missing": (_found, of) => [`“${of}”中有一行未填写数据列。`, "请填写列标题。"],
  "unknown-column": (found, of) => [`“${of}”中的“${found}”不是客户表的列。`, "请按客户表的列标题填写。"],
  "unknown-test": (found, of) => [
    found === "" ? `“${of}”中有一行未填写判断方式。` : `“${of}”中的“${found}”不是可用的判断方式。`,
    "请从单元格的列表中选择。",
  ],
  "not-used": (found, of) => [
    `“${of}”中的“${found}”所在单元格不用于该判断。`,
    "请清空该单元格：界限填在下限和上限，取值和文字填在“取值或文字”。",
  ],
  "limit-missing": (_found, of) => [`“${of}”中有一个区间没有界限。`, "请填写下限、上限或两者。"],
  "limits-crossed": (found, of) => [`“${of}”中有一个区间的上限 ${found} 不高于下限。`, "请使上限大于下限。"],
  "unknown-segment": (found, of) => [
    found === "" ? `“${of}”中有一行没有填写客群。` : `“${found}”不是“${of}”的客群。`,
    "请从列表中选择客群。",
  ],
  "no-line": (_found, of) => [`“${of}”没有任何一行说明分数对应的客群。`, "请至少增加一行。"],
  "score-range": (found, of) => [`“${of}”中的 ${found} 不是分数。`, "请填写 1 至 5 的整数。"],
  "scores-out-of-order": (found, of) => [`“${of}”中的 ${found} 高于该行的止值。`, "请先填写较低的分数。"],
  "score-beyond": (found, of) => [
    `“${of}”中不会有 ${found} 分：分档值给出的分数没有这么多。`,
    "请降低分数，或增加分档值。",
  ],
  "too-many": (found, of) => [`“${of}”有 ${found} 行，超过上限。`, "请在数据中合并部分取值。"],
};
