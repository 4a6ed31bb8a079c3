import { columnLetters, parseArea, quotedSheetName } from "../model/address";
import type { DefinedName, Sheet } from "../model/book";
import { bookAspects } from "./aspects";
import { draftText, setText, type Draft } from "./draft";
import { escapeFormula, escapeTextAttribute } from "./escape";
import { toFileFormula } from "./fileFormula";
import type { OpenedBook } from "./openedBook";
import { builtInName } from "./readNames";
import { relationshipNamespace } from "./writeLayout";
import { applyEdits, placeChildren, withAttributes, type Edit } from "./xmlEdits";
import { attribute, child, childrenOf, numberOf, parseXml, prefixed, prefixOf, type XmlElement } from "./xmlTree";

/** Elements of a workbook in the order its schema demands. Source: ECMA-376 part 1, 18.2.27 (workbook). */
const workbookOrder = (
  "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize " +
  "customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst"
).split(" ");

/**
 * Writes what changed of the workbook's own part.
 *
 * @param added - relationship ids of new sheets by sheet id
 */
export function writeWorkbook(
  { book, file }: OpenedBook,
  draft: Draft,
  added: ReadonlyMap<string, string>,
  calculation: { readonly recalculate: boolean },
): void {
  const now = bookAspects(book);
  const changed = new Set(Object.keys(now).filter((name) => now[name] !== file.asRead[name]));
  if (calculation.recalculate) changed.add("calcPr");
  if (changed.size === 0) return;
  const source = draftText(draft, file.path);
  const root = parseXml(source);
  const x = prefixOf(root);
  const entries = sheetEntries({ book, file }, root, added);
  const placed = new Map<string, string>();
  if (changed.has("sheets")) {
    placed.set(
      "sheets",
      `<${x}sheets>${entries.map((entry) => entryXml(entry, source, x, draft)).join("")}</${x}sheets>`,
    );
    changed.add("bookViews").add("definedNames");
  }
  if (changed.has("definedNames")) placed.set("definedNames", namesXml({ book, file }, root, entries, x));
  if (changed.has("bookViews"))
    placed.set(
      "bookViews",
      viewsXml(
        source,
        child(root, "bookViews"),
        x,
        entries.findIndex(({ sheet }) => sheet?.id === book.activeSheetId),
      ),
    );
  if (changed.has("calcPr")) {
    const mode = { Automatic: null, AutomaticExceptTables: "autoNoTable", Manual: "manual" }[book.calculationMode];
    // The values in the file are ours; Excel recalculates once on opening, so that formulas that are not calculated here follow.
    placed.set(
      "calcPr",
      changedElement(source, child(root, "calcPr"), `${x}calcPr`, {
        calcMode: mode,
        ...(calculation.recalculate ? { fullCalcOnLoad: "1" } : {}),
      }),
    );
  }
  if (changed.has("workbookPr"))
    placed.set(
      "workbookPr",
      changedElement(source, child(root, "workbookPr"), `${x}workbookPr`, { date1904: book.date1904 ? "1" : null }),
    );
  if (changed.has("workbookProtection")) {
    placed.set(
      "workbookProtection",
      book.structureProtected
        ? changedElement(source, child(root, "workbookProtection"), `${x}workbookProtection`, { lockStructure: "1" })
        : "",
    );
  }
  setText(draft, file.path, applyEdits(source, placeChildren(source, root, workbookOrder, placed)));
}

/** A sheet of the file's list: one of the model's, or one that is only carried (a chart sheet). */
interface SheetEntry {
  readonly sheet: Sheet | null;
  readonly element: XmlElement | null;
  readonly relationship: string;
  readonly number: number;
}

function sheetEntries({ book, file }: OpenedBook, root: XmlElement, added: ReadonlyMap<string, string>): SheetEntry[] {
  const elements = childrenOf(child(root, "sheets"), "sheet");
  const known = new Set([...file.sheets.values()].map(({ relationship }) => relationship));
  let number = Math.max(0, ...elements.map((element) => numberOf(element, "sheetId") ?? 0));
  const entries: SheetEntry[] = book.sheets.map((sheet) => {
    const relationship = file.sheets.get(sheet.id)?.relationship ?? added.get(sheet.id) ?? "";
    const element = elements.find((candidate) => prefixed(candidate, "id") === relationship) ?? null;
    return { sheet, element, relationship, number: numberOf(element ?? undefined, "sheetId") ?? ++number };
  });
  elements.forEach((element, place) => {
    const relationship = prefixed(element, "id") ?? "";
    if (!known.has(relationship))
      entries.splice(place, 0, { sheet: null, element, relationship, number: numberOf(element, "sheetId") ?? 0 });
  });
  return entries;
}

function entryXml(
  { sheet, element, relationship, number }: SheetEntry,
  source: string,
  x: string,
  draft: Draft,
): string {
  if (!sheet) return element ? source.slice(element.start, element.end) : "";
  const state = { Visible: null, Hidden: "hidden", VeryHidden: "veryHidden" }[sheet.visibility];
  const name = escapeTextAttribute(sheet.name);
  if (element)
    return withAttributes(source, element, { name, state }).text + source.slice(element.contentStart, element.end);
  return `<${x}sheet name="${name}" sheetId="${number}"${state === null ? "" : ` state="${state}"`} xmlns:r="${relationshipNamespace(draft)}" r:id="${relationship}"/>`;
}

