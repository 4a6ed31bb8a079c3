import { decodeXml, unescapeText } from "./escape";
import { attributeOf, badXml, localName, newTag, nextTag } from "./xmlTag";

/** The texts that cells refer to by number. */
export interface SharedStrings {
  readonly texts: readonly string[];
  /** Numbers of the texts that carry more than text: runs of formatting, phonetic hints. */
  readonly rich: ReadonlySet<number>;
}

export const noStrings: SharedStrings = { texts: [], rich: new Set() };

/** Reads xl/sharedStrings.xml. Formatted runs are joined to plain text; phonetic hints are no part of it. */
export function readSharedStrings(text: string): SharedStrings {
  const texts: string[] = [];
  const rich = new Set<number>();
  const tag = newTag();
  let at = 0;
  while (nextTag(text, at, tag)) {
    at = tag.end;
    if (tag.kind === "close" || localName(tag.name) !== "si") continue;
    if (tag.kind === "empty") {
      texts.push("");
      continue;
    }
    const item = readRichText(text, at, "si");
    if (item.rich) rich.add(texts.length);
    texts.push(item.text);
    at = item.end;
  }
  return { texts, rich };
}

/** Text of an `si` or `is` element whose content starts at an offset. */
export function readRichText(
  text: string,
  from: number,
  closing: "si" | "is",
): { text: string; rich: boolean; end: number } {
  const tag = newTag();
  let joined = "";
  let rich = false;
  let phonetic = false;
  let at = from;
  while (nextTag(text, at, tag)) {
    at = tag.end;
    const name = localName(tag.name);
    if (tag.kind === "close" && name === closing) return { text: detached(joined), rich, end: at };
    if (name === "rPh") phonetic = tag.kind === "open";
    if (name !== "t") rich = true;
    if (name !== "t" || tag.kind !== "open") continue;
    const preserved = attributeOf(tag, "xml:space") === "preserve";
    const end = textEnd(text, at);
    const raw = text.slice(at, end);
    // White space around a text counts only where the file says so, or Excel drops it.
    if (!phonetic) joined += unescapeText(content(preserved ? raw : raw.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "")));
    if (!nextTag(text, end, tag)) throw badXml("a text is not closed");
    at = tag.end;
  }
  throw badXml("a text is not closed");
}

/** Offset of the tag that ends a text, CDATA sections passed over. */
export function textEnd(text: string, from: number): number {
  let at = text.indexOf("<", from);
  while (at >= 0 && text.startsWith("<![CDATA[", at)) {
    const end = text.indexOf("]]>", at);
    at = end < 0 ? -1 : text.indexOf("<", end);
  }
  if (at < 0) throw badXml("a text is not closed");
  return at;
}

/** Raw content of an element as text. */
export function content(raw: string): string {
  if (!raw.includes("<![CDATA[")) return decodeXml(raw);
  return raw
    .split(/(<!\[CDATA\[[^]*?\]\]>)/)
    .map((piece, i) => (i % 2 === 0 ? decodeXml(piece) : piece.slice(9, -3)))
    .join("");
}

/** A copy that does not hold on to the part it was cut from, which may have tens of megabytes. */
export function detached(text: string): string {
  return text.length < 13 ? text : decoder.decode(encoder.encode(text));
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
