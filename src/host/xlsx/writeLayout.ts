import { areaAddress, cellAddress } from "../model/address";
import type { Sheet } from "../model/book";
import { draftRelationships, relate, unrelate, type Draft } from "./draft";
import { escapeTextAttribute } from "./escape";
import { paperNumber } from "./paperSizes";
import { protectionOptions } from "./protectionOptions";
import { readFilter } from "./readFilter";
import { padding } from "./readLayout";
import { applyEdits, placeChildren, withAttributes, type Edit } from "./xmlEdits";
import { attribute, child, flag, type XmlElement } from "./xmlTree";
import { filterXml, movedFilter } from "./writeTable";

/** Elements of a sheet in the order its schema demands. Source: ECMA-376 part 1, 18.3.1.99 (worksheet). */
export const sheetOrder = (
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate " +
  "customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks " +
  "customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst"
).split(" ");

/** What writing a sheet's layout needs. */
export interface LayoutWriting {
  readonly draft: Draft;
  readonly path: string;
  readonly source: string;
  readonly root: XmlElement;
  /** Prefix of the sheet's elements. */
  readonly prefix: string;
  readonly sheet: Sheet;
  readonly selected: boolean;
}

/** An element of a sheet as the model now has it, "" for none. Attributes and children that are not modelled stay. */
export function layoutXml(name: string, writing: LayoutWriting): string {
  const { sheet, prefix: x, root, source } = writing;
  const old = child(root, name);
  switch (name) {
    case "sheetPr":
      return sheetProperties(writing, old);
    case "sheetViews":
      return views(writing, old);
    case "sheetFormatPr":
      return withSet(source, old, `<${x}sheetFormatPr/>`, {
        defaultColWidth: String(Math.round((sheet.defaultColumnWidth + padding) * 1e6) / 1e6),
        defaultRowHeight: String(sheet.defaultRowHeight),
      });
    case "cols":
      return sheet.columns.length === 0
        ? ""
        : `<${x}cols>${sheet.columns.map((span) => columnXml(span, x)).join("")}</${x}cols>`;
    case "sheetProtection":
      return protectionXml(writing, old);
    case "autoFilter":
      return movedFilter(source, old, readFilter(old), sheet.filter) ?? filterXml(x, "autoFilter", sheet.filter);
    case "mergeCells":
      if (sheet.merges.length === 0) return "";
      return `<${x}mergeCells count="${sheet.merges.length}">${sheet.merges.map((area) => `<${x}mergeCell ref="${areaAddress(area)}"/>`).join("")}</${x}mergeCells>`;
    case "hyperlinks":
      return hyperlinks(writing);
    case "printOptions":
      return withSet(source, old, `<${x}printOptions/>`, {
        horizontalCentered: sheet.pageLayout.centerHorizontally ? "1" : null,
      });
    case "pageSetup":
      return pageSetup(writing, old);
    case "rowBreaks":
      return rowBreaks(writing);
    default:
      throw new Error(`layoutXml requires an element of a sheet, got ${name}`);
  }
}

/** Text of an element with edits of the part's text applied. */
function edited(source: string, { start, end }: XmlElement, edits: readonly Edit[]): string {
  return applyEdits(
    source.slice(start, end),
    edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  );
}

/** An element with attributes set, made from `fresh` if there is none. */
function withSet(
  source: string,
  old: XmlElement | undefined,
  fresh: string,
  attributes: Readonly<Record<string, string | null>>,
): string {
  if (old) return edited(source, old, [withAttributes(source, old, attributes)]);
  const written = Object.entries(attributes).flatMap(([name, value]) =>
    value === null ? [] : [` ${name}="${value}"`],
  );
  return written.length === 0 ? "" : fresh.replace(/\/>$/, `${written.join("")}/>`);
}

function sheetProperties({ source, prefix: x, sheet }: LayoutWriting, old: XmlElement | undefined): string {
  const fit = (sheet.pageLayout.fitToWidth ?? 0) > 0 || (sheet.pageLayout.fitToHeight ?? 0) > 0;
  const tab = sheet.tabColor === null ? "" : `<${x}tabColor rgb="FF${sheet.tabColor.slice(1).toUpperCase()}"/>`;
  const setup = withSet(source, child(old, "pageSetUpPr"), `<${x}pageSetUpPr/>`, { fitToPage: fit ? "1" : null });
  if (!old) return tab || setup ? `<${x}sheetPr>${tab}${setup}</${x}sheetPr>` : "";
  const placed = new Map([
    ["tabColor", tab],
    ["pageSetUpPr", setup],
  ]);
  return edited(source, old, placeChildren(source, old, ["tabColor", "outlinePr", "pageSetUpPr"], placed));
}

function views(writing: LayoutWriting, old: XmlElement | undefined): string {
  const { source, prefix: x, sheet, selected } = writing;
  const view = child(old, "sheetView");
  const attributes = { showGridLines: sheet.showGridlines ? null : "0", tabSelected: selected ? "1" : null };
  const pane = paneXml(x, sheet);
  if (!old || !view) {
    const written = Object.entries(attributes).flatMap(([name, value]) =>
      value === null ? [] : [` ${name}="${value}"`],
    );
    return `<${x}sheetViews><${x}sheetView${written.join("")} workbookViewId="0">${pane}</${x}sheetView></${x}sheetViews>`;
  }
  const before = child(view, "pane");
  const frozen = attribute(before, "state")?.startsWith("frozen") ?? false;
  const same = frozen
    ? Number(attribute(before, "ySplit") ?? 0) === sheet.freeze.rows &&
      Number(attribute(before, "xSplit") ?? 0) === sheet.freeze.columns
    : sheet.freeze.rows === 0 && sheet.freeze.columns === 0;
  const opening = withAttributes(source, view, attributes);
  if (same) return edited(source, old, [opening]);
  // Selections belong to panes; those of panes that are gone would make the file invalid.
  const kept = view.children
    .filter(({ local }) => local !== "pane" && local !== "selection")
    .map(({ start, end }) => source.slice(start, end));
  const whole = `${opening.text.replace(/\s*\/>$/, ">")}${pane}${kept.join("")}</${view.name}>`;
  return edited(source, old, [{ start: view.start, end: view.end, text: whole }]);
}

