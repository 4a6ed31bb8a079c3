import { customerAmounts } from "../engine/consolidate/customerAmounts";
import type { ListedRow, Outcome } from "../engine/outcome";
import type { CustomerTable } from "../table/customerTable";
import type { SheetWords } from "../text/sheet/en";
import type { ReportContext } from "./reportContext";
import type { DocBlock, DocCell } from "./sheetDoc";
import { moneyFormat } from "./moneyFormat";
import { widthFor } from "./textWidth";

/** The most customers that the Runs sheet lists by name. */
export const listLimit = 1000;

/**
 * How many customers got no label, or one with a remark; one who did in two segmentations counts in both, and one with
 * several rows once for each that deserves a look.
 */
export function listLength({ segmentations }: Outcome): number {
  return segmentations.reduce((sum, { notClassified, remarks }) => sum + notClassified.length + remarks.length, 0);
}

/**
 * The customers that got no label, then those with a remark: with key, cell, reason and amount, and how many there are
 * in all.
 */
export function listedCustomers(
  outcome: Outcome,
  table: CustomerTable,
  context: ReportContext,
  words: SheetWords,
  row: number,
): DocBlock[] {
  const { tierbook, notClassified } = words;
  const all = [
    ...outcome.segmentations.flatMap(({ id, name, notClassified: rows }) =>
      rows.map((it) => ({ id, name, it, result: notClassified })),
    ),
    ...outcome.segmentations.flatMap(({ id, name, remarks }) =>
      remarks.map((it) => ({ id, name, it, result: tierbook.remark })),
    ),
  ];
  const shown = all.slice(0, listLimit);
  const { listHeaders: headers, reasons } = tierbook;
  const amountOf = amountsOf(table, context);
  const amounts = shown.map(({ id, it }) => amountOf(id, it.row));
  const rows = shown.map(({ name, it, result }, i): DocCell[] => [
    name,
    result,
    it.key,
    cellOf(it, context),
    reasons[it.reason],
    it.content,
    amounts[i] ?? null,
  ]);
  return [
    {
      kind: "text",
      id: "list-says",
      row,
      column: 0,
      style: "note",
      cell: listSays(shown.length, all.length, context, words),
    },
    {
      kind: "table",
      id: "list",
      row: row + 1,
      column: 0,
      name: "Tierbook_List",
      columns: [
        { header: headers.segmentation, format: "text", width: 26 },
        { header: headers.result, format: "text", width: widthFor([notClassified, tierbook.remark], 20, 28) },
        {
          header: headers.key,
          format: "text",
          width: widthFor(
            shown.map(({ it }) => it.key),
            16,
            22,
          ),
        },
        // Room for a cell further down, so that it does not outgrow the column next month.
        { header: headers.cell, format: "text", width: widthFor([`${context.sheet}!AA100000`], 20, 30) },
        { header: headers.reason, format: "text", width: widthFor(Object.values(reasons), 16, 24) },
        {
          header: headers.content,
          format: "text",
          width: widthFor(
            shown.map(({ it }) => it.content),
            14,
            22,
          ),
        },
        { header: headers.amount, format: moneyFormat(amounts.map((amount) => amount ?? 0)), width: 16 },
      ],
      // A native table has at least one row.
      rows: rows.length > 0 ? rows : [["–", null, null, null, null, null, null]],
    },
  ];
}

/** How long the list is, and what its lines are. */
export function listSays(shown: number, all: number, { plan }: ReportContext, { tierbook, rows }: SheetWords): string {
  if (all === 0) return tierbook.listNone;
  return plan.rows.perCustomer === "one" ? tierbook.listFirst(shown, all) : rows.listFirst(shown, all);
}

/** The customer's value, where there is one; each column is gone through once. */
function amountsOf(table: CustomerTable, { plan }: ReportContext): (id: string, row: number) => number | null {
  const columns = new Map<string, (row: number) => number | null>();
  return (id, row) => {
    const segmentation = plan.segmentations.find((candidate) => candidate.id === id);
    if (!segmentation) return null;
    const { valueColumn } = segmentation;
    const amountIn = columns.get(valueColumn) ?? customerAmounts(plan, table, valueColumn);
    columns.set(valueColumn, amountIn);
    return amountIn(row);
  };
}

/** A link to the cell at fault, as the workbook names it. */
function cellOf({ row, column }: ListedRow, { sheet, firstRow, letters }: ReportContext): DocCell {
  const letter = letters.get(column);
  if (letter === undefined) return column;
  const cell = `${letter}${firstRow + row}`;
  return { text: `${sheet}!${cell}`, linkTo: { sheet, cell } };
}
