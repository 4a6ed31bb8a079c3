import { areaAddress, parseArea, quotedSheetName } from "../model/address";
import type { Book, DefinedName, Sheet } from "../model/book";
import { bookAspects } from "./aspects";
import { draftText, setText, type Draft } from "./draft";
import { escapeAttribute, escapeFormula, escapeTextAttribute, unescapeText } from "./escape";
import { toFileFormula } from "./fileFormula";
import type { OpenedBook } from "./openedBook";
import { plainAreas } from "./readNames";
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
  const putName = (name: DefinedName): void => {
    const local = name.sheetId === null ? null : place(name.sheetId);
    const origin = file.names.get(name);
    if (local === -1) return;
    const same = origin?.formula === name.formula;
    put(
      name.name,
      local,
      nameAttributes(name, origin?.attributes ?? ""),
      same ? origin.text : toFileFormula(name.formula, null, origin?.text),
    );
  };
  book.names.forEach(putName);
  // What the model says too is written from it where it says another thing by now.
  const kept = book.keptNames.filter((name) => {
    const sheet = book.sheets.find(({ id }) => id === name.sheetId);
    return !sheet || says(name, sheet, file.sheets.get(sheet.id)?.asRead["autoFilter"] !== "null");
  });
  kept.forEach(putName);
  for (const element of childrenOf(child(root, "definedNames"), "definedName")) {
    const local = numberOf(element, "localSheetId");
    const now = local === undefined ? -1 : entries.findIndex(({ relationship }) => relationship === before[local]);
    if (now === -1 || entries[now]?.sheet) continue;
    const rest = [...element.attributes]
      .filter(([key]) => key !== "name" && key !== "localSheetId")
      .map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
    put(unescapeText(attribute(element, "name") ?? ""), now, rest.join(""), element.text);
  }
  for (const { id, name, pageLayout, filter } of book.sheets) {
    const sheet = quotedSheetName(name);
    const stands = (wanted: string): boolean => kept.some((one) => one.sheetId === id && isName(one, wanted));
    if (pageLayout.printArea && !stands("Print_Area"))
      put("_xlnm.Print_Area", place(id), "", absolute(sheet, pageLayout.printArea));
    const titles = [titleColumns(book, id), pageLayout.titleRows && absolute(sheet, pageLayout.titleRows)].filter(
      Boolean,
    );
    if (titles.length > 0 && !stands("Print_Titles")) put("_xlnm.Print_Titles", place(id), "", titles.join(","));
    if (filter && !stands("_FilterDatabase"))
      put("_xlnm._FilterDatabase", place(id), ' hidden="1"', absolute(sheet, areaAddress(filter.area)));
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

function isName({ name }: DefinedName, wanted: string): boolean {
  return name.toLowerCase() === `_xlnm.${wanted}`.toLowerCase();
}

/** Whether a name that Excel keeps for itself says what the model says, or what the model does not know. */
function says(name: DefinedName, { pageLayout, filter }: Sheet, filtered: boolean): boolean {
  const areas = plainAreas(name.formula);
  if (isName(name, "Print_Area")) return (areas?.join(",") ?? undefined) === pageLayout.printArea;
  if (isName(name, "Print_Titles")) return areas?.find((area) => /^\d+:\d+$/.test(area)) === pageLayout.titleRows;
  if (!isName(name, "_FilterDatabase")) return true;
  // Without buttons the name is what an advanced filter left behind.
  return filter ? areas?.join(",") === areaAddress(filter.area) : !filtered;
}

function nameAttributes({ comment, visible }: DefinedName, rest: string): string {
  return (comment === "" ? "" : ` comment="${escapeTextAttribute(comment)}"`) + (visible ? "" : ' hidden="1"') + rest;
}

/** Columns that repeat on every page are not modelled; they are taken from the file. */
function titleColumns(book: Book, sheetId: string): string | undefined {
  const titles = book.keptNames.find((name) => name.sheetId === sheetId && isName(name, "Print_Titles"));
  return titles?.formula
    .slice(1)
    .split(/,(?=(?:[^']*'[^']*')*[^']*$)/)
    .find((piece) => /!\$?[A-Z]+:\$?[A-Z]+$/i.test(piece));
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
