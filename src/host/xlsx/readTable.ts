import { parseArea } from "../model/address";
import type { Table, TableColumn } from "../model/book";
import { unescapeText } from "./escape";
import { fromFileFormula } from "./fileFormula";
import { readFilter } from "./readFilter";
import { attribute, child, childrenOf, flag, numberOf, type XmlElement } from "./xmlTree";

/** Reads a table's part; null where its area makes no sense. */
export function readTable(root: XmlElement, id: string): Table | null {
  const area = parseArea(attribute(root, "ref") ?? "");
  if (!area) return null;
  const style = child(root, "tableStyleInfo");
  return {
    id,
    name: unescapeText(attribute(root, "displayName") ?? attribute(root, "name") ?? ""),
    area,
    showHeaders: numberOf(root, "headerRowCount") !== 0,
    showTotals: (numberOf(root, "totalsRowCount") ?? 0) > 0,
    columns: childrenOf(child(root, "tableColumns"), "tableColumn").map(readColumn),
    style: attribute(style, "name") ?? null,
    showBandedRows: flag(style, "showRowStripes"),
    showBandedColumns: flag(style, "showColumnStripes"),
    filter: readFilter(child(root, "autoFilter")),
    query: attribute(root, "tableType") === "queryTable",
  };
}

function readColumn(element: XmlElement, index: number): TableColumn {
  const column: TableColumn = {
    id: numberOf(element, "id") ?? index + 1,
    name: unescapeText(attribute(element, "name") ?? ""),
  };
  const formula = child(element, "calculatedColumnFormula")?.text;
  if (formula) column.formula = `=${fromFileFormula(formula)}`;
  const label = attribute(element, "totalsRowLabel");
  if (label !== undefined) column.totalsLabel = unescapeText(label);
  const totals = attribute(element, "totalsRowFunction");
  if (totals !== undefined && totals !== "none") column.totalsFunction = totals;
  return column;
}
