import type { SegmentationOutcome } from "../../engine/outcome";
import { combinationFor } from "../../plan/combinationFor";
import type { Segmentation } from "../../plan/plan";
import type { SheetWords } from "../../text/sheet/en";
import { criterion } from "../criterion";
import { leavesOut } from "../../engine/leftOutCounts";
import { moneyFormat } from "../moneyFormat";
import { ownerLookup } from "../ownerLookup";
import type { ReportContext } from "../reportContext";
import type { DocBlock, DocCell, DocColumn, RowLook } from "../sheetDoc";
import { structuredReference } from "../structuredReference";
import { tableName } from "../tableName";
import { widthFor } from "../textWidth";

/**
 * One row per tier, one for the customers that are not classified, and the total.
 *
 * The total counts the keys of the customer table, and what the tiers do not hold of it is not classified: so the rows
 * always add up to the table, also after customers were added below it and before the next run. Where a customer has
 * several rows, these are what formulas can count; customers are those of the run then, and so are values that are not
 * added up. Where rows were left out by choice, those not classified are counted by their label, and the total is that of
 * the tiers.
 */
export function segmentsTable(
  segmentation: Segmentation,
  result: SegmentationOutcome,
  row: number,
  context: ReportContext,
  words: SheetWords,
): DocBlock {
  const { id } = segmentation;
  const names = result.groups.map((group) => group.name);
  const first = row + 2; // as the sheet counts: from one, below the header
  const parts = columnsOf(segmentation, result, { first, last: row + 1 + names.length }, context, words);
  const open = parts.map((part) => part.open ?? null);
  const total = parts.map((part) => part.total ?? null);
  return {
    kind: "table",
    id: `${id}/table`,
    row,
    column: 0,
    name: tableName("Tierbook_Segments", id),
    columns: parts.map(({ header, format, width }) => ({ header, format, width })),
    rows: [...result.groups.map((_, i) => parts.map(({ cells }) => cells[i] ?? null)), open, total],
    looks: [...names.map((): RowLook => "plain"), "muted", "total"],
  };
}

/** A column with its cells: one per tier, for not classified, and for the total. */
type Part = Pick<DocColumn, "header" | "format" | "width"> & {
  readonly cells: readonly DocCell[];
  readonly open?: DocCell;
  readonly total?: DocCell;
};

/** The rows of the tiers, as the sheet counts. */
interface TierRows {
  readonly first: number;
  readonly last: number;
}

/** Formulas over the tiers' rows of the table and over their labels. */
interface Formulas {
  readonly label: string;
  /** One formula per tier, by its row and the criterion of its label. */
  readonly each: (formula: (row: number, is: string) => string) => DocCell[];
  /** The criterion of the label of those not classified; null where the total of the table is that of the customers. */
  readonly without: string | null;
  /** The cells of a column beside the tiers. */
  readonly tiers: (column: string) => string;
  /** What a column comes to: with those not classified, but where rows were left out. */
  readonly sum: (column: string) => DocCell;
}

function formulasFor(
  { id, name }: Segmentation,
  result: SegmentationOutcome,
  { first, last }: TierRows,
  { table, labelColumns }: ReportContext,
  { notClassified }: SheetWords,
): Formulas {
  const names = result.groups.map((group) => group.name);
  const without = leavesOut(result) ? criterion(`A${last + 1}`, [notClassified]) : null;
  return {
    without,
    label: structuredReference(table, labelColumns.get(id) ?? name),
    each: (formula) => names.map((_, i) => live(formula(first + i, criterion(`A${first + i}`, names)))),
    tiers: (column) => `${column}${first}:${column}${last}`,
    sum: (column) => live(`SUM(${column}${first}:${column}${without === null ? last + 1 : last})`),
  };
}

function live(formula: string): DocCell {
  return { formula: `=${formula}` };
}

