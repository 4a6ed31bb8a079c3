import { decodeXml } from "./escape";
import { badXml, localName, newTag, nextTag } from "./xmlTag";

/** An element with its place in the text it was read from, so that the text can be edited around it. */
export interface XmlElement {
  /** As written, with prefix. */
  readonly name: string;
  /** Without prefix. */
  readonly local: string;
  /** Decoded values by name as written. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  /** Decoded text of the element itself, children left out. */
  text: string;
  readonly start: number;
  /** Behind the closing tag. */
  end: number;
  /** Behind the opening tag. */
  readonly contentStart: number;
  /** At the closing tag; equal to `contentStart` for `<a/>`. */
  contentEnd: number;
  readonly empty: boolean;
}

/** Deeper nesting than any Office part has. */
const maxDepth = 200;

/**
 * Reads a part into a tree. Elements named in `opaque` (local names) are kept as one piece whose content is not read.
 *
 * @throws {HostError} `not-a-workbook` if the text is no well-formed XML or declares a document type
 */
export function parseXml(text: string, opaque?: string): XmlElement {
  const open: XmlElement[] = [];
  const tag = newTag();
  let root: XmlElement | null = null;
  let at = 0;
  while (nextTag(text, at, tag)) {
    const parent = open.at(-1);
    if (parent) addText(parent, text, at, tag.start);
    at = tag.end;
    if (tag.kind === "close") {
      const closed = open.pop();
      if (closed?.name !== tag.name) throw badXml(`</${tag.name}> closes nothing`);
      closed.contentEnd = tag.start;
      closed.end = tag.end;
      continue;
    }
    if (!parent && root) throw badXml("more than one document element");
    const element = elementOf(tag);
    if (parent) parent.children.push(element);
    else root = element;
    if (tag.kind === "empty") continue;
    if (element.local === opaque) at = skipContent(text, element);
    else if (open.push(element) > maxDepth) throw badXml("elements are nested too deep");
  }
  if (!root || open.length > 0) throw badXml("a part is cut off");
  return root;
}

/** First child by local name. */
export function child(element: XmlElement | undefined, local: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.local === local);
}

/** All children by local name. */
export function childrenOf(element: XmlElement | undefined, local: string): XmlElement[] {
  return element?.children.filter((candidate) => candidate.local === local) ?? [];
}

/** First descendant by local name, in document order. */
export function descendant(element: XmlElement | undefined, local: string): XmlElement | undefined {
  for (const candidate of element?.children ?? []) {
    const found = candidate.local === local ? candidate : descendant(candidate, local);
    if (found) return found;
  }
  return undefined;
}

/** An attribute without prefix. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes.get(name);
}

/** An attribute that has some prefix, e.g. `r:id`, whatever the file calls `r`. */
export function prefixed(element: XmlElement | undefined, local: string): string | undefined {
  for (const [name, value] of element?.attributes ?? []) if (name.endsWith(`:${local}`)) return value;
  return undefined;
}

/** An attribute as Office reads booleans: "1", "true", "on". */
export function flag(element: XmlElement | undefined, name: string, otherwise = false): boolean {
  const value = attribute(element, name);
  return value === undefined ? otherwise : value === "1" || value === "true" || value === "on";
}

/** A numeric attribute, or undefined if it is absent or no number. */
export function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  const value = attribute(element, name);
  if (value === undefined || value.trim() === "") return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** "x:" where the document element has a prefix, else "". */
export function prefixOf(element: XmlElement): string {
  return element.name.slice(0, element.name.length - element.local.length);
}

function elementOf({ name, attributes, start, end, kind }: ReturnType<typeof newTag>): XmlElement {
  const values = new Map<string, string>();
  for (let i = 0; i < attributes.length; i += 2)
    values.set(attributes[i] as string, decodeXml(attributes[i + 1] as string));
  return {
    name,
    local: localName(name),
    attributes: values,
    children: [],
    text: "",
    start,
    end,
    contentStart: end,
    contentEnd: end,
    empty: kind === "empty",
  };
}

function skipContent(text: string, element: XmlElement): number {
  const closing = `</${element.name}`;
  const at = text.indexOf(closing, element.contentStart);
  const end = at < 0 ? -1 : text.indexOf(">", at);
  if (end < 0) throw badXml("a part is cut off");
  element.contentEnd = at;
  element.end = end + 1;
  return element.end;
}

/** Text between two tags; comments are left out and CDATA sections taken as they are. */
function addText(element: XmlElement, text: string, from: number, to: number): void {
  if (from === to) return;
  const raw = text.slice(from, to);
  element.text += raw.includes("<") ? plainText(raw) : decodeXml(raw);
}

function plainText(raw: string): string {
  return raw
    .split(/(<!\[CDATA\[[^]*?\]\]>|<!--[^]*?-->|<\?[^]*?\?>)/)
    .map((piece, i) => (i % 2 === 0 ? decodeXml(piece) : piece.startsWith("<![CDATA[") ? piece.slice(9, -3) : ""))
    .join("");
}
