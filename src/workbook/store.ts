import type { Session } from "./inExcel";
import { bytesPerSlice } from "./inSlices";
import { sha256 } from "./sha256";

/** The hidden sheet that keeps the plan, the journal and what belongs to Tierbook, unless somebody has a sheet of that name. */
export const storeSheetName = "_tierbook";

/** Where the store is, or will be, as `openStore` found it last: a pane looks at one workbook. */
let standing = storeSheetName;

/** The names that the store may have, the first that is free or its own. */
const possibleNames = [storeSheetName, ...[2, 3, 4].map((number) => `${storeSheetName} ${number}`)];

/** The store's sheet, or nothing where there is none. */
export function storeSheetOrNull(session: Session): Excel.Worksheet {
  return session.workbook.worksheets.getItemOrNullObject(standing);
}

/** The store's sheet, once `openStore` has found it. */
export function storeSheet(session: Session): Excel.Worksheet {
  return session.workbook.worksheets.getItem(standing);
}

/** True for the name of the store's sheet, once `openStore` has found it. */
export function isStoreSheet(name: string): boolean {
  return name === standing;
}

/** Key of the store's sheet: all sheets of ours are marked by a key of their own. */
export const keyedName = "tierbook_keyed";

/** Text per cell: below Excel's 32,767 characters with room to spare. */
const chunkLength = 30_000;

/** No text of ours is longer; what claims to be is not read. */
const longestEntry = 8_000_000;

const headings = ["what", "part", "text", "sha256", "by", "at"] as const;

/** What a text may be called. */
export const entryName = /^[a-z0-9:-]{1,40}$/;

/** First row below the head and the headings, counted from zero. */
export const firstEntryRow = 2;

/** Where one stored text stands. */
export interface Entry {
  readonly row: number;
  readonly parts: number;
  readonly sha256: string;
}

/** What the first cell says: the directory of all texts, and the run in progress. */
export interface Head {
  readonly tierbook: 1;
  readonly entries: Readonly<Record<string, Entry>>;
  /** The run in progress and how far it has come; null while none is. */
  readonly run: { readonly id: string; readonly stage: string } | null;
  /** Tells this store from every other; stores of earlier versions have none until the next run. */
  readonly id?: string;
  /** What the file was called when a run last wrote to it. */
  readonly file?: string;
}

/** The store as found. */
export interface Store {
  readonly exists: boolean;
  /** Null where there is no store, or its first cell is damaged. */
  readonly head: Head | null;
  /** True for a store that holds nothing and is not hidden: its making was interrupted. */
  readonly halfMade: boolean;
  /** The form in which a newer Tierbook keeps it, which this one cannot read; null for our own. */
  readonly newer: number | null;
  /** What the file is called now. */
  readonly file: string;
}

export const emptyHead: Head = { tierbook: 1, entries: {}, run: null };

/**
 * Finds the store.
 *
 * Texts are never overwritten in place: new ones are written to free rows, and then the first cell, one write that
 * Excel does or does not do, makes them count. So the store is always the old or the new one.
 */
