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
import { applyEdits, withAttributes } from "./xmlEdits";
import { parseXml, prefixOf } from "./xmlTree";

/** The shared texts of a file being written: old ones keep their numbers, new ones are added behind them. */
export interface StringTable {
  /** Number of a text without formatting. */
  numberOf(text: string): number;
  /** Puts the added texts into the draft. */
  write(draft: Draft, workbookPath: string, path: string | undefined): void;
}

/** The longest text that a cell can hold. Source: Excel specifications and limits. */
const longest = 32_767;

export function stringTable({ texts, rich }: SharedStrings): StringTable {
  let numbers: Map<string, number> | null = null;
  const added: string[] = [];
  return {
    numberOf(text) {
      if (!numbers) {
        numbers = new Map();
        for (let i = texts.length - 1; i >= 0; i--) if (!rich.has(i)) numbers.set(texts[i] as string, i);
      }
      let number = numbers.get(text);
      if (number === undefined) {
        if (text.length > longest)
          throw new RangeError(`writeXlsx requires texts of up to ${longest} characters, got ${text.length}`);
        number = texts.length + added.length;
        numbers.set(text, number);
        added.push(text);
      }
      return number;
    },
    write(draft, workbookPath, path) {
      if (added.length === 0) return;
      appendTexts(draft, path ?? newPart(draft, workbookPath), added, texts.length);
    },
  };
}

function appendTexts(draft: Draft, path: string, added: readonly string[], before: number): void {
  const source = draftText(draft, path);
  const root = parseXml(source, "si");
  const x = prefixOf(root);
  const items = added.map((text) => `<${x}si><${x}t${spaced(text)}>${escapeText(text)}</${x}t></${x}si>`).join("");
  // The optional total of references would be wrong now; the number of texts is exact.
  const opening = withAttributes(source, root, { count: null, uniqueCount: String(before + added.length) });
  const last = root.children.filter(({ local }) => local === "si").at(-1)?.end ?? root.contentStart;
  const edits = root.empty
    ? [{ ...opening, text: `${opening.text.replace(/\s*\/>$/, ">")}${items}</${root.name}>` }]
    : [opening, { start: last, end: last, text: items }];
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
