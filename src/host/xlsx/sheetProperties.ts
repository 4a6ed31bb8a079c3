import type { Sheet } from "../model/book";
import { addPart, draftRelationships, freePath, hasDraftPart, relate, removePart, unrelate, type Draft } from "./draft";
import { escapeAttribute, unescapeText } from "./escape";
import { hasPart, partBytes, type Package, type Relationship } from "./package";
import { attribute, child, childrenOf, prefixed, type XmlElement } from "./xmlTree";

/** Each value of a sheet's custom properties is a part of its own, in UTF-16. [K] H9 as Excel writes them; ECMA-376 part 1, 12.3.6 */
export function readSheetProperties(
  root: XmlElement,
  sheet: Sheet,
  links: readonly Relationship[],
  source: Package,
): void {
  for (const element of childrenOf(child(root, "customProperties"), "customPr")) {
    const name = unescapeText(attribute(element, "name") ?? "");
    const link = links.find(({ id }) => id === prefixed(element, "id"));
    if (name === "" || !link || !hasPart(source, link.target)) continue;
    sheet.customProperties.set(name, new TextDecoder("utf-16le").decode(partBytes(source, link.target)));
  }
}

/** The `customProperties` element of a sheet, "" for none, with the parts that it names. */
export function sheetPropertiesXml(
  sheet: Sheet,
  { draft, path, prefix: x, namespace }: { draft: Draft; path: string; prefix: string; namespace: string },
): string {
  for (const { id, type, target } of draftRelationships(draft, path)) {
    if (type !== "customProperty") continue;
    unrelate(draft, path, id);
    if (hasDraftPart(draft, target)) removePart(draft, target);
  }
  const folder = path.replace(/worksheets\/[^/]*$/, "");
  const written = [...sheet.customProperties].map(([name, value]) => {
    const part = freePath(draft, `${folder}customProperty`, ".bin");
    addPart(draft, part, "spreadsheetml.customProperty", inUtf16(value));
    const id = relate(draft, path, "customProperty", part);
    return `<${x}customPr xmlns:r="${namespace}" name="${escapeAttribute(name)}" r:id="${id}"/>`;
  });
  return written.length === 0 ? "" : `<${x}customProperties>${written.join("")}</${x}customProperties>`;
}

function inUtf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    bytes[2 * i] = text.charCodeAt(i) & 0xff;
    bytes[2 * i + 1] = text.charCodeAt(i) >> 8;
  }
  return bytes;
}
