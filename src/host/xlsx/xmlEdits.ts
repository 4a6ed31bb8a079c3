import type { XmlElement } from "./xmlTree";

/** Text to put in place of a stretch of another text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that do not overlap, in any order; edits at one place follow in the order given. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}

/**
 * Puts children into an element at the places that its schema's sequence demands: existing elements of that name are replaced
 * (or removed where the text is ""), new ones go before the first child that must follow them. Unknown children stay put.
 */
export function placeChildren(
  source: string,
  parent: XmlElement,
  order: readonly string[],
  placed: ReadonlyMap<string, string>,
): Edit[] {
  const edits: Edit[] = [];
  const added: { rank: number; at: number; text: string }[] = [];
  for (const [local, text] of placed) {
    const old = parent.children.filter((candidate) => candidate.local === local);
    old.forEach((element, i) => edits.push({ start: element.start, end: element.end, text: i === 0 ? text : "" }));
    if (old.length === 0 && text !== "")
      added.push({ rank: order.indexOf(local), at: placeFor(parent, order, local), text });
  }
  added.sort((a, b) => a.rank - b.rank);
  if (!parent.empty) return [...edits, ...added.map(({ at, text }) => ({ start: at, end: at, text }))];
  if (added.length === 0) return edits;
  const opening = source.slice(parent.start, parent.end).replace(/\/>$/, ">");
  return [
    {
      start: parent.start,
      end: parent.end,
      text: `${opening}${added.map(({ text }) => text).join("")}</${parent.name}>`,
    },
  ];
}

function placeFor(parent: XmlElement, order: readonly string[], local: string): number {
  const rank = order.indexOf(local);
  // Office writes later additions (mc:AlternateContent) where they belong, so a place is looked for from behind.
  for (let i = parent.children.length - 1; i >= 0; i--) {
    const candidate = parent.children[i] as XmlElement;
    const other = order.indexOf(candidate.local);
    if (other >= 0 && other < rank) return candidate.end;
  }
  const first = parent.children.find((candidate) => order.includes(candidate.local));
  return first?.start ?? parent.contentStart;
}

/** An opening tag with attributes set (or removed where null), all others kept as they are. */
export function withAttributes(
  source: string,
  element: XmlElement,
  changes: Readonly<Record<string, string | null>>,
): Edit {
  let tag = source.slice(element.start, element.contentStart);
  for (const [name, value] of Object.entries(changes)) {
    const pattern = new RegExp(`\\s${name.replace(/[.:]/g, "\\$&")}\\s*=\\s*("[^"]*"|'[^']*')`);
    const written = value === null ? "" : ` ${name}="${value}"`;
    if (pattern.test(tag)) tag = tag.replace(pattern, () => written);
    else if (written) tag = tag.replace(/\s*(\/?>)$/, (_, close: string) => written + close);
  }
  return { start: element.start, end: element.contentStart, text: tag };
}
