import type { SegmentationOutcome } from "../../engine/outcome";
import { combinationFor } from "../../plan/combinationFor";
import type { Segmentation } from "../../segmentations/plans";
import type { SheetWords } from "../../text/sheet/en";
import { labelCondition } from "../criterion";
import { leavesOut } from "../../engine/leftOutCounts";
import { moneyFormat } from "../moneyFormat";
import { ownerLookup } from "../ownerLookup";
import type { ReportContext } from "../reportContext";
import type { DocBlock, DocCell, DocColumn, RowLook } from "../sheetDoc";
import { structuredReference } from "../structuredReference";
import { plainNumber } from "../plainNumber";
import { tableName } from "../tableName";
import { widthFor } from "../textWidth";

/**
 * One row per tier, one for the customers that are not classified, and the total.
 *
 * The total counts the keys of the customer table, and what the tiers do not hold of it is not classified: so the rows
 * always add up to the table, also after customers were added below it and before the next run. All shares have that
 * total below the line, and so they add up to one. Where a customer has several rows, these are what formulas can count;
 * customers are those of the run then, and so are values that are not added up, and shares where a customer is negative
 * altogether. Where rows were left out by choice, those not classified are counted by their label, the total is that of
 * the tiers, and what the customers not classified hold besides is that of the run.
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
  /** One formula per tier, by its row and the condition that a row has its label. */
  readonly each: (formula: (row: number, is: string) => string) => DocCell[];
  /** The condition that a row is not classified; null where the total of the table is that of the customers. */
  readonly without: string | null;
  /** The cells of a column beside the tiers. */
  readonly tiers: (column: string) => string;
  /** What a column comes to: with those not classified, but where rows were left out. */
  readonly sum: (column: string) => DocCell;
  /** What the column's shares are of, given what the customers not classified had of it at the run. */
  readonly whole: (column: string, open: number) => string;
}

