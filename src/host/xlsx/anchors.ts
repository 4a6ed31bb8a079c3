import { maxColumns, maxRows } from "../model/address";
import type { Sheet } from "../model/book";
import type { Chart } from "../model/chart";
import { heightPoints, leftOf, widthPoints } from "../edit/measures";
import { attribute, child, numberOf, type XmlElement } from "./xmlTree";

/** Where a chart stands, in points from the sheet's corner. */
export type Place = Pick<Chart, "left" | "top" | "width" | "height">;

/** English Metric Units a point. Source: ECMA-376 part 1, 20.1.2.1. */
const unitsPerPoint = 12_700;

/**
 * Reads an anchor of a drawing, of any of its three kinds; null where it is none.
 *
 * @param topOf - points from the sheet's top edge to a row
 */
export function readAnchor(anchor: XmlElement, sheet: Sheet, topOf: (row: number) => number): Place | null {
  const start = corner(child(anchor, "from"), sheet, topOf);
  const end = corner(child(anchor, "to"), sheet, topOf);
  const size = child(anchor, "ext");
  if (start && end)
    return { ...start, width: Math.max(0, end.left - start.left), height: Math.max(0, end.top - start.top) };
  const position = child(anchor, "pos");
  const at = start ?? (position ? { left: points(position, "x"), top: points(position, "y") } : null);
  return at && size ? { ...at, width: points(size, "cx"), height: points(size, "cy") } : null;
}

/** `from` and `to` elements for a place. */
export function anchorXml(xdr: string, { left, top, width, height }: Place, sheet: Sheet): string {
  return `<${xdr}from>${cornerXml(xdr, left, top, sheet)}</${xdr}from><${xdr}to>${cornerXml(xdr, left + width, top + height, sheet)}</${xdr}to>`;
}

function points(element: XmlElement, name: string): number {
  return Number(attribute(element, name) ?? 0) / unitsPerPoint;
}

function corner(
  element: XmlElement | undefined,
  sheet: Sheet,
  topOf: (row: number) => number,
): { left: number; top: number } | null {
  if (!element) return null;
  const number = (name: string): number => Number(child(element, name)?.text ?? 0) || 0;
  return {
    left: leftOf(sheet, number("col")) + number("colOff") / unitsPerPoint,
    top: topOf(number("row")) + number("rowOff") / unitsPerPoint,
  };
}

function cornerXml(xdr: string, left: number, top: number, sheet: Sheet): string {
  const column = cellAt(left, maxColumns, (index) => widthPoints(sheet, index));
  const row = cellAt(top, maxRows, (index) => heightPoints(sheet, index));
  return (
    `<${xdr}col>${column.index}</${xdr}col><${xdr}colOff>${column.rest}</${xdr}colOff>` +
    `<${xdr}row>${row.index}</${xdr}row><${xdr}rowOff>${row.rest}</${xdr}rowOff>`
  );
}

/** The column or row that a distance ends in, and the rest in units. */
function cellAt(distance: number, count: number, size: (index: number) => number): { index: number; rest: number } {
  let index = 0;
  let rest = Math.max(0, distance);
  for (; index < count - 1 && rest >= size(index); index++) rest -= size(index);
  return { index, rest: Math.round(rest * unitsPerPoint) };
}

/** The number that a drawing gives an object. */
export function objectNumber(properties: XmlElement | undefined): number {
  return numberOf(properties, "id") ?? 0;
}
