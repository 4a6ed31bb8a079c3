import type { FailureData } from "../../failure";
import type { FailuresWords, FailureWords } from "./tellFailure";
import { policyProblem } from "../policyProblem";
import { policyProblemsZh } from "../policyProblemsZh";
import { clock, fact, listed, meant } from "./facts";

const same =
  (what: string, next: string): FailureWords =>
  () => [what, next];

/** 各类问题的中文说明。 */
export const failuresZh: FailuresWords = {
  "no-table": same("本工作簿中没有表格。", "请选中客户清单中的任一单元格，按 Ctrl+T 创建表格，然后重新查找。"),
  "missing-table": same("工作簿中已找不到客户表。", "请重新选择表格。如系误删，请在 Excel 中撤销。"),
  "empty-table": same("该表格没有数据行。", "请填入客户数据后重新读取。"),
  "no-header": same("该表格未显示标题行，各列没有名称。", "请在 Excel 的“表设计”中勾选“标题行”，然后重新读取。"),
  "missing-column": (failure) => [
    `分层方案所用的列不在表格中${meant(failure, (name) => `，是否应为“${name}”？`, "。")}`,
    `如该列已改名或删除，请另选一列，或恢复原列名。${listed(failure, "columns", (names) => `表格中的列：${names}。`)}`,
  ],
  "same-column-names": same(
    "有两列的名称几乎相同，无法确定所指的是哪一列。",
    "请为其中一列改名，不能只差大小写或空格。",
  ),
  "no-key-column": same("没有一列能区分客户：各列都有空值或重复值。", "请另选表格，或由 Tierbook 添加一列编号。"),
  "blank-key": (failure) => [
    `有 ${fact(failure, "count", "若干")} 行缺少客户标识，标签无法对应到客户。`,
    "请补全这些行的客户标识，或另选标识列。",
  ],
  "duplicate-key": (failure) => [
    `有 ${fact(failure, "count", "若干")} 个客户标识出现在多行中${firstKey(failure)}。`,
    "请合并或删除重复行，或选择每个客户只出现一次的列。",
  ],
  "digits-lost": same(
    "标识列中有超过 15 位的数字，Excel 已将其舍入，客户无法再区分。",
    "请将该列以文本格式重新导入，或另选标识列。",
  ),
  "not-a-number": same("价值列中没有可以汇总的数字。", "请选择数字列。以文本形式存储的数字需先转换（“数据”→“分列”）。"),
  "no-positive-value": same("没有客户的数值大于零，无法计算占比。", "请另选价值列，或检查其正负号和单位。"),
  "bad-parameter": same(
    "分层方案的某项设置超出了方法允许的范围。",
    "请检查分档值：须逐档递增，并介于 0 与 100% 之间。",
  ),
  "mixed-currencies": (failure) => [
    `“${fact(failure, "column", "金额")}”列涉及多种币种：${fact(failure, "currencies", "至少两种")}，分别首见于 ${fact(failure, "cells", "所列单元格")}。Tierbook 不对不同币种的金额求和。`,
    "请改用币种单一、且列名注明币种的金额列（如“余额（折人民币）”），或将同一币种的客户单独放在一张表中。如该列并不表示金额的币种，请在“数据”中取消其用途。",
  ],
  "missing-orders": same(
    "工作簿中找不到分层方案所用的订单表。",
    "请重新选择订单表，或以原名称将订单作为表格放回工作簿。",
  ),
  "no-dates": (failure) => [
    `“${fact(failure, "column", "日期")}”列中没有一个单元格可识别为日期。年份（如 2026）或数字形式的年月（如 202610）不是日期。`,
    "请选择记录下单日期的列，或在“数据”中说明日期中年、月、日的顺序。",
  ],
  "no-matching-orders": (failure) => [
    `表格“${fact(failure, "table", "订单")}”中没有一行属于客户表中的客户：“${fact(failure, "column", "客户")}”列的值与客户标识均不相符。`,
    "请选择与客户标识列编号一致的列。编号须逐字相同：007 与 7 不是同一客户。",
  ],
  "orders-changed": (failure) => [
    `运行读取数据期间，表格“${fact(failure, "table", "订单")}”被修改，未写入任何内容。`,
    "请在无人修改订单时重新运行。",
  ],
  "sheet-protected": same("工作表受保护，无法写入标签。", "请在 Excel 的“审阅”中撤销工作表保护后重试。预览不受影响。"),
  "structure-protected": same("工作簿结构受保护，无法新增工作表。", "请在 Excel 的“审阅”中撤销工作簿保护后重试。"),
  "workbook-read-only": same("工作簿以只读方式打开。", "请另存一份可编辑的副本，在副本中运行。"),
  "access-denied": same(
    "Excel 不允许此项更改，可能是敏感度标签或权限所致。",
    "请联系设置权限的人员，或在可编辑的副本中操作。",
  ),
  "table-filtered": (failure) => [
    failure.detail?.["column"]
      ? `表格处于筛选状态，且“${fact(failure, "column", "某列")}”的筛选按颜色、图标、排名或日期分组进行，清除后无法恢复。`
      : "表格处于筛选状态。有行被筛选隐藏时，Excel 可能把值写到错误的行。",
    "请清除筛选后重新运行。",
  ],
  "cells-in-the-way": same(
    "表格右侧的单元格已被占用，没有位置写入标签列。",
    "请移走这些内容，或在表格右侧插入空列，然后重新运行。",
  ),
  "merged-cells": same("标签的写入位置有合并单元格。", "请在 Excel 的“开始”中取消合并后重新运行。"),
  "sheet-full": same("工作表已没有写入空间。", "请删除不再需要的行或列，或把表格移到单独的工作表。"),
  "workbook-busy": same("Excel 正忙，可能有单元格正在编辑。", "请在 Excel 中按回车键结束编辑后重试。"),
  "workbook-behind": same(
    "当前位于最前面的是另一个工作簿，Excel 只处理最前面的工作簿。",
    "请切换回本工作簿，然后重试。",
  ),
  "workbook-changed": same(
    "Tierbook 正在使用的工作表、表格或名称刚刚被删除、重命名或新建。",
    "请查看工作簿，然后重试。",
  ),
  "session-lost": same(
    "Excel 与本窗格失去了联系，可能因为长时间未操作或网络中断。",
    "请关闭窗格后重新打开；使用浏览器时请刷新页面。重新打开后会提示是否有未完成的运行。",
  ),
  "too-many-cells": same("单元格数量过多，Excel 拒绝读取或写入。", "请删除不需要的行和列，或拆分表格。"),
  "excel-too-old": same(
    "当前 Excel 版本或当前工作表类型不支持 Tierbook 所需的功能。",
    "请切换到普通工作表后重试；如仍出现，请更新 Excel（ExcelApi 1.13）。",
  ),
  "table-changed": same("运行期间表格被排序或修改，未写入任何内容。", "请在无人修改表格时重新运行。"),
  "run-unfinished": same("之前有一次运行中断，尚未完成。", "请先完成或回退该次运行。"),
  "being-written": (failure) => {
    const [by, kind] = [fact(failure, "by", ""), fact(failure, "kind", "")];
    const since = clock(fact(failure, "since", ""));
    const does = { run: "运行", undo: "撤销", owners: "修改责任人", finish: "完成一次运行" }[kind];
    return [
      `${by === "" ? "他人" : by}${since === "" ? "" : `自 ${since} 起`}正在写入本工作簿（${does ?? "其他写入"}）。未写入任何内容。`,
      "请等待其结束，重新读取后再写入。",
    ];
  },
  "nothing-to-undo": same(
    "没有可撤销的运行：只能撤销最近一次运行，且只能撤销一次；较早版本的运行不能撤销。",
    "未作任何改动。如需其他分层结果，请修改设置后重新运行。",
  ),
  "carry-broken": same(
    "该文件不是 Tierbook 为下月保存的文件，或保存后被修改、损坏。",
    "请从上月工作簿重新保存。未导入任何内容。",
  ),
  "carry-too-new": same("该文件由更新版本的 Tierbook 保存。", "请用该版本的 Tierbook 打开工作簿。未导入任何内容。"),
  "carry-too-large": same("客户过多，无法存为一个文件。", "请将下月数据表复制到本工作簿，并在此选择。"),
  "carry-not-empty": same(
    "本工作簿已有运行结果，导入会使其丢失。",
    "请先撤销运行，或使用尚未运行的工作簿。未导入任何内容。",
  ),
  "carry-few-match": (failure) => [
    `上月文件中的 ${fact(failure, "former", "")} 个客户，只有 ${fact(failure, "matched", "少数")} 个在本表的 ${fact(failure, "now", "")} 个客户之中。未写入任何内容。`,
    "请确认文件属于本组合，且客户编号列与上月一致。",
  ],
  "pack-exists": same("工作簿中已有同名工作表，已定稿的内容不会被覆盖。", "请另取名称，例如加上编号。未写入任何内容。"),
  "cell-changed": (failure) => [
    `该单元格已被他人修改，现为：${fact(failure, "found", "空")}。您的内容未保存。`,
    "请对照两者后重新填写。",
  ],
  "missing-range": same("工作簿中没有这些单元格或名称。", "请在 Excel 中选中清单（含表头），然后重试。"),
  "no-cells-selected": same(
    "当前选中的不是一个单元格区域，而是图表或图片、多个区域，或同时选中了多个工作表。",
    "请在清单所在的工作表上单击其中一个单元格，然后重试。",
  ),
  "empty-range": same("这些单元格中没有内容。", "请在 Excel 中选中清单（含表头），然后重试。"),
  "header-not-found": same(
    "在这些单元格中找不到列名所在的行。",
    "请指明哪一行是表头（方案文件中为 reading.header），或在同一行为每一列写上名称，或连同表头一起选中清单。",
  ),
  "range-has-table": same("这些单元格中已有表格。", "请直接选择该表格，或选中其他单元格。"),
  "list-not-in-place": same(
    "这些单元格不能原地转为表格：列名缺失、重复或合并，或有空行、合计行。",
    "请让 Tierbook 在新工作表上生成整理副本，或先整理清单。",
  ),
  "reading-undeclared": (failure) => [
    `下列各列中的文本有多种读法：${fact(failure, "columns", fact(failure, "column", "所涉列"))}（${fact(failure, "cells", "见清单")}）。`,
    `请说明文本数字和文本日期的写法后重试；在方案文件中为 ${fact(failure, "keys", "reading")}。未写入任何内容。`,
  ],
  "reading-contradicted": (failure) => [
    `所说明的写法与单元格不符：${fact(failure, "columns", "所涉列")}，例如 ${fact(failure, "cells", "见清单")}。`,
    `请对这些列单独说明写法后重试；在方案文件中为 ${fact(failure, "keys", "reading.columns")}。未写入任何内容。`,
  ],
  "merged-undeclared": (failure) => [
    `下列各列中有纵向合并的单元格：${fact(failure, "columns", "所涉列")}（空白处：${fact(failure, "cells", "见清单")}）。`,
    `请说明其内容适用于所含各行，或在 Excel 中取消合并；在方案文件中为 ${fact(failure, "keys", "reading.mergedCells")}。未写入任何内容。`,
  ],
  "merged-amounts": (failure) => [
    `“${fact(failure, "column", "清单")}”列中有金额合并在多行上：${fact(failure, "cells", "见清单")}，无法判断各行各为多少。`,
    "请在 Excel 中取消合并，并在各行填入各自的金额。未写入任何内容。",
  ],
  "totals-row": same(
    "责任人表显示了汇总行，而新客群要写在那里。未写入任何内容。",
    "请在 Excel“表设计”中取消勾选“汇总行”，然后重新运行。",
  ),
  "policy-invalid": (failure) => {
    const [what, next] = policyProblem(
      policyProblemsZh,
      fact(failure, "problem", ""),
      fact(failure, "found", ""),
      fact(failure, "of", ""),
    );
    return [`${what}未写入任何内容。`, next];
  },
  "policy-changed": same(
    `窗格读取之后，“分层政策”工作表已有修改。未写入任何内容。`,
    "请重新查看：先采纳工作表中的内容，再运行。",
  ),
  "plan-changed": (failure) => {
    const person = fact(failure, "person", "");
    return [
      `窗格读取之后，${person === "" ? "他人" : person}在本工作簿中保存了其他设置。未写入任何内容。`,
      "请在“客户分层分群”查看差异：采用对方的设置，或保留您的设置后重新写入；对方的设置保留在“历史”的以往设置中。",
    ];
  },
  "plan-broken": (failure) => {
    const where = failure.subject === undefined ? "" : `（位置：${failure.subject}）`;
    switch (fact(failure, "problem", "")) {
      case "no-cell-mapped":
        return [
          "授信政策矩阵没有为任何组合规定政策，所有客户都将没有对应政策。未写入任何内容。",
          "请至少为一个组合选择政策类别，然后重新运行。",
        ];
      case "text-too-long":
        return [
          `设置中有名称或文字超过 ${fact(failure, "limit", "255")} 个字符。未写入任何内容。`,
          "请缩短后重新运行。",
        ];
      default:
        return [
          "保存的设置已损坏或不完整，无法使用。",
          `您的数据未受影响。请重新设置分层方案，或修正方案文件${where}。`,
        ];
    }
  },
  "plan-hostile": same("保存的设置疑似被篡改，未予使用。", "您的数据未受影响。请确认文件来源，然后重新设置分层方案。"),
  "plan-too-new": (failure) => [
    `设置由更新版本的 Tierbook 保存（格式 ${fact(failure, "found", "未知")}，当前版本支持到格式 ${fact(failure, "known", "1")}）。`,
    "请升级 Tierbook。在此之前，设置保持原样，不会被覆盖。",
  ],
  "plan-file": (failure) => [fact(failure, "says", "无法作为方案使用。"), "请修正该文件后重新运行。未写入任何内容。"],
  "no-plan": same("本工作簿尚无分层方案。", "请选择表格并设置方案。命令行运行时请用 --plan 指定方案文件。"),
  "file-not-read": same("文件不存在，或无权读取。", "请检查文件路径和读取权限。"),
  "file-not-written": same(
    "无法写入该文件，未写入任何内容。",
    "请确认文件夹存在、文件未设为只读且未被其他程序打开，或改用其他路径。",
  ),
  "not-a-workbook": same("该文件不是 .xlsx 工作簿，或已损坏。", "请用 Excel 打开并另存为 .xlsx 工作簿。"),
  "file-too-large": same("文件解压后超出 Tierbook 的读取上限。", "请删除不需要的内容，或拆分工作簿。"),
  "file-encrypted": same("文件设有密码。", "请用 Excel 打开，取消密码后另存副本。"),
  "file-xls": same("该文件是 Excel 97–2003 的 .xls 格式。", "请用 Excel 打开并另存为 .xlsx 工作簿。"),
  "file-xlsb": same(
    "该文件是 .xlsb 二进制工作簿。",
    "请用 Excel 打开并另存为 .xlsx 工作簿；如含有宏，请另存为 .xlsm。",
  ),
  "file-macros": same(
    "工作簿含有宏，而 Excel 无法打开含宏的 .xlsx 文件。未写入任何内容。",
    "请将输出文件命名为 .xlsm。",
  ),
  "file-ending": same("Tierbook 只写入 .xlsx 工作簿，含宏时为 .xlsm。未写入任何内容。", "请将输出文件改为这样的名称。"),
  cancelled: same("已按您的要求停止，未写入任何内容。", "可随时重新运行。"),
  "no-answer": same("Excel 没有响应。", "请稍候。如仍无响应，请关闭并重新打开工作簿，届时会提示是否有未完成的运行。"),
  "rolled-back": same(
    "运行中出现问题，工作簿已恢复到运行前的状态。",
    "请重试。如再次出现，请将工作簿另存后在副本中运行。",
  ),
  "rollback-failed": (failure) => [
    `运行失败，且未能恢复原状。请勿使用：${fact(failure, "columns", "标签列")}。`,
    "请不保存并关闭工作簿，或再次打开 Tierbook 进行回退。",
  ],
  "formula-failed": (failure) => [
    failure.detail?.["shown"]
      ? `Tierbook 写入的公式显示 ${fact(failure, "shown", "错误")}。`
      : "Excel 未保留 Tierbook 写入的公式。",
    "请重新运行。如再次出现，请将设置中用到的列改为简单的列名后再运行。",
  ],
  "engine-stopped": same(
    "计算意外中止，未写入任何内容。",
    "请重试。如再次出现，请关闭其他程序以释放内存，或减少所用的列。",
  ),
  "part-missing": same("Tierbook 的一部分未能加载。", "请检查网络后重试。如再次出现，请关闭窗格后重新打开。"),
  unexpected: same("出现了 Tierbook 未知的问题。", "请重试。如再次出现，请保存并重新打开工作簿。"),
};

/** 第一个重复的标识及其位置。 */
function firstKey(failure: FailureData): string {
  const key = fact(failure, "key", "");
  return key === "" ? "" : `，首个为 ${key}（${fact(failure, "cells", failure.subject ?? "")}）`;
}
