import { currencyOfText, isCurrencyHeader } from "../table/currencies";
import { ratingScales } from "./knownScales";
import { customaryRole } from "./customaryValues";
import { type Role, roleNames } from "./plan";
import { riskGradeOf } from "./riskGrades";

/** What is known of a column when its role is guessed. */
export interface RoleCandidate {
  readonly name: string;
  /** True for a column of numbers. */
  readonly numeric: boolean;
  /** All its different values, where they are few. */
  readonly values: readonly string[];
}

/** A column for a role, and what spoke for it. */
export interface GuessedRole {
  readonly column: string;
  readonly by: "name" | "values";
}

/** Roles that only a column of numbers can have. */
export const numericRoles: ReadonlySet<Role> = new Set<Role>([
  "limit",
  "outstanding",
  "daysPastDue",
  "orders",
  "margin",
  "rate",
  "term",
]);

/** Per role what its columns are called, the surer name first. */
const namesOf: Readonly<Record<Role, readonly RegExp[]>> = {
  name: [
    /^(client|customer|company|borrower|obligor|account)([\s_]?name)?$/iu,
    /客户名称|客户全称|企业名称|公司名称|单位名称|借款人|户名|^客户$|^姓名$|^企业$/u,
    /^(full[\s_]?)?name$/iu,
  ],
  group: [/(client|customer|parent|borrower|connected)[\s_]?group|group[\s_]?name/iu, /集团/u],
  manager: [/relationship[\s_]?manager|account[\s_]?manager|\brm\b/iu, /客户经理|管户/u, /\bofficer\b/iu],
  branch: [/\bbranch|booking[\s_]?(unit|office)/iu, /经办机构|经办行|支行|网点|机构/u],
  industry: [/\bindustry|\bsector|line[\s_]of[\s_]business|\bnaics\b|\bsic\b/iu, /行业|产业类别/u],
  region: [
    /\bregion|\bprovince/iu,
    /地区|区域|省份|注册地|所在地|所属省/u,
    /\bstate\b|\bcountry|\bcity\b/iu,
    /^省$|^市$|城市|国家/u,
  ],
  size: [/^(client|company|firm|enterprise)?[\s_]?size$/iu, /规模|企业类型/u],
  rating: [
    /(credit|internal|external|borrower|client|customer)[\s_]?rating|^ratings?$/iu,
    /信用等级|信用评级|信誉评级|内评|外评|评级|客户等级/u,
    /\bgrade$/iu,
  ],
  riskClass: [/(risk|loan|asset)[\s_]?class|five[\s-]?grade/iu, /风险分类|五级分类/u],
  limit: [
    /credit[\s_]?(limit|line)|^limit\b|approved[\s_]?limit|facility[\s_]?amount/iu,
    /授信额度|授信总额|授信金额|授信敞口额度/u,
  ],
  outstanding: [
    /outstanding/iu,
    /(drawn|loan|current|used)[\s_]?balance|^balance\b/iu,
    /贷款余额|用信余额|未偿余额|授信余额|敞口余额/u,
    /^余额/u,
  ],
  daysPastDue: [/days?[\s_]?(past[\s_]?due|overdue|late|in[\s_]?arrears)|\bdpd\b|overdue[\s_]?days/iu, /逾期天数/u],
  currency: [],
  orders: [
    /^(number[\s_]?of[\s_]?|no\.?[\s_]?of[\s_]?)?(orders|purchases|invoices)$|order[\s_]?count/iu,
    /订单数|购买次数|下单次数/u,
  ],
  margin: [/margin|gross[\s_]?profit/iu, /毛利|净收益|利差收入/u],
  rate: [/interest[\s_]?rate|\bapr\b/iu, /利率/u],
  term: [/^(loan[\s_]?)?(term|tenor)\b/iu, /期限/u],
};

/**
 * Which column is for what, by names and then by values; one column per role and one role per column. A suggestion that
 * a click changes; the key column takes no part.
 */
export function guessRoles(
  columns: readonly RoleCandidate[],
  keyColumn: string,
): Partial<Readonly<Record<Role, GuessedRole>>> {
  const found: Partial<Record<Role, GuessedRole>> = {};
  const open = new Map(columns.filter(({ name }) => name !== keyColumn).map((column) => [column.name, column]));
  const take = (role: Role, by: GuessedRole["by"], fits: (column: RoleCandidate) => boolean): void => {
    if (found[role]) return;
    const column = [...open.values()].find((one) => one.numeric === numericRoles.has(role) && fits(one));
    if (!column) return;
    found[role] = { column: column.name, by };
    open.delete(column.name);
  };
  for (const role of roleNames) {
    if (role === "currency") take(role, "name", ({ name }) => isCurrencyHeader(name));
    for (const pattern of namesOf[role]) take(role, "name", ({ name }) => pattern.test(name.normalize("NFKC")));
  }
  take("riskClass", "values", ({ values }) => all(values, 3, (value) => riskGradeOf(value, null) !== null));
  for (const scale of ratingScales) {
    take("rating", "values", ({ values }) => all(values, 3, (value) => scale.includes(value.normalize("NFKC").trim())));
  }
  for (const role of ["region", "size", "industry"] as const) {
    take(role, "values", ({ values }) => mostly(values, (value) => customaryRole(value) === role));
  }
  take("currency", "values", ({ values }) => all(values, 1, (value) => currencyOfText(value) !== null));
  return found;
}

/** True if there are so many values and each of them fits. */
function all(values: readonly string[], least: number, fits: (value: string) => boolean): boolean {
  return values.length >= least && values.every(fits);
}

/** True if there are three values at least, and most of them fit: nobody lists all industries there are. */
function mostly(values: readonly string[], fits: (value: string) => boolean): boolean {
  return values.length >= 3 && values.filter(fits).length * 2 > values.length;
}
