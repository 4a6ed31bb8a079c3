/** Text for the content of an element: markup escaped, what XML cannot hold left to the caller. */
export function escapeXml(text: string): string {
  return /[&<>]/.test(text) ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;") : text;
}

/** Text for an attribute between double quotes. */
export function escapeAttribute(text: string): string {
  const escaped = escapeXml(text);
  return /["\t\n\r]/.test(escaped) ? escaped.replace(/["\t\n\r]/g, (found) => `&#${found.charCodeAt(0)};`) : escaped;
}

/**
 * Text of a cell or a name as the file stores it: characters that XML forbids become `_xHHHH_`, and a literal `_xHHHH_`
 * is protected by `_x005F_`. Line feeds and tabs stay as they are.
 *
 * Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
 */
export function escapeText(text: string): string {
  return escapeXml(
    special.test(text) ? text.replace(everySpecial, (found) => (found === "_" ? "_x005F_" : hex(found))) : text,
  );
}

/** `escapeText` for an attribute: line feeds and tabs are escaped too, for XML would turn them into spaces. */
export function escapeTextAttribute(text: string): string {
  return escapeText(text).replace(/["\t\n]/g, (found) => (found === '"' ? "&quot;" : hex(found)));
}

/** A formula's text as the file stores it; `_xHHHH_` has no meaning there, so what XML forbids is dropped. */
export function escapeFormula(text: string): string {
  return escapeXml(text.replace(forbidden, "").replaceAll("\r\n", "\n").replaceAll("\r", "\n"));
}

/** Reads `_xHHHH_`. */
export function unescapeText(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}

/** Attribute or content of an element as text: the five entities and character references. */
export function decodeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]{2,4});/g, (whole, name: string) => {
    if (name.startsWith("#")) {
      const code = name.startsWith("#x") ? parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
    }
    return entities[name] ?? whole;
  });
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const specialPattern =
  "_(?=x[0-9A-Fa-f]{4}_)|[\\u0000-\\u0008\\u000b-\\u001f\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]";
const special = new RegExp(specialPattern);
const everySpecial = new RegExp(specialPattern, "g");
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g; // these are the characters XML forbids

function hex(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}
