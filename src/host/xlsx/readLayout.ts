import { maxColumns, parseArea } from "../model/address";
import type { ColumnSpan, PageLayout, Sheet } from "../model/book";
import { unescapeText } from "./escape";
import { colorOf, type Palette } from "./colors";
import { paperName } from "./paperSizes";
import { readFilter } from "./readFilter";
import { protectionOptions } from "./protectionOptions";
import { attribute, child, childrenOf, flag, numberOf, prefixed, type XmlElement } from "./xmlTree";
import type { Relationship } from "./package";

/** Reads what a sheet's part says besides its cells: columns, freeze, protection, links, page and so on. */
export function readLayout(
  root: XmlElement,
  sheet: Sheet,
  relationships: readonly Relationship[],
  palette: Palette,
): void {
  const properties = child(root, "sheetPr");
  sheet.tabColor = colorOf(child(properties, "tabColor"), palette) ?? null;
  const format = child(root, "sheetFormatPr");
  const width = numberOf(format, "defaultColWidth");
  sheet.defaultColumnWidth =
    width === undefined ? (numberOf(format, "baseColWidth") ?? sheet.defaultColumnWidth) : withoutPadding(width);
  sheet.defaultRowHeight = numberOf(format, "defaultRowHeight") ?? sheet.defaultRowHeight;
  sheet.columns = childrenOf(child(root, "cols"), "col").map(readColumns);
  readView(child(child(root, "sheetViews"), "sheetView"), sheet);
  readProtection(child(root, "sheetProtection"), sheet);
  sheet.filter = readFilter(child(root, "autoFilter"));
  for (const merge of childrenOf(child(root, "mergeCells"), "mergeCell")) {
    const area = parseArea(attribute(merge, "ref") ?? "");
    if (area) sheet.merges.push(area);
  }
  readHyperlinks(child(root, "hyperlinks"), sheet, relationships);
  sheet.pageLayout = readPage(root, flag(child(properties, "pageSetUpPr"), "fitToPage"));
  const present = new Set(root.children.map(({ local }) => local));
  for (const [element, kind] of carriedKinds) if (present.has(element)) sheet.carried.push(kind);
  if (relationships.some(({ type }) => type === "comments")) sheet.carried.push("comments");
  if (relationships.some(({ type }) => type === "threadedComment")) sheet.carried.push("threaded comments");
}

/** The file counts five pixels of padding into a column's width, at seven pixels a character; the default width is without. */
function withoutPadding(width: number): number {
  return Math.max(0, Math.round((width - padding) * 100) / 100);
}

/** Padding of a column, in characters. */
export const padding = 5 / 7;

const carriedKinds = [
  ["legacyDrawing", "notes and form controls"],
  ["oleObjects", "embedded objects"],
  ["controls", "form controls"],
  ["picture", "background picture"],
  ["extLst", "extensions"],
  ["scenarios", "scenarios"],
  ["headerFooter", "header and footer"],
] as const;

function readColumns(element: XmlElement): ColumnSpan {
  const width = numberOf(element, "width");
  const style = numberOf(element, "style");
  const first = Math.max(0, (numberOf(element, "min") ?? 1) - 1);
  const other = [...element.attributes].filter(([name]) => !/^(min|max|width|hidden|style)$/.test(name));
  return {
    first,
    last: Math.min(maxColumns, numberOf(element, "max") ?? first + 1) - 1,
    ...(width === undefined ? {} : { width }),
    ...(flag(element, "hidden") ? { hidden: true } : {}),
    ...(style === undefined || style === 0 ? {} : { style }),
    // A width that somebody chose is the usual thing, and what a column without these is written with.
    ...(other.length === 1 && other[0]?.join("=") === "customWidth=1" ? {} : { other: Object.fromEntries(other) }),
  };
}

function readView(view: XmlElement | undefined, sheet: Sheet): void {
  sheet.showGridlines = flag(view, "showGridLines", true);
  const pane = child(view, "pane");
  if (attribute(pane, "state")?.startsWith("frozen")) {
    sheet.freeze = { rows: numberOf(pane, "ySplit") ?? 0, columns: numberOf(pane, "xSplit") ?? 0 };
  }
}

function readProtection(element: XmlElement | undefined, sheet: Sheet): void {
  sheet.protection.isProtected = flag(element, "sheet");
  if (!sheet.protection.isProtected) return;
  for (const [word, option, locked] of protectionOptions)
    sheet.protection.options[option] = !flag(element, word, locked);
}

function readHyperlinks(element: XmlElement | undefined, sheet: Sheet, relationships: readonly Relationship[]): void {
  for (const link of childrenOf(element, "hyperlink")) {
    const target = relationships.find(({ id }) => id === prefixed(link, "id"))?.target;
    const text = (name: string): string | undefined => {
      const written = attribute(link, name);
      return written === undefined ? undefined : unescapeText(written);
    };
    const [place, shown, tip] = [text("location"), text("display"), text("tooltip")];
    sheet.hyperlinks.set(attribute(link, "ref") ?? "", {
      ...(target === undefined ? {} : { address: target }),
      ...(place === undefined ? {} : { documentReference: place }),
      ...(shown === undefined ? {} : { textToDisplay: shown }),
      ...(tip === undefined ? {} : { screenTip: tip }),
    });
  }
}

function readPage(root: XmlElement, fit: boolean): PageLayout {
  const setup = child(root, "pageSetup");
  const page: PageLayout = {};
  const orientation = attribute(setup, "orientation");
  if (orientation === "landscape" || orientation === "portrait")
    page.orientation = orientation === "landscape" ? "Landscape" : "Portrait";
  const paper = paperName(numberOf(setup, "paperSize"));
  if (paper !== undefined) page.paperSize = paper;
  if (fit) {
    page.fitToWidth = numberOf(setup, "fitToWidth") ?? 1;
    page.fitToHeight = numberOf(setup, "fitToHeight") ?? 1;
  }
  const scale = numberOf(setup, "scale");
  if (!fit && scale !== undefined) page.scale = scale;
  const breaks = childrenOf(child(root, "rowBreaks"), "brk").flatMap((brk) => numberOf(brk, "id") ?? []);
  if (breaks.length > 0) page.rowBreaks = breaks;
  if (flag(child(root, "printOptions"), "horizontalCentered")) page.centerHorizontally = true;
  return page;
}
