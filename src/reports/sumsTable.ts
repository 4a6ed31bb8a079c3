import type { Reconciled } from "../engine/reconcile";
import type { SheetWords } from "../text/sheet/en";
import { moneyFormat } from "./moneyFormat";
import type { DocBlock, DocCell, DocColumn } from "./sheetDoc";

/**
 * Per segmentation whether rows and values of the table are all classified or listed: what is left must be zero. Where
 * a customer has several rows, customers are accounted for beside them.
 */
export function sumsTable(
  sums: readonly Reconciled[],
  perCustomer: "one" | "several",
  words: SheetWords,
  row: number,
): DocBlock {
  const { sumHeaders: headers } = words.runs;
  const { headers: ofRows } = words.rows;
  const several = perCustomer === "several";
  const money = moneyFormat(sums.flatMap((it) => [it.total, it.valueClassified, it.valueNotClassified]));
  return {
    kind: "table",
    id: "sums",
    row,
    column: 0,
    name: "Tierbook_Sums",
    columns: [
      { header: headers.segmentation, format: "text", width: 26 },
      { header: headers.column, format: "text", width: 22 },
      { header: headers.rows, format: "count", width: 14 },
      { header: several ? ofRows.rowsClassified : headers.classified, format: "count", width: 14 },
      { header: several ? ofRows.rowsNotClassified : headers.notClassified, format: "count", width: 14 },
      { header: headers.rowsOpen, format: "count", width: 17 },
      ...(several ? customerColumns(words) : []),
      { header: headers.total, format: money, width: 14 },
      { header: headers.value, format: money, width: 14 },
      { header: headers.valueNot, format: money, width: 14 },
      { header: headers.valueOpen, format: money, width: 17 },
    ],
    rows: sums.map((it): DocCell[] => [
      it.name,
      it.valueColumn,
      it.rows,
      it.rowsClassified,
      it.rowsNotClassified,
      it.rows - it.rowsClassified - it.rowsNotClassified,
      ...(several
        ? [it.customers, it.classified, it.notClassified, it.customers - it.classified - it.notClassified]
        : []),
      it.total,
      it.valueClassified,
      it.valueNotClassified,
      it.valueOpen,
    ]),
  };
}

function customerColumns({ rows: { headers, customersRead } }: SheetWords): readonly DocColumn[] {
  return [
    { header: customersRead, format: "count", width: 14 },
    { header: headers.customersClassified, format: "count", width: 14 },
    { header: headers.customersNotClassified, format: "count", width: 14 },
    { header: headers.customersOpen, format: "count", width: 17 },
  ];
}
