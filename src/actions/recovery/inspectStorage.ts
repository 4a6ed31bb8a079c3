import { readBackups, readPointer, type FoundBackup } from "../../workbook/backup";
import { inExcel, type Session } from "../../workbook/inExcel";
import { findSheets, ownSheet, type FoundSheet, stagingMark } from "../../workbook/ownSheets";
import { openStore, readEntries, storeSheetName, type Head, type Store } from "../../workbook/store";
import { newestPlan, planOfSheets } from "../storedPlan";
import { entryNames, planEntry, planRevision } from "../writing/entries";
import { ownNothing, readStored } from "../writing/journal";
import { headAgain } from "./openStored";
import { otherPlans } from "./otherPlans";
import type { RebuiltPlan } from "./rebuiltPlan";

/** Texts whose loss people notice. */
const noticed = [entryNames.own, entryNames.docs, entryNames.runs, entryNames.register, entryNames.labels] as const;

/** Something about what Tierbook keeps in the workbook that is not as it should be. */
export type StorageFinding =
  /** The directory of the store was damaged, and made again of what stands there. */
  | { readonly kind: "directory-rebuilt" | "directory-lost" }
  /** The hidden sheet is gone: without it, or with the second copy of the plan. */
  | { readonly kind: "store-missing"; readonly revision: number }
  /** No copy of the plan is left, and the sheets say it. */
  | ({ readonly kind: "rebuilt"; readonly owners: boolean } & Rebuilt)
  | { readonly kind: "plan-restored"; readonly from: "earlier" | "backup"; readonly revision: number }
  /** Whole plans that count for nothing, as merging what several people saved leaves them: the next writing keeps them. */
  | { readonly kind: "other-plans"; readonly plans: number }
  | { readonly kind: "text-lost"; readonly name: (typeof noticed)[number] }
  | { readonly kind: "copy-missing" | "copy-damaged" | "copy-differs" | "pointer-missing" }
  /** Its people are kept, so many segments of them. */
  | { readonly kind: "owners-missing"; readonly rows: number }
  /** A sheet that looks like one of ours, as copying and merging leave it. */
  | { readonly kind: "sheet-twice"; readonly sheet: string; readonly of: string }
  | { readonly kind: "large"; readonly characters: number };

/** What was made again of the visible sheets, by name. */
interface Rebuilt {
  readonly sheet: string;
  readonly segmentations: readonly string[];
  readonly columns: readonly string[];
  /** Segmentations that the sheet names and does not tell, with the cell to put right where it is known. */
  readonly lost: RebuiltPlan["lost"];
}

export interface StorageReport {
  readonly findings: readonly StorageFinding[];
  /** What the file was called when Tierbook last wrote to it, where that is another name than now. */
  readonly renamed: { readonly before: string; readonly now: string } | null;
  /** Texts that are damaged, for whoever wants to look at them. */
  readonly damaged: readonly { readonly name: string; readonly text: string }[];
}

/** Characters of all that is kept, without what is kept per customer for a month or for undoing. */
const manyCharacters = 750_000;
const charactersPerPart = 30_000;

/**
 * Compares the store, its second copy and the pointer, and looks for copies of our sheets. Reads only.
 *
 * @returns null where nothing of ours is in the workbook, or a run is under way
 */
export function inspectStorage(): Promise<StorageReport | null> {
  return inExcel("workbook", async (session) => {
    const store = await openStore(session);
    if (store.newer !== null || store.halfMade || store.head?.run) return null;
    const head = store.head ?? (store.exists ? await headAgain(session) : null);
    const sheets = await findSheets(session);
    const copies = await readBackups(session);
    const ours = sheets.some(({ mark }) => mark !== null && mark !== stagingMark);
    if (!store.exists && copies.length === 0 && !ours) return null;
    const texts = head ? await readEntries(session, head, [...noticed]) : {};
    const rebuilt = await rebuiltFindings(session, head, sheets);
    const findings = [
      ...(rebuilt.length > 0 ? rebuilt : directoryFindings(store, head, copies)),
      ...(await planFindings(session, head, copies)),
      ...(await otherFindings(session, head)),
      ...noticed.flatMap((name) =>
        head && Object.hasOwn(head.entries, name) && texts[name] === null ? [{ kind: "text-lost", name } as const] : [],
      ),
      ...ownersFindings(sheets, texts, copies),
      ...twiceFindings(sheets, texts[entryNames.own]),
      ...sizeFindings(head),
    ];
    const before = head?.file;
    const renamed = before !== undefined && before !== store.file ? { before, now: store.file } : null;
    const damaged = copies.flatMap(({ plan, xml }) =>
      plan === null ? [{ name: "tierbook-copy.xml", text: xml }] : [],
    );
    return { findings, renamed, damaged };
  });
}