function namesXml({ book, file }: OpenedBook, root: XmlElement, entries: readonly SheetEntry[], x: string): string {
  const place = (sheetId: string): number => entries.findIndex(({ sheet }) => sheet?.id === sheetId);
  const before = childrenOf(child(root, "sheets"), "sheet").map((element) => prefixed(element, "id"));
  const written: { name: string; local: number | null; xml: string }[] = [];
  const put = (name: string, local: number | null, rest: string, formula: string): void => {
    const attributes = `name="${escapeTextAttribute(name)}"${local === null ? "" : ` localSheetId="${local}"`}${rest}`;
    written.push({ name, local, xml: `<${x}definedName ${attributes}>${escapeFormula(formula)}</${x}definedName>` });
  };
  for (const name of book.names) {
    const local = name.sheetId === null ? null : place(name.sheetId);
    if (local !== -1)
      put(name.name, local, nameAttributes(name, file.names.get(name) ?? ""), toFileFormula(name.formula, null));
  }
  // Names that Excel keeps for itself: those of a sheet that is gone go with it, those of a chart sheet stay.
  for (const element of childrenOf(child(root, "definedNames"), "definedName").filter((candidate) =>
    builtInName.test(attribute(candidate, "name") ?? ""),
  )) {
    const name = attribute(element, "name") ?? "";
    const local = numberOf(element, "localSheetId");
    const now = local === undefined ? null : entries.findIndex(({ relationship }) => relationship === before[local]);
    const owner = now === null ? null : entries[now]?.sheet;
    if (now === -1 || (owner && replaced(name))) continue;
    const rest = [...element.attributes]
      .filter(([key]) => key !== "name" && key !== "localSheetId")
      .map(([key, value]) => ` ${key}="${escapeTextAttribute(value)}"`);
    put(name, now, rest.join(""), element.text);
  }
  for (const { id, name, pageLayout, filter } of book.sheets) {
    const sheet = quotedSheetName(name);
    if (pageLayout.printArea) put("_xlnm.Print_Area", place(id), "", absolute(sheet, pageLayout.printArea));
    const titles = [
      titleColumns(root, before, file.sheets.get(id)?.relationship),
      pageLayout.titleRows && absolute(sheet, pageLayout.titleRows),
    ].filter(Boolean);
    if (titles.length > 0) put("_xlnm.Print_Titles", place(id), "", titles.join(","));
    if (filter) put("_xlnm._FilterDatabase", place(id), ' hidden="1"', absolute(sheet, areaText(filter.area)));
  }
  if (written.length === 0) return "";
  // Excel keeps names in the order of the alphabet and calls a file damaged in which one stands twice.
  written.sort((a, b) =>
    a.name.toLowerCase() < b.name.toLowerCase()
      ? -1
      : a.name.toLowerCase() > b.name.toLowerCase()
        ? 1
        : (a.local ?? -1) - (b.local ?? -1),
  );
  return `<${x}definedNames>${written.map(({ xml }) => xml).join("")}</${x}definedNames>`;
}

/** Names that are written from the model. */
function replaced(name: string): boolean {
  return /^_xlnm\.(Print_Area|Print_Titles|_FilterDatabase)$/i.test(name);
}

function nameAttributes({ comment, visible }: DefinedName, rest: string): string {
  return (comment === "" ? "" : ` comment="${escapeTextAttribute(comment)}"`) + (visible ? "" : ' hidden="1"') + rest;
}

/** Columns that repeat on every page are not modelled; they are taken from the file. */
function titleColumns(
  root: XmlElement,
  before: readonly (string | undefined)[],
  relationship: string | undefined,
): string | undefined {
  const titles = childrenOf(child(root, "definedNames"), "definedName").find(
    (element) =>
      /^_xlnm\.Print_Titles$/i.test(attribute(element, "name") ?? "") &&
      relationship !== undefined &&
      before[numberOf(element, "localSheetId") ?? -1] === relationship,
  );
  return titles?.text.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).find((piece) => /!\$?[A-Z]+:\$?[A-Z]+$/i.test(piece));
}

function areaText({
  row,
  column,
  rows,
  columns,
}: {
  row: number;
  column: number;
  rows: number;
  columns: number;
}): string {
  return `${columnLetters(column)}${row + 1}:${columnLetters(column + columns - 1)}${row + rows}`;
}

/** "A1:B9,D1:D9" as absolute references to a sheet. */
function absolute(sheet: string, areas: string): string {
  return areas
    .split(",")
    .map((area) => area.slice(area.lastIndexOf("!") + 1).replaceAll("$", ""))
    .map((area) => `${sheet}!${parseArea(area) ? area.replace(/[A-Z]+|\d+/gi, "$$$&") : area}`)
    .join(",");
}

function viewsXml(source: string, old: XmlElement | undefined, x: string, active: number): string {
  const view = child(old, "workbookView");
  if (!old || !view) return `<${x}bookViews><${x}workbookView activeTab="${active}"/></${x}bookViews>`;
  const first = numberOf(view, "firstSheet") ?? 0;
  const edit = withAttributes(source, view, {
    activeTab: String(active),
    ...(first > active ? { firstSheet: null } : {}),
  });
  return applyEdits(source.slice(old.start, old.end), [
    { ...edit, start: edit.start - old.start, end: edit.end - old.start },
  ]);
}

function changedElement(
  source: string,
  old: XmlElement | undefined,
  name: string,
  attributes: Readonly<Record<string, string | null>>,
): string {
  if (old) {
    const edit: Edit = withAttributes(source, old, attributes);
    return edit.text + source.slice(old.contentStart, old.end);
  }
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [` ${key}="${value}"`]));
  return `<${name}${written.join("")}/>`;
}
