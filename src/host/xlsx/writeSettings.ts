import { addPart, draftText, freePath, relate, setText, xmlHeader, type Draft } from "./draft";
import { escapeAttribute } from "./escape";
import type { OpenedBook } from "./openedBook";
import { applyEdits, placeChildren } from "./xmlEdits";
import { parseXml, prefixOf } from "./xmlTree";

const extensionOrder = ["reference", "alternateReferences", "properties", "bindings", "snapshot", "extLst"];

/**
 * Writes `workbook.settings` into the add-in's web extension part, made with its task pane part if there is none.
 *
 * Source: [MS-OWEXML] 2.2.5 to 2.2.9; the reference names a developer's own catalogue, as sideloading does.
 */
export function writeSettings({ book, file }: OpenedBook, draft: Draft): void {
  if (JSON.stringify([...book.settings]) === file.settings.asRead) return;
  const path = file.settings.path ?? newExtension(draft);
  const source = draftText(draft, path);
  const root = parseXml(source);
  const x = prefixOf(root);
  const properties = [...book.settings].map(
    ([name, value]) =>
      `<${x}property name="${escapeAttribute(name)}" value="${escapeAttribute(JSON.stringify(value))}"/>`,
  );
  const bag = properties.length === 0 ? `<${x}properties/>` : `<${x}properties>${properties.join("")}</${x}properties>`;
  setText(draft, path, applyEdits(source, placeChildren(source, root, extensionOrder, new Map([["properties", bag]]))));
}

function newExtension(draft: Draft): string {
  const panes = freePath(draft, "xl/webextensions/taskpanes", ".xml").replace("taskpanes1.xml", "taskpanes.xml");
  const path = freePath(draft, "xl/webextensions/webextension", ".xml");
  const namespace = "http://schemas.microsoft.com/office/webextensions";
  const own = `${namespace}/webextension/2010/11`;
  addPart(
    draft,
    path,
    "application/vnd.ms-office.webextension+xml",
    `${xmlHeader}<we:webextension xmlns:we="${own}" id="${extensionId}"><we:reference id="${extensionId}" version="1.0.0.0" store="developer" storeType="Registry"/>` +
      `<we:alternateReferences/><we:properties/><we:bindings/><we:snapshot xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></we:webextension>`,
  );
  addPart(draft, panes, "application/vnd.ms-office.webextensiontaskpanes+xml", "");
  relate(draft, "", "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes", panes);
  const id = relate(draft, panes, "http://schemas.microsoft.com/office/2011/relationships/webextension", path);
  setText(
    draft,
    panes,
    `${xmlHeader}<wetp:taskpanes xmlns:wetp="${namespace}/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="0" width="350" row="1">` +
      `<wetp:webextensionref xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"/></wetp:taskpane></wetp:taskpanes>`,
  );
  return path;
}

/** Names the part within the file only; Excel gives a sideloaded add-in an id of its own. */
const extensionId = "{5D0C1B2E-7A64-4E0B-9C35-51E0B7A3F1D2}";
