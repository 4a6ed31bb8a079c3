import type { Session } from "./inExcel";
import { sha256 } from "./sha256";

/** Namespace of the custom XML part that keeps a second copy of the plan. */
export const planNamespace = "urn:tierbook:plan:1";

/** Larger parts are known to fail in Office on the web. In UTF-16 units of the XML. */
const longestPart = 512 * 1024;

const settingName = "tierbook";

/** Keeps a second copy of the plan where deleting hidden sheets does not reach, and a pointer in the settings. */
export async function writeBackup(session: Session, plan: string, revision: number): Promise<void> {
  const parts = session.workbook.customXmlParts.getByNamespace(planNamespace).load("items/id");
  await session.sync();
  const hash = await sha256(plan);
  const xml = `<plan xmlns="${planNamespace}" revision="${revision}" sha256="${hash}">${escaped(plan)}</plan>`;
  const [first, ...others] = parts.items;
  for (const other of others) other.delete();
  if (xml.length > longestPart) first?.delete();
  else if (first) first.setXml(xml);
  else session.workbook.customXmlParts.add(xml);
  session.workbook.settings.add(settingName, { schema: 1, plan: hash });
  await session.sync();
}

/** Takes the second copy away, where no plan is left. */
export async function clearBackup(session: Session): Promise<void> {
  const parts = session.workbook.customXmlParts.getByNamespace(planNamespace).load("items/id");
  await session.sync();
  for (const part of parts.items) part.delete();
  if (parts.items.length > 0) await session.sync();
}

/** The second copy of the plan, or null where there is none whose check sum fits. */
export async function readBackup(session: Session): Promise<string | null> {
  const parts = session.workbook.customXmlParts.getByNamespace(planNamespace).load("items/id");
  await session.sync();
  const first = parts.items[0];
  if (!first) return null;
  const text = await answerOf(session, first.getXml());
  if (text.length > longestPart) return null;
  const found = /<plan [^>]*sha256="([0-9a-f]{64})"[^>]*>([^<]*)<\/plan>/.exec(text);
  const plan = unescaped(found?.[2] ?? "");
  return (await sha256(plan)) === found?.[1] ? plan : null;
}

/** A result of a method needs no loading, only the round trip. */
async function answerOf(session: Session, result: OfficeExtension.ClientResult<string>): Promise<string> {
  await session.sync();
  return result.value;
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
