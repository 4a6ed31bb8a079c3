import type { Book } from "../model/book";
import { hasPart, partText, relationshipsOf, type Package } from "./package";
import { attribute, child, childrenOf, parseXml } from "./xmlTree";

/**
 * Reads `workbook.settings`: the property bag of the add-in's web extension part.
 *
 * Source: [MS-OWEXML] 2.2.5 (webextension, properties). That Excel keeps one bag per add-in is known; the model holds the first one
 * of the file, for the host plays one add-in.
 */
export function readSettings(source: Package, book: Book): { path: string | null; asRead: string } {
  for (const pane of relationshipsOf(source, "").filter(({ type }) => type === "webextensiontaskpanes")) {
    if (!hasPart(source, pane.target)) continue;
    const path = relationshipsOf(source, pane.target).find(({ type }) => type === "webextension")?.target;
    if (path === undefined || !hasPart(source, path)) continue;
    const bag = child(parseXml(partText(source, path)), "properties");
    for (const property of childrenOf(bag, "property")) {
      const name = attribute(property, "name");
      if (name !== undefined) book.settings.set(name, settingValue(attribute(property, "value") ?? ""));
    }
    return { path, asRead: JSON.stringify([...book.settings]) };
  }
  return { path: null, asRead: "[]" };
}

/** Values are stored as JSON; what is none is a text that another program put there. */
function settingValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
