import type { Sheet } from "../model/book";
import type { Chart } from "../model/chart";
import { anchorXml, objectNumber } from "./anchors";
import {
  addPart,
  draftRelationships,
  draftText,
  freePath,
  hasDraftPart,
  relate,
  removePart,
  setText,
  unrelate,
  xmlHeader,
} from "./draft";
import { escapeAttribute, escapeFormula } from "./escape";
import type { ChartFile, SheetFile } from "./openedBook";
import { chartAspect, placeAspect } from "./readDrawing";
import { chartXml, drawingNamespace } from "./writeChart";
import { relationshipNamespace } from "./writeLayout";
import type { SheetWriting } from "./writeSheet";
import { applyEdits, withAttributes, type Edit } from "./xmlEdits";
import { child, childrenOf, descendant, parseXml, prefixOf, type XmlElement } from "./xmlTree";

/**
 * Writes a sheet's charts into their own parts and the drawing's.
 *
 * @returns the sheet's new `drawing` element, or null where the sheet needs no other one
 */
export function drawingXml(sheet: Sheet, file: SheetFile, writing: SheetWriting, x: string): string | null {
  const { draft, book } = writing;
  for (const chart of sheet.charts) {
    const old = file.charts.get(chart.id);
    if (old) rewriteChart(chart, old, writing);
  }
  const added = sheet.charts.filter(({ id }) => !file.charts.has(id));
  const removed = [...file.charts]
    .filter(([id]) => !sheet.charts.some((chart) => chart.id === id))
    .map(([, old]) => old);
  const moved = sheet.charts.filter(
    (chart) => (file.charts.get(chart.id)?.place ?? "") !== placeAspect(chart) && file.charts.has(chart.id),
  );
  if (added.length === 0 && removed.length === 0 && moved.length === 0) return null;

  const path = file.drawing ?? newDrawing(writing, file.path);
  const source = draftText(draft, path);
  const root = parseXml(source);
  const xdr = prefixOf(root);
  const edits: Edit[] = [];
  for (const { anchor, relationship, path: part } of removed) {
    const element = root.children[anchor];
    if (element) edits.push({ start: element.start, end: element.end, text: "" });
    unrelate(draft, path, relationship);
    for (const link of ["chartStyle", "chartColorStyle"]) removeLinked(writing, part, link);
    removePart(draft, part);
  }
  for (const chart of moved) {
    const element = root.children[(file.charts.get(chart.id) as ChartFile).anchor];
    if (element) edits.push(...moveEdits(source, element, chart, sheet, xdr));
  }
  let number = Math.max(1, ...allNumbers(root));
  const frames = added.map((chart) => {
    const part = freePath(draft, "xl/charts/chart", ".xml");
    addPart(draft, part, "drawingml.chart+xml", chartXml(chart, book, draft.strict));
    return frameXml(xdr, chart, sheet, ++number, relate(draft, path, "chart", part), draft.strict);
  });
  const text = applyEdits(source, edits);
  const end = parseXml(text);
  const at = end.empty ? { start: end.start, end: end.end } : { start: end.contentEnd, end: end.contentEnd };
  const body = end.empty
    ? `${text.slice(end.start, end.end).replace(/\s*\/>$/, ">")}${frames.join("")}</${end.name}>`
    : frames.join("");
  setText(draft, path, applyEdits(text, [{ ...at, text: body }]));
  return file.drawing === null
    ? `<${x}drawing xmlns:r="${relationshipNamespace(draft)}" r:id="${relate(draft, file.path, "drawing", path)}"/>`
    : null;
}

/** One of our charts is written anew; of a foreign one only the references follow, for all else of it is not modelled. */
function rewriteChart(chart: Chart, old: ChartFile, { draft, book }: SheetWriting): void {
  const source = draftText(draft, old.path);
  const now = chart.foreign
    ? chartAspect(chart) === old.asRead
      ? source
      : withReferences(source, chart)
    : chartXml(chart, book, draft.strict);
  if (now !== source) setText(draft, old.path, now);
}

