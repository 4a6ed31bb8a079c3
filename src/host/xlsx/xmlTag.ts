import { HostError } from "../errors";
import { decodeXml } from "./escape";

/** One tag of an XML text. Reused from tag to tag while scanning millions of them, so copy what you keep. */
export interface XmlTag {
  kind: "open" | "close" | "empty";
  /** As written, with prefix. */
  name: string;
  /** Name and raw value by turns. */
  readonly attributes: string[];
  /** Offset of "<". */
  start: number;
  /** Offset behind ">". */
  end: number;
}

export function newTag(): XmlTag {
  return { kind: "open", name: "", attributes: [], start: 0, end: 0 };
}

/**
 * Moves to the next tag at or behind an offset; comments, processing instructions and CDATA sections are passed over.
 *
 * @returns false at the end of the text
 * @throws {HostError} `not-a-workbook` if the text is cut off or declares entities
 */
export function nextTag(text: string, from: number, tag: XmlTag): boolean {
  let at = text.indexOf("<", from);
  while (at >= 0) {
    const code = text.charCodeAt(at + 1);
    if (code !== 33 && code !== 63) {
      readTag(text, at, tag);
      return true;
    }
    at = text.indexOf("<", behindSpecial(text, at));
  }
  return false;
}

/** Value of an attribute by its name, or of any prefix by its local name where `name` starts with ":". Decoded. */
export function attributeOf(tag: XmlTag, name: string): string | undefined {
  const { attributes } = tag;
  for (let i = 0; i < attributes.length; i += 2) {
    const found = attributes[i] as string;
    if (found === name || (name.startsWith(":") && found.endsWith(name))) return decodeXml(attributes[i + 1] as string);
  }
  return undefined;
}

/** A name without its prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

export function badXml(why: string): HostError {
  return new HostError("not-a-workbook", `readXlsx requires well-formed XML: ${why}`);
}

function behindSpecial(text: string, at: number): number {
  const closer = text.startsWith("<!--", at)
    ? "-->"
    : text.startsWith("<![CDATA[", at)
      ? "]]>"
      : text.startsWith("<?", at)
        ? "?>"
        : null;
  // The packaging standard forbids document types, and only they can declare entities that expand without end.
  if (closer === null) throw badXml("a part declares a document type");
  const end = text.indexOf(closer, at + 2);
  if (end < 0) throw badXml("a part is cut off");
  return end + closer.length;
}

function readTag(text: string, start: number, tag: XmlTag): void {
  let at = start + 1;
  const closing = text.charCodeAt(at) === 47;
  if (closing) at += 1;
  const nameStart = at;
  at = endOfName(text, at);
  if (at === nameStart) throw badXml("a tag has no name");
  tag.name = text.slice(nameStart, at);
  tag.start = start;
  tag.attributes.length = 0;
  for (;;) {
    while (isSpace(text.charCodeAt(at))) at++;
    const code = text.charCodeAt(at);
    if (code === 62) {
      tag.kind = closing ? "close" : "open";
      tag.end = at + 1;
      return;
    }
    if (code === 47 && text.charCodeAt(at + 1) === 62) {
      tag.kind = "empty";
      tag.end = at + 2;
      return;
    }
    at = readAttribute(text, at, tag.attributes);
  }
}

function readAttribute(text: string, from: number, attributes: string[]): number {
  let at = endOfName(text, from);
  const name = text.slice(from, at);
  while (isSpace(text.charCodeAt(at))) at++;
  if (name === "" || text.charCodeAt(at) !== 61) throw badXml("a tag is broken or cut off");
  at += 1;
  while (isSpace(text.charCodeAt(at))) at++;
  const quote = text.charCodeAt(at);
  const end = quote === 34 || quote === 39 ? text.indexOf(quote === 34 ? '"' : "'", at + 1) : -1;
  if (end < 0) throw badXml("an attribute is broken or cut off");
  attributes.push(name, text.slice(at + 1, end));
  return end + 1;
}

function endOfName(text: string, from: number): number {
  let at = from;
  // Letters come behind all that ends a name.
  for (let code = text.charCodeAt(at); code > 62 || !endsName(code); code = text.charCodeAt(at)) at++;
  return at;
}

/** Space, ">", "/", "=", "<" or the end of the text. */
function endsName(code: number): boolean {
  return isSpace(code) || code === 62 || code === 47 || code === 61 || code === 60 || Number.isNaN(code);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
