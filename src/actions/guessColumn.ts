import { isDateFormat } from "../table/isDateFormat";

/** What a column's name and first cells suggest; never more than a suggestion. */
export type ColumnGuess = "key" | "name" | "value" | "date" | "category" | "text";

/** Some cells of a column. Types are Excel's: "Empty", "String", "Double", "Boolean", "Error". */
export interface ColumnSample {
  readonly name: string;
  readonly values: readonly unknown[];
  readonly types: readonly string[];
  readonly numberFormats: readonly string[];
}

const keyName = /(^|[\s_-])(id|no|nr|key|code|number|account)\.?$|^(id|no)[\s_.-]|编号|代号|代码|账号|证件号|客户号/iu;
const nameName = /name|client$|customer$|company|名称|姓名|企业名|户名/iu;
const valueName =
  /outstanding|balance|amount|value|revenue|sales|exposure|turnover|profit|total|deposit|余额|金额|合计|销售|收入|敞口|贷款|存款|利润/iu;
const limitName = /limit|rate|margin|days|age|score|year|额度|利率|天数|年龄|评分|年份/iu;

/** Share of the rows with a value of its own from which a column named like an id is taken for one. */
const leastDifferent = 0.8;

/** Guesses what a column is for, from its name and a sample of its cells. */
export function guessColumn(sample: ColumnSample): ColumnGuess {
  const filled = sample.types.filter((type) => type !== "Empty").length;
  const numbers = sample.types.filter((type) => type === "Double" || type === "Integer").length;
  const distinct = new Set(sample.values.filter((_, i) => sample.types[i] !== "Empty")).size;
  // A few repeats or blanks are faults in an id column, not a sign of another kind of column.
  const nearlyDifferent = distinct >= leastDifferent * sample.types.length;
  if (keyName.test(sample.name) && (nearlyDifferent || filled === 0)) return "key";
  if (filled === 0) return "text";
  if (numbers * 2 > filled) return looksLikeDate(sample) ? "date" : "value";
  if (nameName.test(sample.name) && distinct * 2 > filled) return "name";
  return distinct * 2 <= filled || distinct <= 3 ? "category" : "text";
}

/** Orders number columns: a customer's worth first, limits, rates and ages last. Higher is likelier. */
export function worthOf(name: string): number {
  if (limitName.test(name)) return 0;
  return valueName.test(name) ? 2 : 1;
}

/** Orders candidates for the key. Higher is likelier. */
export function keynessOf(name: string): number {
  if (keyName.test(name)) return 2;
  return nameName.test(name) ? 0 : 1;
}

/** Dates are serial numbers; only their format tells. */
function looksLikeDate({ numberFormats, types }: ColumnSample): boolean {
  const i = types.findIndex((type) => type === "Double" || type === "Integer");
  return isDateFormat(numberFormats[i] ?? "");
}
