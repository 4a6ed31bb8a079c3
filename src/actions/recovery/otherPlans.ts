import { readPlan } from "../../plan/readPlan";
import { readBackups } from "../../workbook/backup";
import type { Session } from "../../workbook/inExcel";
import { scanStore } from "../../workbook/scanStore";
import { sha256 } from "../../workbook/sha256";
import { readEntries, storeSheet, writeEntries, type Entry, type Head } from "../../workbook/store";
import { entryNames } from "../writing/entries";

/** A plan that counts for nothing and stands whole in the workbook, as merging what two people saved leaves it. */
export interface OtherPlan {
  readonly text: string;
  /** When it was saved, ISO 8601 in UTC, and by whom; null where nobody says. */
  readonly saved: { readonly at: string; readonly person: string } | null;
  /** Its name in the directory, once a writing has kept it there. */
  readonly kept: string | null;
  /** Where it stands in the store; null where only the second copy has it. */
  readonly entry: Entry | null;
}

/** What a plan is called that lost against another one saved at the same time. */
const otherName = /^other:\d{1,9}$/;

const isOther = (name: string): boolean => otherName.test(name);

/** So many of them are kept, the youngest. */
const mostOthers = 5;

/** The plans that the directory does not count: those that are kept, those that only stand there, and the second copy's. */
export async function otherPlans(session: Session, head: Head): Promise<readonly OtherPlan[]> {
  const counted = Object.entries(head.entries).filter(([name]) => name.startsWith("plan"));
  const scanned = await scanStore(session);
  // What a writing left that was stopped before it counted is nobody's settings.
  const begun = new Set(scanned.flatMap(({ name, at }) => (name === entryNames.journal ? [at] : [])));
  const seen = new Set(counted.map(([, { sha256: sum }]) => sum));
  const found: OtherPlan[] = [];
  for (const { name, at, row, parts, sha256: sum } of scanned) {
    const [kept = null] = Object.entries(head.entries).find(([known, one]) => isOther(known) && one.row === row) ?? [];
    if (!/^(?:plan|other:)/.test(name) || begun.has(at) || (seen.has(sum) && kept === null)) continue;
    const entry = { row, parts, sha256: sum };
    const text = (await readEntries(session, { ...head, entries: { [name]: entry } }, [name]))[name] ?? null;
    if (text === null || !isPlan(text)) continue;
    seen.add(sum);
    found.push({ text, saved: await savedAt(session, row), kept, entry });
  }
  for (const { plan } of await readBackups(session)) {
    const sum = plan === null ? "" : await sha256(plan);
    if (plan === null || !isPlan(plan) || (seen.has(sum) && (await isWhole(session, head, sum)))) continue;
    if (found.every(({ text }) => text !== plan)) found.push({ text: plan, saved: null, kept: null, entry: null });
  }
  return found;
}

/**
 * The directory with every such plan in it, before something else is written to its rows or over the second copy. They
 * are kept until five younger ones have come.
 */
export async function keepOthers(session: Session, head: Head): Promise<Head> {
  const others = (await otherPlans(session, head)).filter(({ kept }) => kept === null);
  if (others.length === 0) return head;
  const numbers = Object.keys(head.entries).map((name) => (isOther(name) ? Number(name.slice(6)) : 0));
  const last = Math.max(0, ...numbers);
  const named = others.map((other, i) => [`other:${last + 1 + i}`, other] as const);
  const standing = named.flatMap(([name, { entry }]) => (entry ? [[name, entry] as const] : []));
  const texts = named.flatMap(([name, { entry, text }]) => (entry ? [] : [[name, text] as const]));
  const entries = { ...head.entries, ...Object.fromEntries(standing) };
  const gone = Object.keys(entries).filter(
    (name) => isOther(name) && Number(name.slice(6)) <= last + others.length - mostOthers,
  );
  return writeEntries(session, { ...head, entries }, Object.fromEntries(texts), { by: "", at: "" }, gone);
}

/** True if a text of this check sum is whole where the directory says. */
async function isWhole(session: Session, head: Head, sum: string): Promise<boolean> {
  for (const [name, entry] of Object.entries(head.entries)) {
    if (entry.sha256 !== sum) continue;
    if ((await readEntries(session, head, [name]))[name] !== null) return true;
  }
  return false;
}

function isPlan(text: string): boolean {
  try {
    readPlan(text);
    return true;
  } catch {
    return false;
  }
}

async function savedAt(session: Session, row: number): Promise<OtherPlan["saved"]> {
  const cells = storeSheet(session).getRangeByIndexes(row, 4, 1, 2).load("values");
  await session.sync();
  const [by, at] = (cells.values[0] ?? []).map(String);
  const isMoment = at !== undefined && !Number.isNaN(Date.parse(at));
  return isMoment ? { at, person: (by ?? "").slice(1, 256) } : null;
}