export async function openStore(session: Session): Promise<Store> {
  const { worksheets } = session.workbook;
  const sheets = possibleNames.map((name) => worksheets.getItemOrNullObject(name).load("visibility,name"));
  session.workbook.load("name");
  await session.sync();
  const file = session.workbook.name;
  const found = sheets.filter(({ isNullObject }) => !isNullObject);
  const heads = found.map((sheet) => sheet.getRange("A1:F2").load("values"));
  const used = found.map((sheet) => sheet.getUsedRangeOrNullObject(true).load("address"));
  if (found.length > 0) await session.sync();
  const at = found.findIndex(
    ({ visibility }, i) =>
      visibility !== "Visible" || used[i]?.isNullObject === true || isStore(heads[i]?.values ?? []),
  );
  const sheet = found[at];
  standing = sheet?.name ?? possibleNames.find((_, i) => sheets[i]?.isNullObject) ?? storeSheetName;
  if (!sheet) return { exists: false, head: null, halfMade: false, newer: null, file };
  const text = heads[at]?.values[0]?.[0] as unknown;
  const form = Number(/^\{"tierbook":(\d{1,6}),/.exec(String(text))?.[1] ?? 1);
  return {
    exists: true,
    head: readHead(text),
    halfMade: text === "" && sheet.visibility === "Visible",
    newer: form > 1 ? form : null,
    file,
  };
}

/** Whether the first rows of a sheet that people can see are those of a store, and not a user's own. */
function isStore([head, names]: readonly (readonly unknown[])[]): boolean {
  return String(head?.[0]).startsWith('{"tierbook":') || headings.every((heading, i) => names?.[i] === heading);
}

/** The texts by name; null for one that is missing or whose check sum does not fit. */
export async function readEntries(
  session: Session,
  head: Head,
  names: readonly string[],
): Promise<Readonly<Record<string, string | null>>> {
  const found: Record<string, string | null> = {};
  for (const name of names) {
    const entry = Object.hasOwn(head.entries, name) ? head.entries[name] : undefined;
    found[name] = entry ? await readEntry(session, entry) : null;
  }
  return found;
}

async function readEntry(session: Session, entry: Entry): Promise<string | null> {
  const sheet = storeSheet(session);
  const parts: string[] = [];
  const partsPerSlice = Math.floor(bytesPerSlice / (3 * chunkLength));
  for (let part = 0; part < entry.parts; part += partsPerSlice) {
    const count = Math.min(partsPerSlice, entry.parts - part);
    const range = sheet.getRangeByIndexes(entry.row + part, 2, count, 1).load("values");
    await session.sync();
    for (const [text] of range.values as unknown[][]) parts.push(typeof text === "string" ? text.slice(1) : "");
  }
  const text = parts.join("");
  return (await sha256(text)) === entry.sha256 ? text : null;
}

/**
 * Writes texts to free rows of the store. They count once the returned head is written by `queueHead`.
 *
 * @param drop - names of texts that the new head no longer knows
 */
export async function writeEntries(
  session: Session,
  head: Head,
  texts: Readonly<Record<string, string>>,
  mark: { readonly by: string; readonly at: string },
  drop: readonly string[] = [],
): Promise<Head> {
  const sheet = storeSheet(session);
  const entries: Record<string, Entry> = { ...head.entries };
  const used = Object.values(head.entries).map(({ row, parts }) => ({ row, parts }));
  let waiting = 0;
  for (const [name, text] of Object.entries(texts)) {
    const hash = await sha256(text);
    const chunks = chunksOf(text);
    const parts = chunks.length;
    const row = freeRow(used, parts);
    used.push({ row, parts });
    entries[name] = { row, parts, sha256: hash };
    for (const [part, chunk] of chunks.entries()) {
      const bytes = 3 * chunk.length;
      if (waiting > 0 && waiting + bytes > bytesPerSlice) await session.sync();
      waiting = waiting + bytes > bytesPerSlice ? bytes : waiting + bytes;
      const cells = sheet.getRangeByIndexes(row + part, 0, 1, headings.length);
      cells.numberFormat = [headings.map(() => "@")];
      // The bar keeps a part from beginning like a formula.
      cells.values = [[name, String(part + 1), `|${chunk}`, hash, `|${mark.by}`, mark.at]];
    }
  }
  for (const name of drop) delete entries[name];
  return { ...head, entries };
}

/** Puts the writing of the head into the batch: one cell, so that it happens or does not. */
export function queueHead(session: Session, head: Head): void {
  const cell = storeSheet(session).getRange("A1");
  cell.numberFormat = [["@"]];
  cell.values = [[JSON.stringify(head)]];
}

/** Puts the making of the store into the batch. */
export function queueStoreSheet(session: Session): void {
  const sheet = session.workbook.worksheets.add(standing);
  sheet.visibility = "Hidden";
  sheet.customProperties.add(keyedName, "1");
  sheet.getRange("A2:F2").values = [[...headings]];
}

/** Puts the clearing of rows that no text uses any more into the batch. */
export function queueSweep(session: Session, before: Head, now: Head): void {
  const sheet = storeSheet(session);
  const kept = new Set(Object.values(now.entries).map(({ row }) => row));
  for (const { row, parts } of Object.values(before.entries)) {
    if (!kept.has(row)) sheet.getRangeByIndexes(row, 0, parts, headings.length).clear();
  }
}

/** A text in parts that each fit a cell. None ends within a character of two code units: Excel keeps no half of one. */
function chunksOf(text: string): readonly string[] {
  const chunks: string[] = [];
  let from = 0;
  do {
    const to = from + chunkLength;
    const end = /[\uD800-\uDBFF]/.test(text[to - 1] ?? "") && to < text.length ? to - 1 : to;
    chunks.push(text.slice(from, end));
    from = end;
  } while (from < text.length);
  return chunks;
}

function freeRow(used: readonly { row: number; parts: number }[], parts: number): number {
  let row = firstEntryRow;
  for (const entry of [...used].sort((a, b) => a.row - b.row)) {
    if (entry.row - row >= parts) return row;
    row = Math.max(row, entry.row + entry.parts);
  }
  return row;
}

/** The head is as untrusted as everything that comes out of a file. */
function readHead(text: unknown): Head | null {
  if (typeof text !== "string" || text.length > chunkLength || !text.startsWith('{"tierbook":1,')) return null;
  try {
    const { entries, run, id, file } = JSON.parse(text) as Record<string, unknown>;
    if (typeof entries !== "object" || entries === null || !isRun(run)) return null;
    const checked: Record<string, Entry> = {};
    for (const [name, entry] of Object.entries(entries)) {
      if (!entryName.test(name) || !isEntry(entry)) return null;
      checked[name] = { row: entry.row, parts: entry.parts, sha256: entry.sha256 };
    }
    return {
      tierbook: 1,
      entries: checked,
      run: run === null ? null : { id: run.id, stage: run.stage },
      ...(typeof id === "string" && /^[0-9a-f-]{8,40}$/.test(id) ? { id } : {}),
      ...(typeof file === "string" && file.length <= 255 ? { file } : {}),
    };
  } catch {
    return null;
  }
}

function isRun(run: unknown): run is Head["run"] {
  if (run === null) return true;
  const { id, stage } = (run ?? {}) as { id?: unknown; stage?: unknown };
  return typeof id === "string" && /^[0-9a-f-]{8,40}$/.test(id) && typeof stage === "string" && stage.length < 20;
}

export function isEntry(entry: unknown): entry is Entry {
  const { row, parts, sha256: hash } = (entry ?? {}) as Record<string, unknown>;
  return (
    Number.isInteger(row) &&
    (row as number) >= firstEntryRow &&
    (row as number) < 1_000_000 &&
    Number.isInteger(parts) &&
    (parts as number) >= 1 &&
    (parts as number) * chunkLength <= longestEntry &&
    typeof hash === "string" &&
    /^[0-9a-f]{64}$/.test(hash)
  );
}
