import type { SegmentationBy } from "../../segmentations/plans";
import { columnNamed } from "../../table/columnNamed";
import { contentText } from "../../table/contentText";
import { CellKind, type CustomerTable } from "../../table/customerTable";
import { saysTotal } from "../../table/raw/totalRow";
import { LineState, type Transactions } from "../../table/transactions";
import { inTurns } from "../../workbook/inTurns";

type Source = Extract<SegmentationBy<"rfm">["source"], { kind: "transactions" }>;

/** Lines that look like totals of others. */
export interface TotalLines {
  readonly lines: number;
  readonly first: readonly { readonly line: number; readonly column: string; readonly content: string }[];
}

/** Lines that look like totals and are remembered one by one. */
const mostTotals = 50;

/** A quick look, before anybody looks closely at hundreds of thousands of texts. */
const mayBeTotal = /total|sum|overall|计/iu;

/** Of the columns that are read; a total without a customer of the table does not count in any case. */
export async function totalLines(table: CustomerTable, source: Source, { states }: Transactions): Promise<TotalLines> {
  const { customerColumn, orderColumn, leaveOut } = source;
  const names = [
    customerColumn,
    ...(orderColumn === null ? [] : [orderColumn]),
    ...leaveOut.map(({ column }) => column),
  ];
  const columns = [...new Set(names)].map((name) => columnNamed(table, name));
  const first: TotalLines["first"][number][] = [];
  let lines = 0;
  await inTurns(table.rows, (line) => {
    if (states[line] !== LineState.counts) return;
    const column = columns.find(({ kinds, texts }) => {
      const text = kinds[line] === CellKind.text ? (texts[line] ?? "") : "";
      return mayBeTotal.test(text) && saysTotal(text);
    });
    if (!column) return;
    lines++;
    if (first.length < mostTotals) first.push({ line, column: column.name, content: contentText(column, line) });
  });
  return { lines, first };
}