function paneXml(x: string, { freeze: { rows, columns } }: Sheet): string {
  if (rows === 0 && columns === 0) return "";
  const active = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const splits = (columns > 0 ? ` xSplit="${columns}"` : "") + (rows > 0 ? ` ySplit="${rows}"` : "");
  return `<${x}pane${splits} topLeftCell="${cellAddress(rows, columns)}" activePane="${active}" state="frozen"/><${x}selection pane="${active}"/>`;
}

/** The width of a new column is one that somebody chose; of one of the file its attributes say. */
function columnXml(
  { first, last, width, hidden, style, other = { customWidth: "1" } }: Sheet["columns"][number],
  x: string,
): string {
  const rest = Object.entries(other).filter(([name]) => width !== undefined || !/^(customWidth|bestFit)$/.test(name));
  const attributes: [string, string | number | undefined][] = [
    ["min", first + 1],
    ["max", last + 1],
    ["width", width],
    ["style", style],
    ["hidden", hidden ? 1 : undefined],
    ...rest,
  ];
  const written = attributes.map(([name, value]) =>
    value === undefined ? "" : ` ${name}="${escapeTextAttribute(String(value))}"`,
  );
  return `<${x}col${written.join("")}/>`;
}

function protectionXml(
  { source, prefix: x, sheet: { protection } }: LayoutWriting,
  old: XmlElement | undefined,
): string {
  if (!protection.isProtected) return "";
  const attributes: Record<string, string | null> = { sheet: "1" };
  for (const [word, option, locked] of protectionOptions) {
    const now = !(protection.options[option] ?? !locked);
    if (!old || flag(old, word, locked) !== now) attributes[word] = now === locked ? null : now ? "1" : "0";
  }
  return withSet(source, old, `<${x}sheetProtection/>`, attributes);
}

function hyperlinks({ draft, path, prefix: x, sheet }: LayoutWriting): string {
  const before = draftRelationships(draft, path).filter(({ type }) => type === "hyperlink");
  const used = new Set<string>();
  const links = [...sheet.hyperlinks].map(([reference, link]) => {
    let relation = "";
    if (link.address !== undefined) {
      const id =
        before.find(({ target }) => target === link.address)?.id ??
        relate(draft, path, "hyperlink", link.address, true);
      used.add(id);
      relation = ` xmlns:r="${relationshipNamespace(draft)}" r:id="${id}"`;
    }
    const place =
      link.documentReference === undefined ? "" : ` location="${escapeTextAttribute(link.documentReference)}"`;
    const tip = link.screenTip === undefined ? "" : ` tooltip="${escapeTextAttribute(link.screenTip)}"`;
    const shown = link.textToDisplay === undefined ? "" : ` display="${escapeTextAttribute(link.textToDisplay)}"`;
    return `<${x}hyperlink ref="${reference}"${relation}${place}${tip}${shown}/>`;
  });
  for (const { id } of before) if (!used.has(id)) unrelate(draft, path, id);
  return links.length === 0 ? "" : `<${x}hyperlinks>${links.join("")}</${x}hyperlinks>`;
}

/** Namespace of `r:id`. */
export function relationshipNamespace({ strict }: { readonly strict: boolean }): string {
  return strict
    ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
    : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
}

function pageSetup({ source, prefix: x, sheet: { pageLayout } }: LayoutWriting, old: XmlElement | undefined): string {
  const paper = pageLayout.paperSize === undefined ? undefined : paperNumber(pageLayout.paperSize);
  const fit = (pageLayout.fitToWidth ?? 0) > 0 || (pageLayout.fitToHeight ?? 0) > 0;
  return withSet(source, old, `<${x}pageSetup/>`, {
    ...(paper === undefined ? {} : { paperSize: String(paper) }),
    // Excel keeps either: with pages to fit to, a scale is not heeded.
    scale: !fit && pageLayout.scale !== undefined ? String(pageLayout.scale) : null,
    ...(fit
      ? { fitToWidth: String(pageLayout.fitToWidth ?? 0), fitToHeight: String(pageLayout.fitToHeight ?? 0) }
      : {}),
    ...(pageLayout.orientation === undefined ? {} : { orientation: pageLayout.orientation.toLowerCase() }),
  });
}

/** A break names the last row of its page, counted from one. Source: ECMA-376 part 1, 18.3.1.3 (brk) and 18.3.1.74. */
function rowBreaks({ prefix: x, sheet: { pageLayout } }: LayoutWriting): string {
  const rows = pageLayout.rowBreaks ?? [];
  if (rows.length === 0) return "";
  const list = rows.map((row) => `<${x}brk id="${row}" max="16383" man="1"/>`).join("");
  return `<${x}rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${list}</${x}rowBreaks>`;
}
