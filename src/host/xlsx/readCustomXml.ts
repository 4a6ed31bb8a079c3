import type { Book } from "../model/book";
import { keepId, newId } from "../model/newBook";
import { hasPart, partText, relationshipsOf, type Package, type Relationship } from "./package";
import { parseXml, prefixed } from "./xmlTree";

/** Reads the custom XML parts of a workbook; their ids come from their properties where they have any. */
export function readCustomXml(
  source: Package,
  relationships: readonly Relationship[],
  book: Book,
): Map<string, { path: string; xml: string }> {
  const files = new Map<string, { path: string; xml: string }>();
  for (const { type, target } of relationships) {
    if (type !== "customXml" || !hasPart(source, target)) continue;
    const properties = relationshipsOf(source, target).find((link) => link.type === "customXmlProps")?.target;
    const stored =
      properties !== undefined && hasPart(source, properties)
        ? prefixed(parseXml(partText(source, properties)), "itemID")
        : undefined;
    const id = stored !== undefined && !files.has(stored) ? stored : newId();
    keepId(id);
    const xml = partText(source, target);
    book.customXmlParts.push({ id, xml });
    files.set(id, { path: target, xml });
  }
  return files;
}
