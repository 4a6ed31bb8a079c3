import { columnReader } from "../../host/formulas/columnReader";
import { evaluateFormula } from "../../host/formulas/evaluate";
import { translateFormula } from "../../host/formulas/formulaShift";
import { isProblem, parseFormula } from "../../host/formulas/parseFormula";
import { intersection, type Area } from "../../host/model/address";
import type { Book, ConditionalFormat, Sheet } from "../../host/model/book";
import type { CellView } from "../hostProtocol";

/** What conditional formats make of a cell now. */
export type RuleLook = NonNullable<CellView["rule"]>;

/**
 * The looks that an area's cells have by rules with a formula of their own, the kind that Tierbook writes; other kinds are
 * kept in the file and not drawn. Where several rules are true, the first one decides.
 *
 * @param today - the day as Excel counts it, for rules that ask for it
 */
export function ruleLooks(
  book: Book,
  sheet: Sheet,
  area: Area,
  today: number,
): (row: number, column: number) => RuleLook | undefined {
  const rules = sheet.conditionalFormats.filter(
    (rule) => rule.kind === "custom" && intersection(rule.area, area) !== null,
  );
  if (rules.length === 0) return () => undefined;
  const reader = columnReader();
  const holds = ({ rule, area: whole }: ConditionalFormat, row: number, column: number): boolean => {
    const { formula } = rule;
    if (typeof formula !== "string") return false;
    const here = translateFormula(formula, row - whole.row, column - whole.column);
    const node = parseFormula(here.replace(/\bTODAY\(\)/gi, String(today)));
    return !isProblem(node) && evaluateFormula(node, { book, reader, arrays: false, sheet, row, column }) === true;
  };
  return (row, column) => {
    const cell = { row, column, rows: 1, columns: 1 };
    const rule = rules.find((one) => intersection(one.area, cell) !== null && holds(one, row, column));
    if (!rule) return undefined;
    const { fontColor, fillColor } = rule.format;
    return {
      ...(fontColor === undefined ? {} : { color: fontColor }),
      ...(fillColor === undefined || fillColor === null ? {} : { fill: fillColor }),
    };
  };
}
