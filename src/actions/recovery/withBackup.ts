import { readBackups } from "../../workbook/backup";
import type { Session } from "../../workbook/inExcel";
import { entryNames } from "../writing/entries";

/** Texts of the store by name; null for one that is missing or damaged. */
type Texts = Readonly<Record<string, string | null>>;

/**
 * What the store no longer says about what is Tierbook's own, and about what people filled in on the Owners sheet, as
 * the second copy has it.
 */
export async function withBackup(session: Session, texts: Texts): Promise<Texts> {
  const { own, register } = entryNames;
  const lost = [own, register].filter((name) => texts[name] == null);
  if (lost.length === 0) return texts;
  const copies = await readBackups(session);
  const copyOf = (name: string): string | null =>
    copies.map((copy) => (name === own ? copy.own : copy.register)).find((text) => text !== null) ?? null;
  return { ...texts, ...Object.fromEntries(lost.map((name) => [name, copyOf(name)])) };
}
