import type { Reconciled } from "../engine/reconcile";
import type { SheetWords } from "../text/sheet/en";
import { moneyFormat } from "./moneyFormat";
import type { DocBlock, DocCell } from "./sheetDoc";

/** Per segmentation whether rows and values of the table are all classified or listed: what is left must be zero. */
export function sumsTable(sums: readonly Reconciled[], words: SheetWords, row: number): DocBlock {
  const { sumHeaders: headers } = words.runs;
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
      { header: headers.classified, format: "count", width: 14 },
      { header: headers.notClassified, format: "count", width: 14 },
      { header: headers.rowsOpen, format: "count", width: 17 },
      { header: headers.total, format: money, width: 14 },
      { header: headers.value, format: money, width: 14 },
      { header: headers.valueNot, format: money, width: 14 },
      { header: headers.valueOpen, format: money, width: 17 },
    ],
    rows: sums.map((it): DocCell[] => [
      it.name,
      it.valueColumn,
      it.rows,
      it.classified,
      it.notClassified,
      it.rows - it.classified - it.notClassified,
      it.total,
      it.valueClassified,
      it.valueNotClassified,
      it.valueOpen,
    ]),
  };
}
