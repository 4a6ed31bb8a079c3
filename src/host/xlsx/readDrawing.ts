import type { Sheet } from "../model/book";
import type { ChartFile } from "./openedBook";
import type { Package, Relationship } from "./package";
import type { XmlElement } from "./xmlTree";

/** Reads a sheet's charts. */
export function readDrawing(
  _root: XmlElement,
  _sheet: Sheet,
  _links: readonly Relationship[],
  _source: Package,
): { drawing: string | null; charts: Map<string, ChartFile> } {
  return { drawing: null, charts: new Map() };
}
