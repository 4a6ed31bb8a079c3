import { areaAddress } from "../model/address";
import type { FilterCriteria, FilterState, Table, TableColumn } from "../model/book";
import { spreadsheetNamespace, xmlHeader } from "./draft";
import { escapeAttribute, escapeFormula, escapeTextAttribute } from "./escape";
import { fromFileFormula, toFileFormula } from "./fileFormula";
import { readFilter } from "./readFilter";
import { filterAspect } from "./aspects";
import { applyEdits, placeChildren, withAttributes, type Edit } from "./xmlEdits";
import { attribute, child, childrenOf, numberOf, parseXml, prefixOf, type XmlElement } from "./xmlTree";

const tableOrder = ["autoFilter", "sortState", "tableColumns", "tableStyleInfo", "extLst"];

/** A new table's part. The id is written where Excel keeps its own, so that the table has the same one when opened again. */
export function tableXml(table: Table, number: number, strict: { readonly strict: boolean }): string {
  const name = escapeTextAttribute(table.name);
  const columns = table.columns.map((column) => columnXml("", column, table)).join("");
  return (
    `${xmlHeader}<table xmlns="${spreadsheetNamespace(strict)}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="xr" ` +
    `xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" id="${number}" xr:uid="${table.id}" name="${name}" displayName="${name}" ref="${areaAddress(table.area)}"` +
    `${table.showHeaders ? "" : ' headerRowCount="0"'}${table.showTotals ? ' totalsRowCount="1"' : ' totalsRowShown="0"'}>` +
    `${filterXml("", "autoFilter", tableFilter(table))}<tableColumns count="${table.columns.length}">${columns}</tableColumns>${styleXml("", table)}</table>`
  );
}

/**
 * A table's part with what changed put in its place; column ids, formats and query bindings stay.
 *
 * @param fields - numbers of the query's fields for new columns, by the column's id
 */
export function rewriteTable(source: string, table: Table, fields: ReadonlyMap<number, number> = new Map()): string {
  const root = parseXml(source);
  const x = prefixOf(root);
  const columns = child(root, "tableColumns");
  const placed = new Map<string, string>();
  if (columns) placed.set("tableColumns", columnsXml(source, columns, x, table, fields));
  const filter = tableFilter(table);
  const before = child(root, "autoFilter");
  const filterBefore = readFilter(before);
  if (filterAspect(filter) !== filterAspect(filterBefore))
    placed.set("autoFilter", movedFilter(source, before, filterBefore, filter) ?? filterXml(x, "autoFilter", filter));
  const edits: Edit[] = [...placeChildren(source, root, tableOrder, placed), ...styleEdits(source, root, x, table)];
  const name = escapeTextAttribute(table.name);
  const totals = (numberOf(root, "totalsRowCount") ?? 0) > 0;
  const headers = numberOf(root, "headerRowCount") !== 0;
  edits.push(
    withAttributes(source, root, {
      ref: areaAddress(table.area),
      ...(attribute(root, "displayName") === table.name ? {} : { name, displayName: name }),
      ...(headers === table.showHeaders ? {} : { headerRowCount: table.showHeaders ? null : "0" }),
      ...(totals === table.showTotals
        ? {}
        : { totalsRowCount: table.showTotals ? "1" : null, totalsRowShown: table.showTotals ? null : "0" }),
    }),
  );
  return applyEdits(source, edits);
}

/** An `autoFilter` element, or "" for none. */
export function filterXml(x: string, name: string, filter: FilterState | null): string {
  if (!filter) return "";
  const columns = [...filter.criteria]
    .sort(([a], [b]) => a - b)
    .map(([column, how]) => `<${x}filterColumn colId="${column}">${criteriaXml(x, how)}</${x}filterColumn>`);
  return `<${x}${name} ref="${areaAddress(filter.area)}">${columns.join("")}</${x}${name}>`;
}

/** A filter that only grew or moved keeps what the model does not know of it. */
export function movedFilter(
  source: string,
  element: XmlElement | undefined,
  before: FilterState | null,
  now: FilterState | null,
): string | null {
  if (!element || !before || !now || JSON.stringify([...before.criteria]) !== JSON.stringify([...now.criteria]))
    return null;
  const { start, end } = element;
  const edit = withAttributes(source, element, { ref: areaAddress(now.area) });
  return edit.text + source.slice(edit.end, end > start ? end : edit.end);
}

function criteriaXml(x: string, { filterOn, values, criterion1, criterion2, operator }: FilterCriteria): string {
  if (filterOn === "Values" || values) {
    const listed = values ?? [];
    const blank = listed.includes("") ? ' blank="1"' : "";
    return `<${x}filters${blank}>${listed
      .filter((value) => value !== "")
      .map((value) => `<${x}filter val="${escapeTextAttribute(value)}"/>`)
      .join("")}</${x}filters>`;
  }
  if (
    filterOn === "TopItems" ||
    filterOn === "BottomItems" ||
    filterOn === "TopPercent" ||
    filterOn === "BottomPercent"
  ) {
    return `<${x}top10${filterOn.startsWith("Top") ? "" : ' top="0"'}${filterOn.endsWith("Percent") ? ' percent="1"' : ""} val="${Number(criterion1) || 10}"/>`;
  }
  if (filterOn === "Dynamic") return `<${x}dynamicFilter type="${escapeAttribute(criterion1 ?? "null")}"/>`;
  const criteria = [criterion1, criterion2].flatMap((criterion) =>
    criterion === undefined ? [] : [customXml(x, criterion)],
  );
  return `<${x}customFilters${criterion2 === undefined || operator === "Or" ? "" : ' and="1"'}>${criteria.join("")}</${x}customFilters>`;
}

