import type { Session } from "./inExcel";
import { sha256 } from "./sha256";

/** Namespace of the custom XML part that keeps a second copy of the plan. */
export const planNamespace = "urn:tierbook:plan:1";

/** Larger parts are known to fail in Office on the web. In bytes of the XML as UTF-8. */
export const longestPart = 512 * 1024;

const settingName = "tierbook";

/** What is kept a second time, where deleting hidden sheets does not reach. */
export interface BackupTexts {
  readonly plan: string;
  /** Revision of that plan, counted from one. */
  readonly revision: number;
  /** What people filled in on the Owners sheet, and what belongs to Tierbook; null where there is none. */
  readonly register: string | null;
  readonly own: string | null;
}

/** A second copy as found. A text that is missing or whose check sum does not fit is null. */
export interface FoundBackup extends Omit<BackupTexts, "plan"> {
  readonly plan: string | null;
  /** The part as it stands, for whoever wants to look at what is damaged. */
  readonly xml: string;
}

/** What the settings say of the store: a pointer, which may be wiped at any time. */
export interface Pointer {
  /** Check sum of the newest plan. */
  readonly plan: string;
  /** Its revision; 0 where an earlier Tierbook did not say. */
  readonly revision: number;
}

/** Keeps the second copy and points to it in the settings. What does not fit is left out, the plan last. */
export async function writeBackup(session: Session, texts: BackupTexts, store: string | undefined): Promise<void> {
  const parts = session.workbook.customXmlParts.getByNamespace(planNamespace).load("items/id");
  await session.sync();
  const xml = await fittingPart(texts);
  const [first, ...others] = parts.items;
  for (const other of others) other.delete();
  if (xml === null) first?.delete();
  else if (first) first.setXml(xml);
  else session.workbook.customXmlParts.add(xml);
  const plan = await sha256(texts.plan);
  session.workbook.settings.add(settingName, {
    schema: 1,
    plan,
    revision: texts.revision,
    ...(store ? { store } : {}),
  });
  await session.sync();
}

async function fittingPart({ plan, revision, register, own }: BackupTexts): Promise<string | null> {
  const planElement = await element("plan", plan, ` revision="${revision}"`);
  const more = [await element("own", own), await element("register", register)];
  for (const elements of [[planElement, ...more], [planElement, more[0] ?? ""], [planElement]]) {
    const xml = `<backup xmlns="${planNamespace}">${elements.join("")}</backup>`;
    if (new TextEncoder().encode(xml).length <= longestPart) return xml;
  }
  return null;
}

async function element(name: string, text: string | null, more = ""): Promise<string> {
  return text === null ? "" : `<${name}${more} sha256="${await sha256(text)}">${escaped(text)}</${name}>`;
}

/** Takes the second copy away, where no plan is left. */
export async function clearBackup(session: Session): Promise<void> {
  const parts = session.workbook.customXmlParts.getByNamespace(planNamespace).load("items/id");
  const pointer = session.workbook.settings.getItemOrNullObject(settingName).load("key");
  await session.sync();
  for (const part of parts.items) part.delete();
  if (!pointer.isNullObject) pointer.delete();
  await session.sync();
}

/** The second copies, that of the newest revision first: a merge may have left several. Larger parts are not read. */
export async function readBackups(session: Session): Promise<readonly FoundBackup[]> {
  const parts = session.workbook.customXmlParts.getByNamespace(planNamespace).load("items/id");
  await session.sync();
  const texts = parts.items.slice(0, 10).map((part) => part.getXml());
  if (texts.length > 0) await session.sync();
  const found: FoundBackup[] = [];
  for (const { value } of texts) {
    if (value.length > longestPart) continue;
    const plan = await textIn(value, "plan");
    found.push({
      plan: plan.text,
      revision: Number(/ revision="(\d{1,9})"/.exec(plan.head)?.[1] ?? 0),
      register: (await textIn(value, "register")).text,
      own: (await textIn(value, "own")).text,
      xml: value,
    });
  }
  return found.sort((a, b) => b.revision - a.revision);
}

/** What the settings say, or null. */
export async function readPointer(session: Session): Promise<Pointer | null> {
  const setting = session.workbook.settings.getItemOrNullObject(settingName).load("value");
  await session.sync();
  if (setting.isNullObject) return null;
  const { plan, revision } = (setting.value ?? {}) as { readonly plan?: unknown; readonly revision?: unknown };
  return typeof plan === "string" ? { plan, revision: Number.isInteger(revision) ? (revision as number) : 0 } : null;
}

/** Finds an element by its ends alone: no pattern goes through a hostile text more than once. */
async function textIn(xml: string, name: string): Promise<{ readonly head: string; readonly text: string | null }> {
  const start = xml.indexOf(`<${name} `);
  const end = start < 0 ? -1 : xml.indexOf(">", start);
  const close = end < 0 ? -1 : xml.indexOf(`</${name}>`, end);
  if (close < 0) return { head: "", text: null };
  const head = xml.slice(start, Math.min(end, start + 1_000));
  const text = unescaped(xml.slice(end + 1, close));
  const sum = / sha256="([0-9a-f]{64})"/.exec(head)?.[1];
  return { head, text: (await sha256(text)) === sum ? text : null };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
