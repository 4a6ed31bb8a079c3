import { crc32 } from "./crc32";
import { escapeAttribute } from "./escape";
import {
  contentType,
  hasPart,
  partText,
  readRelationships,
  relationshipsPath,
  type Package,
  type Relationship,
} from "./package";
import type { Packing } from "./packing";
import type { ZipEntry } from "./readZip";
import { applyEdits, type Edit } from "./xmlEdits";
import { attribute, childrenOf, parseXml, prefixOf, type XmlElement } from "./xmlTree";

/** A package being written: what was set, added or removed, over the file as it was read. */
export interface Draft {
  readonly source: Package;
  /** True for the strict standard, whose namespaces differ. */
  readonly strict: boolean;
  /** By name in lower case; null for a part that is removed. */
  readonly changes: Map<string, { readonly name: string; readonly text: string | Uint8Array } | null>;
}

export const xmlHeader = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const officeTypes = "application/vnd.openxmlformats-officedocument.";

export function hasDraftPart(draft: Draft, path: string): boolean {
  const change = draft.changes.get(path.toLowerCase());
  return change === undefined ? hasPart(draft.source, path) : change !== null;
}

export function draftText(draft: Draft, path: string): string {
  const text = draft.changes.get(path.toLowerCase())?.text ?? partText(draft.source, path);
  return typeof text === "string" ? text : new TextDecoder().decode(text);
}

/** Bytes are taken for what they are; text is written as UTF-8. */
export function setText(draft: Draft, path: string, text: string | Uint8Array): void {
  const key = path.toLowerCase();
  const written = typeof text === "string" ? inUtf8(text) : text;
  draft.changes.set(key, { name: draft.source.byName.get(key)?.name ?? path, text: written });
}

/** Parts are written as UTF-8, whatever the text that was read says of itself. */
function inUtf8(text: string): string {
  return text.replace(/^(<\?xml[^>]*?\sencoding\s*=\s*)("[^"]*"|'[^']*')/, (whole, start: string, name: string) =>
    /utf-?8/i.test(name) ? whole : `${start}"UTF-8"`,
  );
}

/** Removes a part with its relationships and its content type. */
export function removePart(draft: Draft, path: string): void {
  draft.changes.set(path.toLowerCase(), null);
  if (hasDraftPart(draft, relationshipsPath(path))) draft.changes.set(relationshipsPath(path).toLowerCase(), null);
  setType(draft, path, null);
}

/** Adds a part and its content type (in full, or what follows "application/vnd.openxmlformats-officedocument."). */
export function addPart(draft: Draft, path: string, type: string, text: string | Uint8Array): void {
  setText(draft, path, text);
  setType(draft, path, type.includes("/") ? type : officeTypes + type);
}

/** States the content type of a part by its own entry, in the place of any that names it already; null for none. */
export function setType(draft: Draft, path: string, type: string | null): void {
  const types = draftText(draft, contentTypesPath);
  const root = parseXml(types);
  const edits: Edit[] = childrenOf(root, "Override")
    .filter((entry) => attribute(entry, "PartName")?.toLowerCase() === `/${path}`.toLowerCase())
    .map(({ start, end }) => ({ start, end, text: "" }));
  if (type !== null)
    edits.push(appended(types, root, `<${prefixOf(root)}Override PartName="/${path}" ContentType="${type}"/>`));
  setText(draft, contentTypesPath, applyEdits(types, edits));
}

/** A child behind all others of an element. */
export function appended(text: string, parent: XmlElement, xml: string): Edit {
  if (!parent.empty) return { start: parent.contentEnd, end: parent.contentEnd, text: xml };
  const opening = text.slice(parent.start, parent.end).replace(/\s*\/>$/, ">");
  return { start: parent.start, end: parent.end, text: `${opening}${xml}</${parent.name}>` };
}

