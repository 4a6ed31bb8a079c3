import type { Table } from "../model/book";
import { escapeTextAttribute } from "./escape";
import { applyEdits, placeChildren, withAttributes } from "./xmlEdits";
import { attribute, child, childrenOf, flag, numberOf, parseXml, prefixOf, type XmlElement } from "./xmlTree";

const refreshOrder = ["queryTableFields", "queryTableDeletedFields", "sortState", "extLst"];

/** A query's part for the columns that its table has now, and the fields of those that the query does not fill. */
export interface QueryTableWriting {
  readonly text: string;
  /** Numbers of new fields by the id of their column. */
  readonly added: ReadonlyMap<number, number>;
}

/**
 * Brings a query's list of fields to the columns of its table: a field that no data are bound to for a column that came, and the
 * name of a column that went among those deleted. Excel repairs a book in which table and query differ.
 *
 * Source: ECMA-376 part 1, 18.12.13 (queryTableRefresh) and 18.12.11 (queryTableField).
 *
 * @returns null where the query lists no fields or needs no others
 */
export function writeQueryTable(source: string, table: Table): QueryTableWriting | null {
  const root = parseXml(source);
  const refresh = child(root, "queryTableRefresh");
  const list = child(refresh, "queryTableFields");
  if (!refresh || !list) return null;
  const fields = childrenOf(list, "queryTableField");
  const ofColumn = new Map(fields.map((field) => [numberOf(field, "tableColumnId"), field]));
  const gone = fields.filter((field) => !table.columns.some(({ id }) => id === numberOf(field, "tableColumnId")));
  const come = table.columns.filter(({ id }) => !ofColumn.has(id));
  if (gone.length === 0 && come.length === 0) return null;

  const x = prefixOf(root);
  let next = Math.max(numberOf(refresh, "nextId") ?? 1, ...fields.map((field) => (numberOf(field, "id") ?? 0) + 1));
  const added = new Map(come.map(({ id }) => [id, next++]));
  const written = table.columns.map(({ id }) => {
    const old = ofColumn.get(id);
    if (old) return source.slice(old.start, old.end);
    return `<${x}queryTableField id="${added.get(id)}" dataBound="0" tableColumnId="${id}"/>`;
  });
  const bound = table.columns.map(({ id }) => isBound(ofColumn.get(id)));
  const [left, right] = [bound.indexOf(true), bound.length - 1 - bound.lastIndexOf(true)];
  const counted = (count: number): string | null => (count > 0 && bound.includes(true) ? String(count) : null);
  const placed = new Map([
    ["queryTableFields", `<${x}queryTableFields count="${written.length}">${written.join("")}</${x}queryTableFields>`],
  ]);
  const lost = gone.filter(isBound).flatMap((field) => attribute(field, "name") ?? []);
  if (lost.length > 0) placed.set("queryTableDeletedFields", deletedXml(source, refresh, x, lost));
  const opening = withAttributes(source, refresh, {
    nextId: String(next),
    unboundColumnsLeft: counted(left),
    unboundColumnsRight: counted(right),
  });
  return { text: applyEdits(source, [opening, ...placeChildren(source, refresh, refreshOrder, placed)]), added };
}

function isBound(field: XmlElement | undefined): boolean {
  return field !== undefined && flag(field, "dataBound", true);
}

function deletedXml(source: string, refresh: XmlElement, x: string, lost: readonly string[]): string {
  const before = childrenOf(child(refresh, "queryTableDeletedFields"), "deletedField");
  const entries = [
    ...before.map(({ start, end }) => source.slice(start, end)),
    ...lost.map((name) => `<${x}deletedField name="${escapeTextAttribute(name)}"/>`),
  ];
  return `<${x}queryTableDeletedFields count="${entries.length}">${entries.join("")}</${x}queryTableDeletedFields>`;
}
