import {
  addPart,
  draftText,
  freePath,
  hasDraftPart,
  relate,
  setText,
  spreadsheetNamespace,
  xmlHeader,
  type Draft,
} from "./draft";
import { escapeText } from "./escape";
import type { SharedStrings } from "./sharedStrings";
import { applyEdits, withAttributes, type Edit } from "./xmlEdits";
import { parseXml, prefixOf } from "./xmlTree";

/**
 * The shared texts of a file being written: those in use keep their numbers. New ones take the places of texts that no cell holds
 * any more, and then come behind the others, so that a book does not grow by being written again, and what was taken out of its
 * cells cannot be read in the file.
 */
export interface StringTable {
  /** Number of a text without formatting. */
  numberOf(text: string): number;
  /** Puts added texts into the draft, and takes those out that nobody uses. */
  write(draft: Draft, workbookPath: string, path: string | undefined): void;
}

/** The longest text that a cell can hold. Source: Excel specifications and limits. */
const longest = 32_767;
/** Longer texts go behind the others: packing finds them alike in the same way each time, wherever free places are. */
const longText = 8_000;

/** @param inUse - the texts that stand in cells; null where that cannot be told, and none is taken out */
export function stringTable({ texts, rich }: SharedStrings, inUse: () => ReadonlySet<string> | null): StringTable {
  let state: { readonly numbers: Map<string, number>; readonly free: number[] } | null = null;
  const added = new Map<number, string>();
  let next = texts.length;
  const opened = (): NonNullable<typeof state> => {
    if (state) return state;
    const used = inUse();
    state = { numbers: new Map(), free: [] };
    // From behind, so that the first of equal texts counts, and the first free place is taken first.
    for (let i = texts.length - 1; i >= 0; i--) {
      const text = texts[i] as string;
      if (used && !used.has(text)) state.free.push(i);
      else if (!rich.has(i)) state.numbers.set(text, i);
    }
    return state;
  };
  return {
    numberOf(text) {
      const { numbers, free } = opened();
      let number = numbers.get(text);
      if (number === undefined) {
        if (text.length > longest)
          throw new RangeError(`writeXlsx requires texts of up to ${longest} characters, got ${text.length}`);
        number = text.length > longText ? next++ : (free.pop() ?? next++);
        numbers.set(text, number);
        added.set(number, text);
      }
      return number;
    },
    write(draft, workbookPath, path) {
      const { free } = opened();
      if (added.size === 0 && free.length === 0) return;
      writeTexts(draft, path ?? newPart(draft, workbookPath), added, free, texts.length);
    },
  };
}

function writeTexts(
  draft: Draft,
  path: string,
  added: ReadonlyMap<number, string>,
  free: readonly number[],
  before: number,
): void {
  const source = draftText(draft, path);
  const root = parseXml(source, "si");
  const x = prefixOf(root);
  const item = (text: string): string => `<${x}si><${x}t${spaced(text)}>${escapeText(text)}</${x}t></${x}si>`;
  const items = root.children.filter(({ local }) => local === "si");
  const gone = new Set(free);
  const behind = [...added].filter(([number]) => number >= before).map(([, text]) => item(text));
  // Only where nothing comes behind it may the end of the list go: the texts behind keep their numbers.
  let kept = before;
  while (behind.length === 0 && kept > 0 && gone.has(kept - 1)) kept -= 1;
  const edits: Edit[] = items.flatMap(({ start, end }, number) => {
    const text = added.get(number);
    if (text !== undefined) return [{ start, end, text: item(text) }];
    return gone.has(number) ? [{ start, end, text: number < kept ? `<${x}si><${x}t/></${x}si>` : "" }] : [];
  });
  // The optional total of references would be wrong now; the number of texts is exact.
  const count = behind.length > 0 ? before + behind.length : kept;
  const opening = withAttributes(source, root, { count: null, uniqueCount: String(count) });
  if (root.empty)
    edits.push({ ...opening, text: `${opening.text.replace(/\s*\/>$/, ">")}${behind.join("")}</${root.name}>` });
  else {
    const last = items.at(-1)?.end ?? root.contentStart;
    edits.push(opening, { start: last, end: last, text: behind.join("") });
  }
  setText(draft, path, applyEdits(source, edits));
}

function newPart(draft: Draft, workbookPath: string): string {
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf("/") + 1);
  const plain = `${folder}sharedStrings.xml`;
  const path = hasDraftPart(draft, plain) ? freePath(draft, `${folder}sharedStrings`, ".xml") : plain;
  addPart(
    draft,
    path,
    "spreadsheetml.sharedStrings+xml",
    `${xmlHeader}<sst xmlns="${spreadsheetNamespace(draft)}"></sst>`,
  );
  relate(draft, workbookPath, "sharedStrings", path);
  return path;
}

/** XML readers may drop white space around a text unless told otherwise. */
function spaced(text: string): string {
  return /^[ \t\r\n]|[ \t\r\n]$|\n|\t| {2}/.test(text) ? ' xml:space="preserve"' : "";
}
