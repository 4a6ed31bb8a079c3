import type { Language } from "./language";

/** What is wrong with a cell or table of the Policy sheet, and what to do about it. */
type ProblemWords = (found: string, of: string) => readonly [what: string, next: string];

const undoOrPane = "Undo that in Excel, or delete the whole sheet: the next run makes it anew from the last settings.";
const backOrPane = (thing: string): string =>
  `Undo that in Excel. To do without it, remove the ${thing} in the pane, where you see what that changes.`;

const en = {
  "missing-table": (_found, of) => [`The table of “${of}” is no longer as Tierbook made it.`, undoOrPane],
  "missing-column": (_found, of) => [`A column of “${of}” is missing or has another name.`, undoOrPane],
  "missing-row": (found, of) => [`The row “${found}” of “${of}” is gone.`, backOrPane("segment")],
  "same-row": (found, of) => [`The row “${found}” of “${of}” stands twice.`, "Delete one of the two."],
  "new-row": (found, of) => [
    `The row “${found}” of “${of}” is new, and has no place among the others.`,
    "Delete it here and add the segment in the pane, where you see what it changes.",
  ],
  "not-a-number": (found, of) => [
    found === "" ? `A number of “${of}” is missing.` : `“${found}” in “${of}” is not a number.`,
    "Enter a number. Numbers stored as text have to be typed again.",
  ],
  "not-a-date": (found, of) => [`“${found}” in “${of}” is not a date.`, "Enter a date such as 2026-03-31."],
  "share-range": (found, of) => [
    `${found} in “${of}” is no share between 0 % and 100 %.`,
    "Enter a share such as 80 %.",
  ],
  "out-of-order": (found, of) => [
    `${found} in “${of}” does not lie beyond the cut-off before it.`,
    "Put the cut-offs in order: each lies beyond the one before.",
  ],
  "fixed-cell": (found, of) => [
    found === ""
      ? `The last row of “${of}” has lost its end.`
      : `The last row of “${of}” takes the rest: ${found} cannot be its limit.`,
    "Undo that in Excel.",
  ],
  follows: (found, of) => [
    `${found} in “${of}” was typed over a formula: this end follows from the row before.`,
    "Undo that, and change the limit in the row before.",
  ],
  "name-missing": (_found, of) => [`A segment of “${of}” has no name.`, "Enter a name."],
  "name-long": (found, of) => [`“${found}” in “${of}” is longer than 255 characters.`, "Shorten it."],
  "name-unfit": (found, of) => [`“${found}” in “${of}” holds characters that no name can have.`, "Type it again."],
  "same-name": (found, of) => [`“${found}” stands twice in “${of}”.`, "Give one of the two another name."],
  "reserved-name": (found, of) => [
    `“${found}” in “${of}” is what Tierbook calls customers without a segment.`,
    "Choose another name.",
  ],
  "value-missing": (_found, of) => [`A row of “${of}” names no entry of the data.`, "Enter it as the data has it."],
  "value-unfit": (found, of) => [`“${found}” in “${of}” holds characters that no cell can have.`, "Type it again."],
  "same-value": (found, of) => [`The entry “${found}” stands twice in “${of}”.`, "Keep one of the two."],
  "same-order": (found, of) => [
    `Order number ${found} stands twice in “${of}”.`,
    "Give every row a number of its own.",
  ],
  "missing-cell": (found, of) => [
    `The row ${found} of “${of}” is gone.`,
    "Undo that in Excel. For a combination without a policy, leave its class empty.",
  ],
  "unknown-position": (found, of) => [
    found === "" ? `A combination of “${of}” is not complete.` : `“${found}” is not among the names of “${of}” above.`,
    "Enter a name that stands in the table of that column.",
  ],
  "unknown-class": (found, of) => [
    `“${found}” is not a class of “${of}”.`,
    "Choose a class from the list, or leave the cell empty for no policy.",
  ],
  "same-cell": (found, of) => [`The combination ${found} stands twice in “${of}”.`, "Keep one of the two."],
  "no-cell": (_found, of) => [`No combination of “${of}” has a class.`, "Give at least one combination a class."],
  "text-long": (found, of) => [`The text “${found}” in “${of}” is longer than 500 characters.`, "Shorten it."],
  "no-rule": (_found, of) => [
    `“${of}” has no rule left.`,
    "Undo that in Excel, or remove the segmentation in the pane.",
  ],
  "two-segments": (found, of) => [
    `A rule of “${of}” leads to two segments: another row with its order number does not say “${found}”.`,
    "Give the row another order number, or the same segment.",
  ],
  "column-missing": (_found, of) => [`A test of “${of}” names no column of the data.`, "Enter the column’s header."],
  "unknown-column": (found, of) => [
    `The customers’ table has no column “${found}”, which “${of}” names.`,
    "Enter the column’s header as it stands in the table.",
  ],
  "unknown-test": (found, of) => [
    found === "" ? `A row of “${of}” says no test.` : `“${found}” in “${of}” is no test that Tierbook knows.`,
    "Choose a test from the cell’s list.",
  ],
  "not-used": (found, of) => [
    `“${found}” in “${of}” stands where this test does not look.`,
    "Clear the cell: limits belong under From and Below, entries and texts under Entries or text.",
  ],
  "limit-missing": (_found, of) => [`A range of “${of}” has no limit.`, "Enter From, Below or both."],
  "limits-crossed": (found, of) => [
    `A range of “${of}” ends at ${found}, before it begins.`,
    "Let Below lie beyond From.",
  ],
  "unknown-segment": (found, of) => [
    found === "" ? `A line of “${of}” names no segment.` : `“${found}” is not a segment of “${of}”.`,
    "Choose a segment from the list.",
  ],
  "no-line": (_found, of) => [`No line of “${of}” says which scores lead to a segment.`, "Add at least one line."],
  "score-range": (found, of) => [`${found} in “${of}” is no score.`, "Enter a whole number from 1 to 5."],
  "scores-out-of-order": (found, of) => [
    `${found} in “${of}” is above the score that the line goes up to.`,
    "Enter the lower score first.",
  ],
  "score-beyond": (found, of) => [
    `Nobody can have score ${found} in “${of}”: its limits give fewer scores.`,
    "Lower the score, or add a limit.",
  ],
  "too-many": (found, of) => [`“${of}” has ${found} rows, more than it can have.`, "Take some together in the data."],
} satisfies Record<string, ProblemWords>;

/** Everything that may be wrong with the Policy sheet. */
type Kind = keyof typeof en;

const undoOrRebuild = "请在 Excel 中撤销，或删除整张工作表：下次运行将按上次的设置重建。";
const backOrRemove = "请在 Excel 中撤销；如确实不再需要，请在窗格中删除，以便先看到影响。";

const zh: Readonly<Record<Kind, ProblemWords>> = {
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

const words: Readonly<Record<Language, Readonly<Record<Kind, ProblemWords>>>> = { en, zh };

/**
 * What is wrong with the Policy sheet, in a reader's words.
 *
 * @param kind - what the reading of the sheet found; an unknown one is told as a table that cannot be read
 * @param found - what stands there
 * @param of - the segmentation
 */
export function policyProblem(
  language: Language,
  kind: string,
  found: string,
  of: string,
): readonly [what: string, next: string] {
  const known: Kind = Object.hasOwn(en, kind) ? (kind as Kind) : "missing-table";
  return words[language][known](found, of);
}
