import type { PolicySheetWords } from "./policyEn";

/** 分层政策工作表用语（中文）。 */
export const policyZh: PolicySheetWords = {
  title: "分层政策：各客群的划分标准",
  how: "修改底色标出的单元格后，请再次运行 Tierbook：运行以本表为准，覆盖本表内容前会先询问。在此之前，标签仍为上次运行的结果。",
  headers: {
    id: "编号",
    name: "客群",
    above: "高于",
    upTo: "累计占比上限",
    from: "下限（含）",
    below: "上限（不含）",
    value: "数据中的取值",
    order: "顺序",
    check: "核对",
  },
  tiers: (valueColumn) => `按${valueColumn}由大到小排列：各等级累计至相应占比，末级为其余客户。`,
  bands: (column, highFirst) => `按${column}${highFirst ? "由高到低" : "由低到高"}。等于分档值的客户归入较高一档。`,
  groups: (column) => `按${column}的取值，顺序号小者在前。未列出的取值请增加一行；空单元格为“未知”。`,
  check: {
    fine: "有效",
    name: "请填写名称",
    sameName: "名称重复",
    number: "请填写数字",
    share: "请填写 0% 至 100% 之间的占比",
    last: "末级须为 100%",
    rising: "须高于上一行",
    falling: "须低于上一行",
    lastBand: "末档此处不设界限",
    value: "请填写数据中的取值",
    sameOrder: "顺序号重复",
  },
};