function columnsOf(
  segmentation: Segmentation,
  result: SegmentationOutcome,
  at: TierRows,
  context: ReportContext,
  words: SheetWords,
): readonly Part[] {
  const { plan, table } = context;
  const { groups } = result;
  const { headers } = words.segments;
  const names = groups.map((group) => group.name);
  const formulas = formulasFor(segmentation, result, at, context, words);
  const { label, each, tiers, sum, without } = formulas;
  const counted = (column: string): Omit<Part, "header" | "width"> => ({
    format: "count",
    cells: each((_, is) => `COUNTIFS(${label},${is})`),
    open: live(
      without === null
        ? `COUNTA(${structuredReference(table, plan.keyColumn)})-SUM(${tiers(column)})`
        : `COUNTIFS(${label},${without})`,
    ),
    total: sum(column),
  });
  const ofRun: Omit<Part, "header" | "width"> = {
    format: "count",
    cells: groups.map(({ customers }) => customers),
    open: result.notClassified.length,
    total: sum("B"),
  };
  const several = plan.rows.perCustomer === "several";
  const [value, share] = several ? ["E", "F"] : ["D", "E"];
  const money = valuesOf(segmentation, result, value, context, formulas);
  return [
    {
      header: headers.segment,
      format: "text",
      width: widthFor([...names, words.notClassified], 22, 40),
      cells: names,
      open: words.notClassified,
      total: without === null ? words.total : words.rows.totalClassified,
    },
    several
      ? { header: words.rows.headers.customers, width: 12, ...ofRun }
      : { header: headers.customers, width: 12, ...counted("B") },
    {
      header: headers.shareOfCustomers,
      format: "share",
      width: 13,
      cells: each((row) => `IFERROR(B${row}/SUM(B$${at.first}:B$${at.last}),0)`),
      total: live(`SUM(${tiers("C")})`),
    },
    ...(several ? [{ header: words.rows.headers.rows, width: 10, ...counted("D") }] : []),
    {
      header: money.ofRun ? words.rows.headers.value : headers.value,
      format: moneyFormat(groups.map((group) => group.value)),
      width: 18,
      ...money.value,
    },
    {
      header: headers.shareOfValue,
      format: "share",
      width: 11,
      cells: money.shares,
      total: live(`SUM(${tiers(share)})`),
    },
    {
      header: headers.cumulativeShare,
      format: "share",
      width: 13,
      cells: each((row) => `SUM(${share}$${at.first}:${share}${row})`),
    },
    {
      header: headers.median,
      format: moneyFormat(groups.map((group) => group.median ?? 0)),
      width: 15,
      cells: groups.map((group) => group.median),
    },
    { header: headers.owner, format: "text", width: 20, cells: groups.map((group) => ownerLookup(group.id, context)) },
  ];
}

interface Values {
  readonly value: Pick<Part, "cells" | "open" | "total">;
  readonly shares: readonly DocCell[];
  /** True if no formula over the table could say what the run found. */
  readonly ofRun: boolean;
}

function valuesOf(
  { valueColumn }: Segmentation,
  { groups }: SegmentationOutcome,
  letter: string,
  { plan, table }: ReportContext,
  { label, each, tiers, sum, without }: Formulas,
): Values {
  const total = sum(letter);
  if (plan.rows.perCustomer === "several" && combinationFor(plan, valueColumn) !== "sum") {
    const shares = groups.map(({ shareOfValue }) => shareOfValue);
    return { value: { cells: groups.map((group) => group.value), total }, shares, ofRun: true };
  }
  const value = structuredReference(table, valueColumn);
  if (without !== null) {
    const not = (sign: string): string => `SUMIFS(${value},${label},${without},${value},"${sign}0")`;
    const whole = `(SUMIF(${value},">0")-${not(">")})`;
    return {
      value: {
        cells: each((_, is) => `SUMIFS(${value},${label},${is})`),
        open: live(`${not(">")}+${not("<")}`),
        total,
      },
      shares: each((_, is) => `IFERROR(SUMIFS(${value},${label},${is},${value},">0")/${whole},0)`),
      ofRun: false,
    };
  }
  // Rounded, because a difference of sums leaves a crumb in the last binary digits.
  const open = live(`ROUND(SUMIF(${value},">0")+SUMIF(${value},"<0")-SUM(${tiers(letter)}),6)`);
  return {
    value: { cells: each((_, is) => `SUMIFS(${value},${label},${is})`), open, total },
    shares: each((_, is) => `IFERROR(SUMIFS(${value},${label},${is},${value},">0")/SUMIF(${value},">0"),0)`),
    ofRun: false,
  };
}