function formulasFor(
  { id, name }: Segmentation,
  result: SegmentationOutcome,
  { first, last }: TierRows,
  { table, labelColumns }: ReportContext,
  { notClassified }: SheetWords,
): Formulas {
  const names = result.groups.map((group) => group.name);
  const label = structuredReference(table, labelColumns.get(id) ?? name);
  const without = leavesOut(result) ? labelCondition(label, `A${last + 1}`, [notClassified]) : null;
  const fixed = (column: string): string => `${column}$${first}:${column}$${last}`;
  return {
    without,
    each: (formula) => names.map((_, i) => live(formula(first + i, labelCondition(label, `A${first + i}`, names)))),
    tiers: (column) => `${column}${first}:${column}${last}`,
    sum: (column) => live(`SUM(${column}${first}:${column}${without === null ? last + 1 : last})`),
    whole: (column, open) =>
      without === null
        ? `${column}$${last + 2}`
        : open === 0
          ? `SUM(${fixed(column)})`
          : `(SUM(${fixed(column)})+${plainNumber(open)})`,
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
  const { groups, unclassified } = result;
  const { headers } = words.segments;
  const names = groups.map((group) => group.name);
  const formulas = formulasFor(segmentation, result, at, context, words);
  const { each, tiers, sum, without, whole } = formulas;
  const openRow = at.last + 1;
  const counted = (column: string): Omit<Part, "header" | "width"> => ({
    format: "count",
    cells: each((_, is) => `COUNTIFS(${is})`),
    open: live(
      without === null
        ? `COUNTA(${structuredReference(table, plan.keyColumn)})-SUM(${tiers(column)})`
        : `COUNTIFS(${without})`,
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
  const customers = whole("B", unclassified.customers);
  const openCustomers = without === null ? `B${openRow}` : String(unclassified.customers);
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
      cells: each((row) => `IFERROR(B${row}/${customers},0)`),
      open: live(`IFERROR(${openCustomers}/${customers},0)`),
      total: live(`SUM(C${at.first}:C${openRow})`),
    },
    ...(several ? [{ header: words.rows.headers.rows, width: 10, ...counted("D") }] : []),
    ...valueParts(money, groups, share, at, formulas, words),
    {
      header: headers.median,
      format: moneyFormat(groups.map((group) => group.median ?? 0)),
      width: 15,
      cells: groups.map((group) => group.median),
    },
    { header: headers.owner, format: "text", width: 20, cells: groups.map((group) => ownerLookup(group.id, context)) },
  ];
}

/** Value, its share, and the shares up to and with each tier. */
function valueParts(
  money: Values,
  groups: SegmentationOutcome["groups"],
  share: string,
  { first, last }: TierRows,
  { each }: Formulas,
  { segments: { headers }, rows }: SheetWords,
): readonly Part[] {
  return [
    {
      header: money.ofRun ? rows.headers.value : headers.value,
      format: moneyFormat(groups.map((group) => group.value)),
      width: 18,
      ...money.value,
    },
    {
      header: headers.shareOfValue,
      format: "share",
      width: 11,
      cells: money.shares,
      open: money.openShare,
      total: live(`SUM(${share}${first}:${share}${last + 1})`),
    },
    {
      header: headers.cumulativeShare,
      format: "share",
      width: 13,
      cells: each((row) => `SUM(${share}$${first}:${share}${row})`),
      open: live(`SUM(${share}$${first}:${share}${last + 1})`),
    },
  ];
}

interface Values {
  readonly value: Pick<Part, "cells" | "open" | "total">;
  readonly shares: readonly DocCell[];
  readonly openShare: DocCell;
  /** True if no formula over the table could say what the run found. */
  readonly ofRun: boolean;
}

function valuesOf(
  { valueColumn }: Segmentation,
  result: SegmentationOutcome,
  letter: string,
  { plan, table }: ReportContext,
  { each, tiers, sum, without, whole }: Formulas,
): Values {
  const { groups, unclassified, remarks, positiveValue } = result;
  const total = sum(letter);
  const several = plan.rows.perCustomer === "several";
  const ofRunShares = { shares: groups.map(({ shareOfValue }) => shareOfValue), openShare: unclassified.shareOfValue };
  if (several && combinationFor(plan, valueColumn) !== "sum") {
    const value = { cells: groups.map((group) => group.value), open: unclassified.value, total };
    return { value, ...ofRunShares, ofRun: true };
  }
  const value = structuredReference(table, valueColumn);
  // Two criteria together pass over cells with an error, which one sum would become.
  const signed = (is: string): string => `SUMIFS(${value},${is},${value},">0")+SUMIFS(${value},${is},${value},"<0")`;
  const spoilt = remarks.some(({ reason, column }) => reason === "error" && column === valueColumn);
  const cells = each((_, is) => (spoilt ? signed(is) : `SUMIFS(${value},${is})`));
  const open =
    without === null
      ? // Rounded, because a difference of sums leaves a crumb in the last binary digits.
        live(`ROUND(SUMIF(${value},">0")+SUMIF(${value},"<0")-SUM(${tiers(letter)}),6)`)
      : live(signed(without));
  const values = { cells, open, total };
  if (several) {
    // A customer's credit notes are in its rows, and only the run can tell whose rows come to less than nothing.
    if (someNegative(result)) return { value: values, ...ofRunShares, ofRun: false };
    const all = whole(letter, unclassified.value);
    const openValue = without === null ? `${letter}${rowOfOpen(tiers(letter))}` : plainNumber(unclassified.value);
    return {
      value: values,
      shares: each((row) => `IFERROR(${letter}${row}/${all},0)`),
      openShare: live(`IFERROR(${openValue}/${all},0)`),
      ofRun: false,
    };
  }
  const positive = (is: string): string => `SUMIFS(${value},${is},${value},">0")`;
  if (without === null) {
    const all = `SUMIF(${value},">0")`;
    return {
      value: values,
      shares: each((_, is) => `IFERROR(${positive(is)}/${all},0)`),
      openShare: live(`IFERROR(ROUND(${all}/${all}-SUM(${tiers(shareLetter(letter))}),12),0)`),
      ofRun: false,
    };
  }
  // Rows that were left out have the same label, and are no part of the whole.
  const openPositive = plainNumber(unclassified.shareOfValue * positiveValue);
  const more = unclassified.shareOfValue > 0 ? `+${openPositive}` : "";
  const all = `(SUMIF(${value},">0")-${positive(without)}${more})`;
  return {
    value: values,
    shares: each((_, is) => `IFERROR(${positive(is)}/${all},0)`),
    openShare: live(`IFERROR(${openPositive}/${all},0)`),
    ofRun: false,
  };
}

/** The column of shares stands right of the values. */
function shareLetter(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 1);
}

/** The row below the cells of the tiers. */
function rowOfOpen(tiers: string): number {
  return Number(/\d+$/.exec(tiers)?.[0]) + 1;
}

/** True where the customers together hold less than those do who hold more than nothing. */
export function someNegative({ totalValue, positiveValue, unclassified }: SegmentationOutcome): boolean {
  return positiveValue - totalValue - unclassified.value > 1e-9 * positiveValue;
}