/** The first path of the form `stem` + number + `ending` that no part has. */
export function freePath(draft: Draft, stem: string, ending: string): string {
  let number = 1;
  while (hasDraftPart(draft, stem + number + ending)) number++;
  return stem + number + ending;
}

export function draftRelationships(draft: Draft, path: string): Relationship[] {
  const at = relationshipsPath(path);
  return hasDraftPart(draft, at) ? readRelationships(draftText(draft, at), path) : [];
}

/**
 * Relates a part to another part, or to an address outside.
 *
 * @param type - last word of an Office relationship type, or a whole type
 * @returns the new relationship's id
 */
export function relate(draft: Draft, path: string, type: string, target: string, external = false): string {
  const at = relationshipsPath(path);
  if (!hasDraftPart(draft, at)) {
    setText(
      draft,
      at,
      `${xmlHeader}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`,
    );
    // Some makers name the type of each such part, in the place of one for all.
    if (contentType(draftText(draft, contentTypesPath), at) !== relationshipsType)
      setType(draft, at, relationshipsType);
  }
  const text = draftText(draft, at);
  const root = parseXml(text);
  const taken = new Set(root.children.map((entry) => attribute(entry, "Id")));
  let number = root.children.length + 1;
  while (taken.has(`rId${number}`)) number++;
  const full = type.includes("/") ? type : officeRelationships(draft) + type;
  const written = external
    ? `${escapeAttribute(target)}" TargetMode="External`
    : escapeAttribute(relativePath(path, target));
  const entry = `<${prefixOf(root)}Relationship Id="rId${number}" Type="${full}" Target="${written}"/>`;
  setText(draft, at, applyEdits(text, [appended(text, root, entry)]));
  return `rId${number}`;
}

/** Takes a relationship out; the part it led to stays. */
export function unrelate(draft: Draft, path: string, id: string): void {
  const at = relationshipsPath(path);
  const text = draftText(draft, at);
  const entry = parseXml(text).children.find((candidate) => attribute(candidate, "Id") === id);
  if (entry) setText(draft, at, applyEdits(text, [{ start: entry.start, end: entry.end, text: "" }]));
}

/** Namespace of relationship types and of `r:id`, with a slash behind it. */
export function officeRelationships({ strict }: { readonly strict: boolean }): string {
  return strict
    ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
    : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
}

/** Namespace of spreadsheet parts. */
export function spreadsheetNamespace({ strict }: { readonly strict: boolean }): string {
  return strict
    ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
    : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
}

/** Entries of the finished file: old ones in their order, new ones behind them. */
export function finishedEntries(draft: Draft): ZipEntry[] {
  const changes = new Map(draft.changes);
  const entries: ZipEntry[] = [];
  for (const entry of draft.source.entries) {
    const change = changes.get(entry.name.toLowerCase());
    changes.delete(entry.name.toLowerCase());
    if (change === undefined) entries.push(entry);
    else if (change !== null) entries.push(packed(change.name, change.text, draft.source.packing, entry.modified));
  }
  for (const change of changes.values()) {
    if (change) entries.push(packed(change.name, change.text, draft.source.packing));
  }
  return entries;
}

export const contentTypesPath = "[Content_Types].xml";
const relationshipsType = "application/vnd.openxmlformats-package.relationships+xml";

/** 1 January 1980, as Excel itself dates parts: the same content gives the same bytes on any day. */
const noDate = 0x00210000;

export function packed(name: string, text: string | Uint8Array, packing: Packing, modified = noDate): ZipEntry {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  // Sheets of 100,000 rows must be written in seconds: level 2 packs them to a tenth more in under half the time.
  const deflated = packing.deflate(bytes, bytes.length > 1_000_000 ? 2 : 6);
  return { name, method: 8, packed: deflated, size: bytes.length, crc: crc32(bytes), modified };
}

function relativePath(from: string, target: string): string {
  const here = from.split("/").slice(0, -1);
  const there = target.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return [...here.slice(shared).map(() => ".."), ...there.slice(shared)].join("/");
}
