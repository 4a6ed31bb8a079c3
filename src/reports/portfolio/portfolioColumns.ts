import type { Role } from "../../plan/plan";
import type { Segmentation } from "../../segmentations/plans";
import { portfolioMeasure } from "../../plan/portfolioMeasure";
import { type RiskGrade } from "../../plan/riskGrades";
import type { SheetWords } from "../../text/sheet/en";
import type { FormerTotals } from "../../engine/runTotals";
import type { SegmentTotal } from "../../engine/segmentTotals";
import type { ReportContext } from "../reportContext";
import { structuredReference } from "../structuredReference";
import type { Portfolio } from "./portfolio";
import type { Amount, PortfolioColumn, PortfolioPlace } from "./portfolioColumn";

const amountLooks = { format: "money", width: 14 } as const;
const shareLooks = { format: "share", width: 11 } as const;

/** The columns that a template has for its committee, as far as the table has what they need. */
export function portfolioColumns(
  segmentation: Segmentation,
  portfolio: Portfolio,
  context: ReportContext,
  words: SheetWords,
): readonly PortfolioColumn[] {
  const measure = portfolioMeasure(context.plan, segmentation);
  if (measure === null) return [];
  const columns =
    context.plan.template === "lending"
      ? lendingColumns(measure, portfolio, context, words)
      : retailColumns(measure, context, words);
  const amount = reference(context, measure);
  const value = columns.findIndex((column) => column.kind === "amount" && column.amount.of === amount);
  return [...columns, ...runColumns(segmentation.id, value, portfolio, words)];
}

function lendingColumns(
  outstandingColumn: string,
  { riskClasses }: Portfolio,
  context: ReportContext,
  { portfolio: { headers } }: SheetWords,
): PortfolioColumn[] {
  const outstanding: Amount = { of: reference(context, outstandingColumn) };
  const limit = roleReference(context, "limit");
  const riskClass = roleReference(context, "riskClass");
  const days = roleReference(context, "daysPastDue");
  const columns: PortfolioColumn[] = [];
  if (limit !== null) columns.push({ kind: "amount", header: headers.limit, amount: { of: limit }, ...amountLooks });
  const of = columns.push({ kind: "amount", header: headers.outstanding, amount: outstanding, ...amountLooks }) - 1;
  if (limit !== null) columns.push({ kind: "ratio", header: headers.utilisation, part: of, of: 0, ...shareLooks });
  if (riskClass !== null && riskClasses?.known) {
    const inGrades = (grades: readonly RiskGrade[]): readonly Amount[] =>
      grades.flatMap((grade) =>
        riskClasses.spellings[grade].map((text) => ({
          ...outstanding,
          where: [{ column: riskClass, is: exactly(text) }],
        })),
      );
    columns.push(
      { kind: "part", header: headers.npl, amounts: inGrades(["substandard", "doubtful", "loss"]), of, ...shareLooks },
      { kind: "part", header: headers.specialMention, amounts: inGrades(["specialMention"]), of, ...shareLooks },
    );
  }
  if (days !== null) {
    const late = (is: string): Amount => ({ ...outstanding, where: [{ column: days, is }] });
    const [pastDue, over90] = [late('">0"'), late('">90"')];
    const part = columns.push({ kind: "amount", header: headers.pastDue, amount: pastDue, ...amountLooks }) - 1;
    columns.push({ kind: "ratio", header: headers.pastDueShare, part, of, ...shareLooks });
    const part90 = columns.push({ kind: "amount", header: headers.over90, amount: over90, ...amountLooks }) - 1;
    columns.push({ kind: "ratio", header: headers.over90Share, part: part90, of, ...shareLooks });
  }
  return columns;
}

function retailColumns(
  valueColumn: string,
  context: ReportContext,
  { portfolio: { headers } }: SheetWords,
): PortfolioColumn[] {
  const orders = roleReference(context, "orders");
  const margin = roleReference(context, "margin");
  const columns: PortfolioColumn[] = [
    {
      kind: "amount",
      header: headers.sales(valueColumn),
      amount: { of: reference(context, valueColumn) },
      ...amountLooks,
    },
  ];
  if (orders !== null) {
    const of =
      columns.push({ kind: "amount", header: headers.orders, amount: { of: orders }, format: "count", width: 14 }) - 1;
    columns.push({ kind: "ratio", header: headers.averageOrder, part: 0, of, format: "smallMoney", width: 14 });
    // Where a customer has several rows, a row says nothing about how often a customer came.
    if (context.plan.rows.perCustomer === "one") {
      columns.push({ kind: "customers", header: headers.repeat, column: orders, is: '">1"', ...shareLooks });
    }
  }
  if (margin !== null) {
    const part = columns.push({ kind: "amount", header: headers.margin, amount: { of: margin }, ...amountLooks }) - 1;
    columns.push({ kind: "ratio", header: headers.marginShare, part, of: 0, ...shareLooks });
  }
  return columns;
}

/** What only a run can say: how much the ten largest hold, and what changed since former dates. */
function runColumns(
  id: string,
  of: number,
  { totals, former }: Portfolio,
  { portfolio }: SheetWords,
): PortfolioColumn[] {
  const own = totals.find((candidate) => candidate.id === id);
  const now = (place: PortfolioPlace): SegmentTotal | undefined => {
    if (typeof place === "object") return own?.groups.get(place.group);
    return place === "open" ? own?.notClassified : own?.whole;
  };
  const { headers } = portfolio;
  const change = (header: string, then: FormerTotals): PortfolioColumn => {
    return { kind: "change", header, of, former: (place) => formerTotal(then, id, place), ...amountLooks };
  };
  return [
    { kind: "dated", header: headers.topShare, cell: (place) => now(place)?.topShare ?? "–", ...shareLooks, width: 12 },
    change(headers.onLastMonth, former.month),
    change(headers.onYearEnd, former.yearEnd),
  ];
}

function formerTotal(former: FormerTotals, id: string, place: PortfolioPlace): number | null {
  const then = "totals" in former ? former.totals.segmentations.find((candidate) => candidate.id === id) : undefined;
  if (!then) return null;
  if (place === "open") return then.notClassified;
  if (place === "total") return then.whole;
  return then.groups.find((group) => group.id === place.group)?.total ?? null;
}

function roleReference(context: ReportContext, role: Role): string | null {
  const column = context.plan.roles[role];
  return column === undefined ? null : reference(context, column);
}

function reference({ table }: ReportContext, column: string): string {
  return structuredReference(table, column);
}

/** A criterion that means a text and nothing else; a quote would end it, and tildes, stars, question marks are wildcards. */
function exactly(text: string): string {
  return `"=${text.replace(/[~*?]/g, "~$&").replaceAll('"', '""')}"`;
}
