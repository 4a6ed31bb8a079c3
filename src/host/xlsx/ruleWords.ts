/** Office.js's words for comparisons in conditional formats, by the file's. Source: Excel.ConditionalCellValueOperator. */
export const formatOperators: Readonly<Record<string, string>> = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqual",
  lessThanOrEqual: "LessThanOrEqual",
};

/** The same for data validations, which end in "To". Source: Excel.DataValidationOperator. */
export const validationOperators: Readonly<Record<string, string>> = {
  ...formatOperators,
  greaterThanOrEqual: "GreaterThanOrEqualTo",
  lessThanOrEqual: "LessThanOrEqualTo",
};

/** Text comparisons, by the file's type of rule. Source: Excel.ConditionalTextOperator. */
export const textOperators: Readonly<Record<string, string>> = {
  containsText: "Contains",
  notContainsText: "NotContains",
  beginsWith: "BeginsWith",
  endsWith: "EndsWith",
};

/** Points of a colour scale, by the file's. Source: Excel.ConditionalFormatColorCriterionType. */
export const scalePoints: Readonly<Record<string, string>> = {
  min: "LowestValue",
  max: "HighestValue",
  num: "Number",
  percent: "Percent",
  formula: "Formula",
  percentile: "Percentile",
};

/** The file's word for one of Office.js's, or `otherwise`. */
export function fileWord(words: Readonly<Record<string, string>>, office: unknown, otherwise: string): string {
  return Object.keys(words).find((word) => words[word] === office) ?? otherwise;
}
