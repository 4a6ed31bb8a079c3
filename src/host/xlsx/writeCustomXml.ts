import {
  addPart,
  draftRelationships,
  freePath,
  hasDraftPart,
  relate,
  removePart,
  setText,
  unrelate,
  xmlHeader,
  type Draft,
} from "./draft";
import { escapeAttribute } from "./escape";
import type { OpenedBook } from "./openedBook";
import { parseXml, prefixOf } from "./xmlTree";

/** Writes custom XML parts that were added or changed and removes those that were deleted. */
export function writeCustomXml({ book, file }: OpenedBook, draft: Draft): void {
  for (const [id, { path }] of file.customXml) {
    if (!book.customXmlParts.some((part) => part.id === id)) removeItem(draft, file.path, path);
  }
  for (const { id, xml } of book.customXmlParts) {
    const old = file.customXml.get(id);
    if (!old) addItem(draft, file.path, id, xml);
    else if (old.xml !== xml) setText(draft, old.path, withHeader(xml));
  }
}

function addItem(draft: Draft, workbookPath: string, id: string, xml: string): void {
  const path = freePath(draft, "customXml/item", ".xml");
  const number = path.replace(/\D+/g, "");
  // A default type for "xml" may be anything, so the part states its own.
  addPart(draft, path, "application/xml", withHeader(xml));
  relate(draft, workbookPath, "customXml", path);
  const properties = hasDraftPart(draft, `customXml/itemProps${number}.xml`)
    ? freePath(draft, "customXml/itemProps", ".xml")
    : `customXml/itemProps${number}.xml`;
  addPart(draft, properties, "customXmlProperties+xml", propertiesXml(id, xml));
  relate(draft, path, "customXmlProps", properties);
}

function removeItem(draft: Draft, workbookPath: string, path: string): void {
  for (const { id, type, target } of draftRelationships(draft, workbookPath)) {
    if (type === "customXml" && target.toLowerCase() === path.toLowerCase()) unrelate(draft, workbookPath, id);
  }
  for (const { type, target } of draftRelationships(draft, path)) {
    if (type === "customXmlProps" && hasDraftPart(draft, target)) removePart(draft, target);
  }
  removePart(draft, path);
}

function propertiesXml(id: string, xml: string): string {
  const root = parseXml(xml);
  const prefix = prefixOf(root).slice(0, -1);
  const namespace = root.attributes.get(prefix ? `xmlns:${prefix}` : "xmlns");
  const schemas =
    namespace === undefined
      ? "<ds:schemaRefs/>"
      : `<ds:schemaRefs><ds:schemaRef ds:uri="${escapeAttribute(namespace)}"/></ds:schemaRefs>`;
  return `${xmlHeader}<ds:datastoreItem ds:itemID="${id}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">${schemas}</ds:datastoreItem>`;
}

/** Parts are written as UTF-8, whatever the text says of itself. */
function withHeader(xml: string): string {
  return xmlHeader + xml.replace(/^\ufeff?\s*<\?xml[^>]*\?>\s*/, "");
}
