import { crc32 } from "./crc32";
import { escapeAttribute } from "./escape";
import { hasPart, partText, readRelationships, relationshipsPath, type Package, type Relationship } from "./package";
import type { Packing } from "./packing";
import type { ZipEntry } from "./readZip";
import { applyEdits } from "./xmlEdits";
import { attribute, childrenOf, parseXml, prefixOf } from "./xmlTree";

/** A package being written: what was set, added or removed, over the file as it was read. */
export interface Draft {
  readonly source: Package;
  /** True for the strict standard, whose namespaces differ. */
  readonly strict: boolean;
  /** By name in lower case; null for a part that is removed. */
  readonly changes: Map<string, { readonly name: string; readonly text: string } | null>;
}

export const xmlHeader = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const officeTypes = "application/vnd.openxmlformats-officedocument.";

export function hasDraftPart(draft: Draft, path: string): boolean {
  const change = draft.changes.get(path.toLowerCase());
  return change === undefined ? hasPart(draft.source, path) : change !== null;
}

export function draftText(draft: Draft, path: string): string {
  return draft.changes.get(path.toLowerCase())?.text ?? partText(draft.source, path);
}

export function setText(draft: Draft, path: string, text: string): void {
  const key = path.toLowerCase();
  draft.changes.set(key, { name: draft.source.byName.get(key)?.name ?? path, text });
}

/** Removes a part with its relationships and its content type. */
export function removePart(draft: Draft, path: string): void {
  draft.changes.set(path.toLowerCase(), null);
  if (hasDraftPart(draft, relationshipsPath(path))) draft.changes.set(relationshipsPath(path).toLowerCase(), null);
  const types = draftText(draft, contentTypesPath);
  const own = childrenOf(parseXml(types), "Override").filter(
    (entry) => attribute(entry, "PartName")?.toLowerCase() === `/${path}`.toLowerCase(),
  );
  setText(
    draft,
    contentTypesPath,
    applyEdits(
      types,
      own.map(({ start, end }) => ({ start, end, text: "" })),
    ),
  );
}

/** Adds a part and its content type (in full, or what follows "application/vnd.openxmlformats-officedocument."). */
export function addPart(draft: Draft, path: string, type: string, text: string): void {
  setText(draft, path, text);
  const types = draftText(draft, contentTypesPath);
  const root = parseXml(types);
  const full = type.includes("/") ? type : officeTypes + type;
  const entry = `<${prefixOf(root)}Override PartName="/${path}" ContentType="${full}"/>`;
  setText(draft, contentTypesPath, applyEdits(types, [{ start: root.contentEnd, end: root.contentEnd, text: entry }]));
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
  if (!hasDraftPart(draft, at))
    setText(
      draft,
      at,
      `${xmlHeader}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`,
    );
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
  const edit = root.empty
    ? {
        start: root.start,
        end: root.end,
        text: `${text.slice(root.start, root.end).replace(/\s*\/>$/, ">")}${entry}</${root.name}>`,
      }
    : { start: root.contentEnd, end: root.contentEnd, text: entry };
  setText(draft, at, applyEdits(text, [edit]));
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

const contentTypesPath = "[Content_Types].xml";

/** 1 January 1980, as Excel itself dates parts: the same content gives the same bytes on any day. */
const noDate = 0x00210000;

export function packed(name: string, text: string, packing: Packing, modified = noDate): ZipEntry {
  const bytes = new TextEncoder().encode(text);
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
