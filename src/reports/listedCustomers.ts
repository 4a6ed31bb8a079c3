import { columnNamed } from "../table/columnNamed";
import type { CustomerTable } from "../table/customerTable";
import { readNumber } from "../table/readNumber";
import type { ListedRow, Outcome } from "../engine/outcome";
import type { SheetWords } from "../text/sheet/en";
import type { ReportContext } from "./reportContext";
import type { DocBlock, DocCell } from "./sheetDoc";
import { moneyFormat } from "./moneyFormat";
import { widthFor } from "./textWidth";

/** The most customers that the Runs sheet lists by name. */
export const listLimit = 1000;

/** How many customers got no label, or one with a remark; one who did in two segmentations counts in both. */
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
  const amounts = shown.map(({ id, it }) => amountOf(id, it.row, table, context));
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
      cell: all.length === 0 ? tierbook.listNone : tierbook.listFirst(shown.length, all.length),
    },
    {
      kind: "table",
      id: "list",
      row: row + 1,
      column: 0,
      name: "Tierbook_List",
      columns: [
        { header: headers.segmentation, format: "text", width: 26 },
        { header: headers.result, format: "text", width: widthFor([notClassified, tierbook.remark], 22, 34) },
        {
          header: headers.key,
          format: "text",
          width: widthFor(
            shown.map(({ it }) => it.key),
            16,
            30,
          ),
        },
        // Room for the last row of a sheet, so that a cell further down does not outgrow it next month.
        { header: headers.cell, format: "text", width: widthFor([`${context.sheet}!AAA1000000`], 20, 42) },
        { header: headers.reason, format: "text", width: widthFor(Object.values(reasons), 16, 34) },
        {
          header: headers.content,
          format: "text",
          width: widthFor(
            shown.map(({ it }) => it.content),
            16,
            44,
          ),
        },
        { header: headers.amount, format: moneyFormat(amounts.map((amount) => amount ?? 0)), width: 16 },
      ],
      // A native table has at least one row.
      rows: rows.length > 0 ? rows : [["–", null, null, null, null, null, null]],
    },
  ];
}

/** The customer's value, where the cell is a number. */
function amountOf(id: string, row: number, table: CustomerTable, { plan }: ReportContext): number | null {
  const segmentation = plan.segmentations.find((candidate) => candidate.id === id);
  if (!segmentation) return null;
  const value = readNumber(columnNamed(table, segmentation.valueColumn), row);
  return typeof value === "number" ? value : null;
}

/** A link to the cell at fault, as the workbook names it. */
function cellOf({ row, column }: ListedRow, { sheet, firstRow, letters }: ReportContext): DocCell {
  const letter = letters.get(column);
  if (letter === undefined) return column;
  const cell = `${letter}${firstRow + row}`;
  return { text: `${sheet}!${cell}`, linkTo: { sheet, cell } };
}