/** Where no copy of the plan is left: what the sheets say of it. */
async function rebuiltFindings(
  session: Session,
  head: Head | null,
  sheets: readonly FoundSheet[],
): Promise<readonly StorageFinding[]> {
  if ((head !== null && planRevision(head) === 0) || (await newestPlan(session, head))) return [];
  const rebuilt = await planOfSheets(session);
  if (rebuilt === null || rebuilt.written.length + rebuilt.lost.length === 0) return [];
  const { sheet, plan, written, lost } = rebuilt;
  const segmentations = plan?.segmentations.map(({ name }) => name) ?? [];
  const columns = written.map(({ name }) => name);
  const owners = ownSheet(sheets, "owners", undefined) !== null;
  return [{ kind: "rebuilt", sheet, segmentations, columns, owners, lost }];
}

function directoryFindings(store: Store, head: Head | null, copies: readonly FoundBackup[]): readonly StorageFinding[] {
  if (!store.exists)
    return [{ kind: "store-missing", revision: copies.find(({ plan }) => plan !== null)?.revision ?? 0 }];
  if (store.head !== null) return [];
  return [{ kind: head === null ? "directory-lost" : "directory-rebuilt" }];
}

async function planFindings(
  session: Session,
  head: Head | null,
  copies: readonly FoundBackup[],
): Promise<readonly StorageFinding[]> {
  const revision = head ? planRevision(head) : 0;
  if (head === null || revision === 0) return [];
  const found = await newestPlan(session, head);
  if (found && found.from !== "store") return [{ kind: "plan-restored", from: found.from, revision: found.revision }];
  if (found === null) return [];
  const pointer = await readPointer(session);
  const pointing: readonly StorageFinding[] = pointer === null ? [{ kind: "pointer-missing" }] : [];
  const [copy] = copies;
  if (!copy) return [{ kind: "copy-missing" }, ...pointing];
  if (copy.plan === null) return [{ kind: "copy-damaged" }, ...pointing];
  const own = (await readEntries(session, head, [planEntry(revision)]))[planEntry(revision)];
  return copy.plan === own && copies.length === 1 ? pointing : [{ kind: "copy-differs" }, ...pointing];
}

async function otherFindings(session: Session, head: Head | null): Promise<readonly StorageFinding[]> {
  if (head === null || planRevision(head) === 0) return [];
  const used = await newestPlan(session, head);
  const others = await otherPlans(session, head);
  const plans = others.filter(({ kept, text }) => kept === null && text !== used?.text).length;
  return plans > 0 ? [{ kind: "other-plans", plans }] : [];
}

function ownersFindings(
  sheets: readonly FoundSheet[],
  texts: Readonly<Record<string, string | null>>,
  copies: readonly FoundBackup[],
): readonly StorageFinding[] {
  if (ownSheet(sheets, "owners", undefined) !== null) return [];
  const text = texts[entryNames.register] ?? copies.find(({ register }) => register !== null)?.register;
  const rows = (readStored("register", text) ?? []).filter(({ values }) => Object.keys(values).length > 0).length;
  return rows > 0 ? [{ kind: "owners-missing", rows }] : [];
}

/** Two sheets with one mark: the one that the store remembers goes on, the other one is told. */
function twiceFindings(sheets: readonly FoundSheet[], text: string | null | undefined): readonly StorageFinding[] {
  const own = readStored("own", text) ?? ownNothing;
  const marked = sheets.flatMap(({ name, mark }): StorageFinding[] => {
    // A list on demand may stand on several sheets.
    if (mark === null || mark === stagingMark || own.sheets.every(({ id }) => id !== mark)) return [];
    const of = ownSheet(sheets, mark, own.sheets.find(({ id }) => id === mark)?.name);
    return of === null || of === name ? [] : [{ kind: "sheet-twice", sheet: name, of }];
  });
  const stores = sheets.filter(({ name }) => name !== storeSheetName && /^_tierbook [([-]/.test(name));
  return [...marked, ...stores.map(({ name }) => ({ kind: "sheet-twice", sheet: name, of: storeSheetName }) as const)];
}

function sizeFindings(head: Head | null): readonly StorageFinding[] {
  const perCustomer = /^(labels|seen|undo|changes|carried)|-undo$/;
  const parts = Object.entries(head?.entries ?? {}).reduce(
    (sum, [name, entry]) => sum + (perCustomer.test(name) ? 0 : entry.parts),
    0,
  );
  const characters = parts * charactersPerPart;
  return characters > manyCharacters ? [{ kind: "large", characters }] : [];
}
