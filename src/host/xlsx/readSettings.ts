import type { Book } from "../model/book";
import { hasPart, partText, relationshipsOf, type Package } from "./package";
import { attribute, child, childrenOf, parseXml } from "./xmlTree";

/** By what the file names the add-in that the host plays: a sideloaded one is named by the id of its manifest. */
export const addInId = "feab8a6e-d6f3-41a8-880e-f870939b4668";

/** Paths of the task panes part, if the file has one, and of the add-in's own web extension part in it. */
export interface SettingsFile {
  readonly panes: string | null;
  readonly path: string | null;
  /** The settings as read. */
  readonly asRead: string;
}

/**
 * Reads `workbook.settings`: the property bag of the add-in's web extension part. Those of other add-ins are theirs.
 *
 * Source: [MS-OWEXML] 2.2.5 (webextension, properties) and 2.2.2 (reference).
 */
export function readSettings(source: Package, book: Book): SettingsFile {
  const panes = panesPart(source);
  for (const { type, target } of panes === null ? [] : relationshipsOf(source, panes)) {
    if (type !== "webextension" || !hasPart(source, target)) continue;
    const root = parseXml(partText(source, target));
    if (!isOurs(attribute(child(root, "reference"), "id"))) continue;
    for (const property of childrenOf(child(root, "properties"), "property")) {
      const name = attribute(property, "name");
      if (name !== undefined) book.settings.set(name, settingValue(attribute(property, "value") ?? ""));
    }
    return { panes, path: target, asRead: JSON.stringify([...book.settings]) };
  }
  return { panes, path: null, asRead: "[]" };
}

/** The part that lists task panes; LibreOffice keeps the part and drops the relationship to it. */
function panesPart(source: Package): string | null {
  const linked = relationshipsOf(source, "").find(
    ({ type, target }) => type === "webextensiontaskpanes" && hasPart(source, target),
  );
  return linked?.target ?? source.entries.find(({ name }) => /(^|\/)taskpanes\.xml$/i.test(name))?.name ?? null;
}

function isOurs(reference: string | undefined): boolean {
  const id = reference?.replace(/[{}]/g, "").toLowerCase();
  // Files of the first versions name the part by an id of its own.
  return id === addInId || id === "5d0c1b2e-7a64-4e0b-9c35-51e0b7a3f1d2";
}

/** Values are stored as JSON; what is none is a text that another program put there. */
function settingValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