function customXml(x: string, criterion: string): string {
  const [, sign = "", value = ""] = /^(<>|>=|<=|>|<|=)?([^]*)$/.exec(criterion) ?? [];
  const operator = {
    "<>": "notEqual",
    ">": "greaterThan",
    ">=": "greaterThanOrEqual",
    "<": "lessThan",
    "<=": "lessThanOrEqual",
  }[sign];
  return `<${x}customFilter${operator === undefined ? "" : ` operator="${operator}"`} val="${escapeTextAttribute(value)}"/>`;
}

/** A table with headers has filter buttons over its header and body, the totals left out. */
function tableFilter({ filter, area, showTotals }: Table): FilterState | null {
  return filter && { criteria: filter.criteria, area: { ...area, rows: area.rows - (showTotals ? 1 : 0) } };
}

function columnsXml(
  source: string,
  element: XmlElement,
  x: string,
  table: Table,
  fields: ReadonlyMap<number, number>,
): string {
  const known = new Map(childrenOf(element, "tableColumn").map((column) => [numberOf(column, "id"), column]));
  const columns = table.columns.map((column) => {
    const old = known.get(column.id);
    return old ? changedColumn(source, old, x, column, table) : columnXml(x, column, table, fields.get(column.id));
  });
  return `<${x}tableColumns count="${columns.length}">${columns.join("")}</${x}tableColumns>`;
}

function changedColumn(source: string, old: XmlElement, x: string, column: TableColumn, table: Table): string {
  const whole = source.slice(old.start, old.end);
  const root = parseXml(whole);
  const before = child(root, "calculatedColumnFormula")?.text;
  const sameFormula = (before ? `=${fromFileFormula(before)}` : undefined) === column.formula;
  const formula =
    column.formula === undefined ? undefined : escapeFormula(toFileFormula(column.formula, table.name, before));
  const placed = new Map(
    sameFormula
      ? []
      : [
          [
            "calculatedColumnFormula",
            formula === undefined ? "" : `<${x}calculatedColumnFormula>${formula}</${x}calculatedColumnFormula>`,
          ],
        ],
  );
  const body = applyEdits(
    whole,
    placeChildren(whole, root, ["calculatedColumnFormula", "totalsRowFormula", "xmlColumnPr", "extLst"], placed),
  );
  const again = parseXml(body);
  const text = (value: string | undefined): string | null => (value === undefined ? null : escapeTextAttribute(value));
  return applyEdits(body, [
    withAttributes(body, again, {
      name: escapeTextAttribute(column.name),
      totalsRowLabel: text(column.totalsLabel),
      totalsRowFunction: text(column.totalsFunction),
    }),
  ]);
}

function columnXml(
  x: string,
  { id, name, formula, totalsLabel, totalsFunction }: TableColumn,
  table: Table,
  field?: number,
): string {
  const head =
    `<${x}tableColumn id="${id}"${field === undefined ? "" : ` uniqueName="${field}"`} name="${escapeTextAttribute(name)}"` +
    (field === undefined ? "" : ` queryTableFieldId="${field}"`) +
    (totalsLabel === undefined ? "" : ` totalsRowLabel="${escapeTextAttribute(totalsLabel)}"`) +
    (totalsFunction === undefined ? "" : ` totalsRowFunction="${escapeTextAttribute(totalsFunction)}"`);
  if (formula === undefined) return `${head}/>`;
  return `${head}><${x}calculatedColumnFormula>${escapeFormula(toFileFormula(formula, table.name))}</${x}calculatedColumnFormula></${x}tableColumn>`;
}

function styleXml(x: string, { style, showBandedRows, showBandedColumns }: Table): string {
  const name = style === null ? "" : ` name="${escapeTextAttribute(style)}"`;
  return `<${x}tableStyleInfo${name} showFirstColumn="0" showLastColumn="0" showRowStripes="${showBandedRows ? 1 : 0}" showColumnStripes="${showBandedColumns ? 1 : 0}"/>`;
}

function styleEdits(source: string, root: XmlElement, x: string, table: Table): Edit[] {
  const element = child(root, "tableStyleInfo");
  if (!element)
    return table.style === null
      ? []
      : placeChildren(source, root, tableOrder, new Map([["tableStyleInfo", styleXml(x, table)]]));
  const bands = {
    showRowStripes: table.showBandedRows ? "1" : "0",
    showColumnStripes: table.showBandedColumns ? "1" : "0",
  };
  return [
    withAttributes(source, element, { ...bands, name: table.style === null ? null : escapeTextAttribute(table.style) }),
  ];
}
