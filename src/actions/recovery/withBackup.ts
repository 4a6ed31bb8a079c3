import { readBackups } from "../../workbook/backup";
import type { Session } from "../../workbook/inExcel";
import { planOfSheets } from "../storedPlan";
import { entryNames } from "../writing/entries";
import { rebuiltOwn } from "./rebuiltOwn";

/** Texts of the store by name; null for one that is missing or damaged. */
type Texts = Readonly<Record<string, string | null>>;

/**
 * What the store no longer says about what is Tierbook's own, and about what people filled in on the Owners sheet, as
 * the second copy has it, and where that is gone too, as the visible sheets say.
 */
export async function withBackup(session: Session, texts: Texts): Promise<Texts> {
  const { own, register } = entryNames;
  const lost = [own, register].filter((name) => texts[name] == null);
  if (lost.length === 0) return texts;
  const copies = await readBackups(session);
  const copyOf = (name: string): string | null =>
    copies.map((copy) => (name === own ? copy.own : copy.register)).find((text) => text !== null) ?? null;
  const copied: Texts = { ...texts, ...Object.fromEntries(lost.map((name) => [name, copyOf(name)])) };
  if (copied[own] != null) return copied;
  const rebuilt = await planOfSheets(session);
  return rebuilt === null ? copied : { ...copied, [own]: JSON.stringify(await rebuiltOwn(session, rebuilt)) };
}
