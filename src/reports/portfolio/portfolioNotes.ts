import type { RiskClassUse } from "../../engine/riskClassUse";
import type { FormerTotals } from "../../engine/runTotals";
import type { Segmentation } from "../../segmentations/plans";
import { portfolioMeasure } from "../../plan/portfolioMeasure";
import type { SheetWords } from "../../text/sheet/en";
import type { ReportContext } from "../reportContext";
import type { Portfolio } from "./portfolio";

/** Texts of a class column that are named; the others are counted. */
const namedTexts = 5;
const longestText = 40;

/** What the columns mean, what they leave out, and what they are compared with: one sentence or two each. */
export function portfolioNotes(
  segmentation: Segmentation,
  { riskClasses, former, missing }: Portfolio,
  { plan }: ReportContext,
  words: SheetWords,
): readonly string[] {
  const { portfolio } = words;
  const { roles, template } = plan;
  const lost = missing.map(({ role, column }) => portfolio.missing(portfolio.roles[role], column));
  const measure = portfolioMeasure(plan, segmentation);
  if (measure === null) return lost;
  const lending = template === "lending";
  const meanings = [
    ...(lending && roles.limit !== undefined ? [portfolio.meansUtilisation] : []),
    ...(lending && roles.daysPastDue !== undefined ? [portfolio.meansPastDue(measure, roles.daysPastDue)] : []),
    portfolio.meansTopShare(measure),
  ];
  return [
    ...(lending && riskClasses !== null ? classNotes(riskClasses, roles.riskClass ?? "", words) : []),
    meanings.join(portfolio.space),
    [
      compared(portfolio.headers.onLastMonth, measure, former.month, words),
      compared(portfolio.headers.onYearEnd, measure, former.yearEnd, words),
    ].join(portfolio.space),
    ...lost,
  ];
}

function classNotes(use: RiskClassUse, column: string, { portfolio }: SheetWords): readonly string[] {
  const { spellings, known, blank, unknown } = use;
  if (!known) return [portfolio.noClass(column)];
  const named = (grades: readonly (readonly string[])[]): readonly string[] => grades.flat().map((text) => text.trim());
  const npl = named([spellings.substandard, spellings.doubtful, spellings.loss]);
  const rows = unknown.reduce((sum, each) => sum + each.rows, 0);
  const texts = unknown.slice(0, namedTexts).map(({ text }) => Array.from(text.trim()).slice(0, longestText).join(""));
  const open =
    blank + rows === 0 ? [] : [portfolio.openClasses(column, blank, rows, texts, unknown.length > namedTexts)];
  return [[portfolio.meansNpl(column, npl, named([spellings.specialMention])), ...open].join(portfolio.space)];
}

function compared(header: string, measure: string, former: FormerTotals, { portfolio, day }: SheetWords): string {
  const date = former.date === null ? null : day(former.date);
  if ("totals" in former) return portfolio.comparedWith(header, measure, date ?? "");
  return portfolio.notCompared[former.why](header, date ?? "");
}
