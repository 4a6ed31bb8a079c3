import {
  addPart,
  appended,
  draftRelationships,
  draftText,
  freePath,
  relate,
  setText,
  setType,
  xmlHeader,
  type Draft,
} from "./draft";
import { escapeAttribute } from "./escape";
import type { OpenedBook } from "./openedBook";
import { addInId } from "./readSettings";
import { applyEdits, placeChildren } from "./xmlEdits";
import { parseXml, prefixOf } from "./xmlTree";

const extensionOrder = ["reference", "alternateReferences", "properties", "bindings", "snapshot", "extLst"];

/**
 * Writes `workbook.settings` into the add-in's web extension part, made with its task pane part if there is none.
 *
 * Source: [MS-OWEXML] 2.2.2 to 2.2.9; the reference names a developer's own catalogue, as sideloading does.
 */
export function writeSettings({ book, file }: OpenedBook, draft: Draft): void {
  if (JSON.stringify([...book.settings]) === file.settings.asRead) return;
  const path = file.settings.path ?? newExtension(draft, file.settings.panes);
  const source = draftText(draft, path);
  const root = parseXml(source);
  const x = prefixOf(root);
  const properties = [...book.settings].map(
    ([name, value]) => `<${x}property name="${escapeAttribute(name)}" value="${escapeAttribute(settingText(value))}"/>`,
  );
  const bag = properties.length === 0 ? `<${x}properties/>` : `<${x}properties>${properties.join("")}</${x}properties>`;
  setText(draft, path, applyEdits(source, placeChildren(source, root, extensionOrder, new Map([["properties", bag]]))));
}

/** A value as JSON, with the two characters escaped that XML forbids and JSON does not. */
function settingText(value: unknown): string {
  return JSON.stringify(value).replace(/[\ufffe\uffff]/g, (found) => `\\u${found.charCodeAt(0).toString(16)}`);
}

/** Makes a part of the add-in's own, listed with those of other add-ins. */
function newExtension(draft: Draft, listed: string | null): string {
  const namespace = "http://schemas.microsoft.com/office/webextensions";
  const own = `${namespace}/webextension/2010/11`;
  const panes = listed ?? "xl/webextensions/taskpanes.xml";
  const path = freePath(draft, `${panes.slice(0, panes.lastIndexOf("/") + 1)}webextension`, ".xml");
  addPart(
    draft,
    path,
    "application/vnd.ms-office.webextension+xml",
    `${xmlHeader}<we:webextension xmlns:we="${own}" id="${partId}"><we:reference id="${addInId}" version="1.0.0.0" store="developer" storeType="Registry"/>` +
      `<we:alternateReferences/><we:properties/><we:bindings/><we:snapshot xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></we:webextension>`,
  );
  const type = "application/vnd.ms-office.webextensiontaskpanes+xml";
  if (listed === null)
    addPart(
      draft,
      panes,
      type,
      `${xmlHeader}<wetp:taskpanes xmlns:wetp="${namespace}/taskpanes/2010/11"></wetp:taskpanes>`,
    );
  else setType(draft, panes, type);
  if (!draftRelationships(draft, "").some(({ target }) => target.toLowerCase() === panes.toLowerCase()))
    relate(draft, "", "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes", panes);
  const id = relate(draft, panes, "http://schemas.microsoft.com/office/2011/relationships/webextension", path);
  const text = draftText(draft, panes);
  const root = parseXml(text);
  const wetp = prefixOf(root);
  const pane =
    `<${wetp}taskpane dockstate="right" visibility="0" width="350" row="${root.children.length + 1}">` +
    `<${wetp}webextensionref xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"/></${wetp}taskpane>`;
  setText(draft, panes, applyEdits(text, [appended(text, root, pane)]));
  return path;
}

/** Names the part within the file only. */
const partId = "{5D0C1B2E-7A64-4E0B-9C35-51E0B7A3F1D2}";
