import type { Sheet } from "../model/book";
import type { Chart } from "../model/chart";
import { newId, newBook } from "../model/newBook";
import { topFinder } from "../edit/measures";
import { readAnchor, type Place } from "./anchors";
import type { Palette } from "./colors";
import type { ChartFile } from "./openedBook";
import { hasPart, partText, relationshipsOf, type Package, type Relationship } from "./package";
import { readChart } from "./readChart";
import { chartXml, withoutCaches } from "./writeChart";
import { attribute, child, descendant, parseXml, prefixed, type XmlElement } from "./xmlTree";

/** Reads a sheet's charts; pictures, shapes and newer kinds of charts are only carried. */
export function readDrawing(
  root: XmlElement,
  sheet: Sheet,
  links: readonly Relationship[],
  source: Package,
  palette: Palette,
): { drawing: string | null; charts: Map<string, ChartFile> } {
  const charts = new Map<string, ChartFile>();
  const drawing = links.find(({ id }) => id === prefixed(child(root, "drawing"), "id"))?.target;
  if (drawing === undefined || !hasPart(source, drawing)) return { drawing: null, charts };
  const relations = relationshipsOf(source, drawing);
  const topOf = topFinder(sheet);
  parseXml(partText(source, drawing)).children.forEach((anchor, index) => {
    const frame = descendant(anchor, "graphicFrame");
    const link = relations.find(
      ({ id, type }) => type === "chart" && id === prefixed(descendant(frame, "chart"), "id"),
    );
    const place = readAnchor(anchor, sheet, topOf);
    if (!frame || !link || !place || !hasPart(source, link.target)) {
      if (!sheet.carried.includes("pictures and shapes")) sheet.carried.push("pictures and shapes");
      return;
    }
    const chart = chartOf(
      partText(source, link.target),
      attribute(descendant(frame, "cNvPr"), "name") ?? "",
      place,
      palette,
    );
    sheet.charts.push(chart);
    charts.set(chart.id, {
      path: link.target,
      relationship: link.id,
      asRead: chartAspect(chart),
      place: placeAspect(chart),
      anchor: index,
    });
  });
  return { drawing, charts };
}

/** A chart as JSON, its place left out. */
export function chartAspect({ chartType, title, legend, series, axes }: Chart): string {
  return JSON.stringify([chartType, title, legend, series, axes]);
}

/** A chart's place and name as JSON. */
export function placeAspect({ left, top, width, height, name }: Chart): string {
  return JSON.stringify([left, top, width, height, name]);
}

function chartOf(text: string, name: string, place: Place, palette: Palette): Chart {
  const content = readChart(parseXml(text), palette);
  // A chart whose part is exactly what would be written for it can be rewritten without loss: it is one of ours.
  const strict = text.includes("http://purl.oclc.org/ooxml/");
  const foreign = withoutCaches(chartXml(content, newBook(), strict)) !== withoutCaches(text);
  return { id: newId(), name, ...content, ...place, foreign };
}
