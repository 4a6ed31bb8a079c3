import { roleWords } from "../roleWords";
import type { rolesEn } from "./rolesEn";

/** 窗格中关于模板、单位和列用途的用语。 */
export const rolesZh: typeof rolesEn = {
  names: roleWords.zh,
  of: (column) => `“${column}”列的用途`,
  byName: "根据列名推测；如不正确，请另选用途。",
  byValues: "根据单元格内容推测；如不正确，请另选用途。",
  chosen: "以方案中的设置为准。",
  hint: "列的用途决定工作表能列出哪些指标；推测不正确时请更改。",
  missing: (role, column) => `${role}原为“${column}”列，当前表中没有该列。请在下方指定现在的列，或不再列出。`,
  leaveOut: "不再列出",
  leaveOutOf: (role) => `不再列出${role}`,
  template: "客户类型",
  templates: { lending: "贷款客户", retail: "零售客户" },
  templateHint: "决定名称、问题以及“客户分层分群”表中的指标列。",
  questions: {
    exposure: {
      asks: "我们的敞口集中在哪里？",
      means: "按客户余额划分价值等级：合计占 80% 的最大客户为第一级，依此类推。",
      lacks: "此表格没有数值列。",
    },
    earnings: {
      asks: "哪些客户给我们带来最多收益？",
      means: "按净收益（或毛利）划分价值等级：合计贡献 80% 的客户为第一级，依此类推。",
      lacks: "尚无列被标为净收益或毛利，请在“数据”的列清单中指定。",
    },
    worth: {
      asks: "哪些客户价值最高？",
      means: "价值等级：合计占 80% 的最大客户为第一级，依此类推。",
      lacks: "此表格没有数值列。",
    },
  },
  unit: "金额单位",
  unitHint: "如“万元”。每张表注明一次，金额不作换算。",
};
