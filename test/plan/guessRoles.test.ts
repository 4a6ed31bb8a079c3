import { formerPeriods, isMonthEnd } from "../../src/table/formerPeriods";
import { guessRoles, type RoleCandidate } from "../../src/plan/guessRoles";
import { guessUnit } from "../../src/plan/guessUnit";
import { inScaleOrder } from "../../src/plan/inScaleOrder";
import { riskGradeOf } from "../../src/plan/riskGrades";
import { sampleEn, sampleZh } from "../../src/sample/sampleWords";

const numbers = new Set([7, 8, 9, 10, 11]);
const candidates = (headers: readonly string[]): readonly RoleCandidate[] =>
  headers.map((name, i) => ({ name, numeric: numbers.has(i), values: [] }));

test.each([
  ["en", sampleEn.headers],
  ["zh", sampleZh.headers],
] as const)("every column of a loan list in %s has its role by its name, and the key none", (_, headers) => {
  const roles = guessRoles(candidates(headers), headers[0]);
  const found = Object.fromEntries(Object.entries(roles).map(([role, { column, by }]) => [role, [column, by]]));
  expect(found).toEqual({
    name: [headers[1], "name"],
    industry: [headers[2], "name"],
    region: [headers[3], "name"],
    size: [headers[4], "name"],
    rating: [headers[5], "name"],
    riskClass: [headers[6], "name"],
    limit: [headers[7], "name"],
    outstanding: [headers[8], "name"],
    margin: [headers[9], "name"],
    daysPastDue: [headers[11], "name"],
    manager: [headers[12], "name"],
    branch: [headers[13], "name"],
    group: [headers[14], "name"],
  });
});

test("names with units and other words for the same are known", () => {
  const roles = guessRoles(
    ["客户编号", "授信额度(万元)", "余额（万元）", "五级分类", "管户客户经理", "币种"].map((name, i) => ({
      name,
      numeric: i === 1 || i === 2,
      values: [],
    })),
    "客户编号",
  );
  expect(Object.entries(roles).map(([role, { column }]) => [role, column])).toEqual(
    expect.arrayContaining([
      ["limit", "授信额度(万元)"],
      ["outstanding", "余额（万元）"],
      ["riskClass", "五级分类"],
      ["manager", "管户客户经理"],
      ["currency", "币种"],
    ]),
  );
});

test("values tell where a name does not, and a column has one role", () => {
  const roles = guessRoles(
    [
      { name: "Class", numeric: false, values: ["Pass", "Loss", "Doubtful"] },
      { name: "Money", numeric: false, values: ["CNY", "USD"] },
      { name: "Note", numeric: false, values: ["A", "B", "BBB"] },
      { name: "Colour", numeric: false, values: ["red", "green", "blue"] },
    ],
    "",
  );
  expect(roles).toEqual({
    riskClass: { column: "Class", by: "values" },
    currency: { column: "Money", by: "values" },
    rating: { column: "Note", by: "values" },
  });
});

test("Chinese headers of a credit department and plain ones are known", () => {
  const roles = guessRoles(
    ["客户编号", "客户名称", "行业", "注册地", "授信额度", "贷款余额", "信用等级", "企业规模"].map((name, i) => ({
      name,
      numeric: i === 4 || i === 5,
      values: [],
    })),
    "客户编号",
  );
  expect(Object.fromEntries(Object.entries(roles).map(([role, { column }]) => [role, column]))).toEqual({
    name: "客户名称",
    industry: "行业",
    region: "注册地",
    limit: "授信额度",
    outstanding: "贷款余额",
    rating: "信用等级",
    size: "企业规模",
  });
});

test("regions, sizes, industries and ratings of either agency are known by their values", () => {
  const roles = guessRoles(
    [
      { name: "A", numeric: false, values: ["广东省", "浙江", "其他"] },
      { name: "B", numeric: false, values: ["大型", "中型", "小微企业"] },
      { name: "C", numeric: false, values: ["制造业", "批发和零售业", "其他", "建筑业"] },
      { name: "D", numeric: false, values: ["Aaa", "Baa1", "Caa3"] },
      { name: "E", numeric: false, values: ["Smith", "Jones", "North"] },
    ],
    "",
  );
  expect(Object.fromEntries(Object.entries(roles).map(([role, { column, by }]) => [role, `${column} ${by}`]))).toEqual({
    region: "A values",
    size: "B values",
    industry: "C values",
    rating: "D values",
  });
});

test("ratings stand in the order of their agency, and an unknown grade behind them", () => {
  expect(inScaleOrder(["A", "AA-", "AAA+", "C", "BBB+", "N.R."])).toEqual(["AAA+", "AA-", "A", "BBB+", "C", "N.R."]);
  expect(inScaleOrder(["Baa2", "C", "Aaa", "Aa3"])).toEqual(["Aaa", "Aa3", "Baa2", "C"]);
  expect(inScaleOrder(["可疑", "正常", "关注"])).toEqual(["正常", "关注", "可疑"]);
});

test("amounts are numbers: text under such a name has no such role", () => {
  expect(guessRoles([{ name: "Credit limit", numeric: false, values: [] }], "")).toEqual({});
});

test("the unit is what the amounts' names agree on", () => {
  expect(guessUnit(["余额(万元)", "授信额度（万元）", "利率"])).toBe("万元");
  expect(guessUnit(["Outstanding (CNY k)", "Rate (% p.a.)"])).toBe("CNY k");
  expect(guessUnit(["Outstanding (in thousands)"])).toBe("thousands");
  expect(guessUnit(["余额(万元)", "授信额度(亿元)"])).toBeNull();
  expect(guessUnit(["Outstanding", "Margin"])).toBeNull();
});

test("five grades are known by their names alone, or by a scale of five that was declared", () => {
  expect(
    ["正常", "关注类", " 次级", "Doubtful", "SPECIAL-MENTION", "pass"].map((text) => riskGradeOf(text, null)),
  ).toEqual(["normal", "specialMention", "substandard", "doubtful", "specialMention", "normal"]);
  expect(["Watch", "NPL", "3", ""].map((text) => riskGradeOf(text, null))).toEqual([null, null, null, null]);
  expect(["1", "3", "6"].map((text) => riskGradeOf(text, ["1", "2", "3", "4", "5"]))).toEqual([
    "normal",
    "substandard",
    null,
  ]);
});

test("a run is compared with the last month-end and the last 31 December before its data", () => {
  expect(formerPeriods("2026-10-31")).toEqual({ month: "2026-09-30", yearEnd: "2025-12-31" });
  expect(formerPeriods("2026-11-15")).toEqual({ month: "2026-10-31", yearEnd: "2025-12-31" });
  expect(formerPeriods("2024-03-01")).toEqual({ month: "2024-02-29", yearEnd: "2023-12-31" });
  expect(formerPeriods("2026-12-31")).toEqual({ month: "2026-11-30", yearEnd: "2025-12-31" });
  expect(formerPeriods("2026-01-31")).toEqual({ month: "2025-12-31", yearEnd: "2025-12-31" });
  expect(["2026-02-28", "2024-02-28", "2026-10-30"].map(isMonthEnd)).toEqual([true, false, false]);
});