function withReferences(source: string, { series }: Chart): string {
  const plot = child(child(parseXml(source), "chart"), "plotArea");
  const elements = (plot?.children ?? [])
    .filter(({ local }) => local.endsWith("Chart"))
    .flatMap((group) => childrenOf(group, "ser"));
  const edits: Edit[] = [];
  elements.forEach((element, i) => {
    const follow = (parents: readonly string[], reference: string | null | undefined): void => {
      const place = descendant(
        element.children.find(({ local }) => parents.includes(local)),
        "f",
      );
      if (place && typeof reference === "string" && place.text !== reference)
        edits.push({ start: place.contentStart, end: place.contentEnd, text: escapeFormula(reference) });
    };
    follow(["tx"], series[i]?.nameReference);
    follow(["cat", "xVal"], series[i]?.categories);
    follow(["val", "yVal"], series[i]?.values);
  });
  return applyEdits(source, edits);
}

function newDrawing({ draft }: SheetWriting, sheetPath: string): string {
  const path = freePath(draft, `${sheetPath.replace(/worksheets\/[^/]*$/, "")}drawings/drawing`, ".xml");
  const namespaces = `xmlns:xdr="${drawingNamespace(draft.strict, "spreadsheetDrawing")}" xmlns:a="${drawingNamespace(draft.strict, "main")}"`;
  addPart(draft, path, "drawing+xml", `${xmlHeader}<xdr:wsDr ${namespaces}></xdr:wsDr>`);
  return path;
}

function removeLinked({ draft }: SheetWriting, part: string, type: string): void {
  for (const link of draftRelationships(draft, part)) {
    if (link.type === type && hasDraftPart(draft, link.target)) removePart(draft, link.target);
  }
}

function frameXml(
  xdr: string,
  chart: Chart,
  sheet: Sheet,
  number: number,
  relationship: string,
  strict: boolean,
): string {
  const a = `xmlns:a="${drawingNamespace(strict, "main")}"`;
  const c = drawingNamespace(strict, "chart");
  return (
    `<${xdr}twoCellAnchor editAs="oneCell">${anchorXml(xdr, chart, sheet)}<${xdr}graphicFrame macro=""><${xdr}nvGraphicFramePr><${xdr}cNvPr id="${number}" name="${escapeAttribute(chart.name)}"/>` +
    `<${xdr}cNvGraphicFramePr/></${xdr}nvGraphicFramePr><${xdr}xfrm><a:off ${a} x="0" y="0"/><a:ext ${a} cx="0" cy="0"/></${xdr}xfrm>` +
    `<a:graphic ${a}><a:graphicData uri="${c}"><c:chart xmlns:c="${c}" xmlns:r="${relationshipNamespace({ strict })}" r:id="${relationship}"/></a:graphicData></a:graphic>` +
    `</${xdr}graphicFrame><${xdr}clientData/></${xdr}twoCellAnchor>`
  );
}

function moveEdits(source: string, anchor: XmlElement, chart: Chart, sheet: Sheet, xdr: string): Edit[] {
  const edits: Edit[] = [];
  const properties = descendant(anchor, "cNvPr");
  if (properties) edits.push(withAttributes(source, properties, { name: escapeAttribute(chart.name) }));
  const ends = anchor.children.filter(({ local }) => ["from", "to", "pos", "ext"].includes(local));
  const [first] = ends;
  if (!first || !anchor.local.endsWith("Anchor")) return edits;
  edits.push({ start: first.start, end: first.end, text: anchorXml(xdr, chart, sheet) });
  for (const { start, end } of ends.slice(1)) edits.push({ start, end, text: "" });
  if (anchor.local === "twoCellAnchor") return edits;
  const name = `${xdr}twoCellAnchor`;
  return [
    ...edits,
    {
      start: anchor.start,
      end: anchor.contentStart,
      text: `<${name} editAs="${anchor.local === "oneCellAnchor" ? "oneCell" : "absolute"}">`,
    },
    { start: anchor.contentEnd, end: anchor.end, text: `</${name}>` },
  ];
}

function allNumbers(element: XmlElement): number[] {
  return [...(element.local === "cNvPr" ? [objectNumber(element)] : []), ...element.children.flatMap(allNumbers)];
}
