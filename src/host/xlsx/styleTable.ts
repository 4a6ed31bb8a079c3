import type { Book } from "../model/book";
import { defaultStyle, type Border, type Style } from "../model/style";
import { builtInId } from "./builtInFormats";
import { draftText, setText, type Draft } from "./draft";
import { escapeTextAttribute } from "./escape";
import { applyEdits, placeChildren, withAttributes, type Edit } from "./xmlEdits";
import { attribute, child, numberOf, parseXml, prefixOf, type XmlElement } from "./xmlTree";

/** Cell formats of a file being written: old ones keep their numbers, new ones are added behind them. */
export interface StyleTable {
  /** Number of the cell format (cellXfs) of a style of the book. */
  formatOf(style: number): number;
  /** Number of the partial format (dxfs) of a conditional format. */
  differenceOf(format: Partial<Style>): number;
  write(draft: Draft): void;
}

type ListName = "numFmts" | "fonts" | "fills" | "borders" | "cellXfs" | "dxfs";

const styleSheetOrder = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];
const fontOrder = [
  "b",
  "i",
  "strike",
  "condense",
  "extend",
  "outline",
  "shadow",
  "u",
  "vertAlign",
  "sz",
  "color",
  "name",
  "family",
  "charset",
  "scheme",
];

/** @param formats - number of cell formats in the file, which are the book's first styles */
export function styleTable(draft: Draft, path: string, book: Book, formats: number): StyleTable {
  const source = draftText(draft, path);
  const root = parseXml(source);
  const x = prefixOf(root);
  const listed = (list: ListName): XmlElement[] => child(root, list)?.children ?? [];
  const added: Record<ListName, string[]> = { numFmts: [], fonts: [], fills: [], borders: [], cellXfs: [], dxfs: [] };
  const numbers = new Map<number, number>();
  const formatCodes = new Map(
    listed("numFmts").map((format) => [attribute(format, "formatCode"), numberOf(format, "numFmtId")] as const),
  );
  // Ids below 164 belong to built-in formats.
  let lastCode = Math.max(163, ...[...formatCodes.values()].map((id) => id ?? 0));

  // By their text: what was written before is found again, so that a book does not grow by being written again.
  const known = new Map<ListName, Map<string, number>>();
  const add = (list: ListName, xml: string): number => {
    let texts = known.get(list);
    if (!texts) {
      texts = new Map(
        listed(list)
          .map(({ start, end }, i) => [source.slice(start, end), i] as const)
          .reverse(),
      );
      known.set(list, texts);
    }
    let number = texts.get(xml);
    if (number === undefined) {
      number = listed(list).length + added[list].push(xml) - 1;
      texts.set(xml, number);
    }
    return number;
  };
  const codeOf = (format: string): number => {
    const known = builtInId(format) ?? formatCodes.get(format);
    if (known !== undefined) return known;
    lastCode += 1;
    formatCodes.set(format, lastCode);
    added.numFmts.push(numberFormat(x, lastCode, format));
    return lastCode;
  };

  const newFormat = (style: Style): number => {
    const base = style.base === undefined ? undefined : listed("cellXfs")[style.base];
    const before = base && style.base !== undefined && style.base < formats ? book.styles[style.base] : undefined;
    const id = (name: string): number => numberOf(base, name) ?? 0;
    const font =
      before && sameFont(before, style)
        ? id("fontId")
        : add("fonts", fontXml(source, x, listed("fonts")[id("fontId")], style, before));
    const fill =
      before && before.fillColor === style.fillColor
        ? id("fillId")
        : style.fillColor === null
          ? 0
          : add("fills", fillXml(x, style.fillColor));
    const border =
      before && sameBorders(before, style)
        ? id("borderId")
        : add("borders", bordersXml(source, x, listed("borders")[id("borderId")], style));
    const format = before && before.numberFormat === style.numberFormat ? id("numFmtId") : codeOf(style.numberFormat);
    return add("cellXfs", formatXml(source, x, base, before, style, { font, fill, border, format }));
  };

  return {
    formatOf(style) {
      if (style < formats) return style;
      let number = numbers.get(style);
      if (number === undefined) numbers.set(style, (number = newFormat(book.styles[style] ?? defaultStyle)));
      return number;
    },
    differenceOf: (format) => add("dxfs", differenceXml(x, format, codeOf)),
    write(target) {
      const edits = writeLists(source, root, added);
      if (edits.length > 0) setText(target, path, applyEdits(source, edits));
    },
  };
}

function writeLists(source: string, root: XmlElement, added: Readonly<Record<ListName, string[]>>): Edit[] {
  const x = prefixOf(root);
  const missing = new Map<string, string>();
  const edits: Edit[] = [];
  for (const [name, items] of Object.entries(added)) {
    if (items.length === 0) continue;
    const list = child(root, name);
    if (!list) {
      missing.set(name, `<${x}${name} count="${items.length}">${items.join("")}</${x}${name}>`);
      continue;
    }
    const opening = withAttributes(source, list, { count: String(list.children.length + items.length) });
    if (list.empty)
      edits.push({ ...opening, text: `${opening.text.replace(/\s*\/>$/, ">")}${items.join("")}</${list.name}>` });
    else edits.push(opening, { start: list.contentEnd, end: list.contentEnd, text: items.join("") });
  }
  return [...edits, ...placeChildren(source, root, styleSheetOrder, missing)];
}

function formatXml(
  source: string,
  x: string,
  base: XmlElement | undefined,
  before: Style | undefined,
  style: Style,
  ids: { font: number; fill: number; border: number; format: number },
): string {
  const kept = [...(base?.attributes ?? [])].filter(
    ([name]) =>
      !/^(numFmtId|fontId|fillId|borderId|apply(NumberFormat|Font|Fill|Border|Alignment|Protection))$/.test(name),
  );
  if (!base) kept.push(["xfId", "0"]);
  const changed = (name: string, now: number, was: string): string =>
    base && numberOf(base, was) === now
      ? attribute(base, name) === undefined
        ? ""
        : ` ${name}="${attribute(base, name)}"`
      : ` ${name}="1"`;
  const aligned = !before || !sameAlignment(before, style);
  const locked = !before || before.locked !== style.locked;
  const alignment = aligned ? alignmentXml(x, child(base, "alignment"), style) : raw(source, child(base, "alignment"));
  const protection = locked
    ? style.locked && !child(base, "protection")
      ? ""
      : protectionXml(x, child(base, "protection"), style)
    : raw(source, child(base, "protection"));
  return (
    `<${x}xf numFmtId="${ids.format}" fontId="${ids.font}" fillId="${ids.fill}" borderId="${ids.border}"` +
    kept.map(([name, value]) => ` ${name}="${escapeTextAttribute(value)}"`).join("") +
    changed("applyNumberFormat", ids.format, "numFmtId") +
    changed("applyFont", ids.font, "fontId") +
    changed("applyFill", ids.fill, "fillId") +
    changed("applyBorder", ids.border, "borderId") +
    (alignment ? ' applyAlignment="1"' : "") +
    (protection ? ' applyProtection="1"' : "") +
    `>${alignment}${protection}${raw(source, child(base, "extLst"))}</${x}xf>`
  );
}

function raw(source: string, element: XmlElement | undefined): string {
  return element ? source.slice(element.start, element.end) : "";
}

function sameFont(a: Style, b: Style): boolean {
  return (["fontName", "fontSize", "bold", "italic", "underline", "fontColor"] as const).every(
    (key) => a[key] === b[key],
  );
}

function sameAlignment(a: Style, b: Style): boolean {
  return (["horizontalAlignment", "verticalAlignment", "wrapText", "indent"] as const).every(
    (key) => a[key] === b[key],
  );
}

function sameBorders(a: Style, b: Style): boolean {
  return JSON.stringify(orderedBorders(a)) === JSON.stringify(orderedBorders(b));
}

function orderedBorders({ borders }: Style): unknown[] {
  return (["left", "right", "top", "bottom"] as const).map((edge) => [
    borders[edge]?.style ?? null,
    borders[edge]?.style ? borders[edge].color : null,
  ]);
}

/** The base's font with what changed put in its place, so that strike-through, charset and the like survive. */
function fontXml(
  source: string,
  x: string,
  base: XmlElement | undefined,
  style: Style,
  before: Style | undefined,
): string {
  const set = new Map<string, string>();
  const differs = (key: keyof Style): boolean => !before || before[key] !== style[key];
  if (differs("bold")) set.set("b", style.bold ? `<${x}b/>` : "");
  if (differs("italic")) set.set("i", style.italic ? `<${x}i/>` : "");
  if (differs("underline"))
    set.set("u", style.underline === "None" ? "" : `<${x}u${style.underline === "Double" ? ' val="double"' : ""}/>`);
  if (differs("fontSize")) set.set("sz", `<${x}sz val="${style.fontSize}"/>`);
  if (differs("fontColor")) set.set("color", `<${x}color rgb="${argb(style.fontColor)}"/>`);
  if (differs("fontName")) {
    set.set("name", `<${x}name val="${escapeTextAttribute(style.fontName)}"/>`);
    // A font of the theme's would win over its name.
    set.set("scheme", "");
  }
  const whole = base ? source.slice(base.start, base.end) : `<${x}font></${x}font>`;
  return inFontOrder(applyEdits(whole, placeChildren(whole, parseXml(whole), fontOrder, set)));
}

/** Other makers write a font's properties in orders of their own, which the schema forbids: a font of ours has them in its order. */
function inFontOrder(font: string): string {
  const root = parseXml(font);
  const rank = ({ local }: XmlElement): number =>
    fontOrder.includes(local) ? fontOrder.indexOf(local) : fontOrder.length;
  const children = [...root.children].sort((a, b) => rank(a) - rank(b)).map((element) => raw(font, element));
  return font.slice(0, root.contentStart) + children.join("") + font.slice(root.contentEnd);
}

function fillXml(x: string, color: string): string {
  return `<${x}fill><${x}patternFill patternType="solid"><${x}fgColor rgb="${argb(color)}"/><${x}bgColor indexed="64"/></${x}patternFill></${x}fill>`;
}

function bordersXml(source: string, x: string, base: XmlElement | undefined, { borders }: Style): string {
  const line = (edge: string, border: Border | undefined): string =>
    border?.style
      ? `<${x}${edge} style="${border.style}"><${x}color rgb="${argb(border.color)}"/></${x}${edge}>`
      : `<${x}${edge}/>`;
  const diagonal = raw(source, child(base, "diagonal")) || `<${x}diagonal/>`;
  const kept = ["diagonalUp", "diagonalDown"]
    .filter((name) => attribute(base, name) !== undefined)
    .map((name) => ` ${name}="${attribute(base, name)}"`);
  return `<${x}border${kept.join("")}>${line("left", borders.left)}${line("right", borders.right)}${line("top", borders.top)}${line("bottom", borders.bottom)}${diagonal}</${x}border>`;
}

function alignmentXml(x: string, base: XmlElement | undefined, style: Style): string {
  const values = new Map(base?.attributes ?? []);
  const put = (name: string, value: string, plain: string): void => {
    if (value === plain) values.delete(name);
    else values.set(name, value);
  };
  const word = (text: string): string => (text[0] ?? "").toLowerCase() + text.slice(1);
  put("horizontal", word(style.horizontalAlignment), "general");
  put("vertical", word(style.verticalAlignment), "bottom");
  put("wrapText", style.wrapText ? "1" : "", "");
  put("indent", String(style.indent), "0");
  if (values.size === 0) return "";
  return `<${x}alignment${[...values].map(([name, value]) => ` ${name}="${escapeTextAttribute(value)}"`).join("")}/>`;
}

function protectionXml(x: string, base: XmlElement | undefined, { locked }: Style): string {
  const hidden = attribute(base, "hidden");
  return `<${x}protection locked="${locked ? 1 : 0}"${hidden === undefined ? "" : ` hidden="${hidden}"`}/>`;
}

function numberFormat(x: string, id: number, format: string): string {
  return `<${x}numFmt numFmtId="${id}" formatCode="${escapeTextAttribute(format)}"/>`;
}

function differenceXml(x: string, format: Partial<Style>, codeOf: (format: string) => number): string {
  const font =
    (format.bold === undefined ? "" : `<${x}b${format.bold ? "" : ' val="0"'}/>`) +
    (format.italic === undefined ? "" : `<${x}i${format.italic ? "" : ' val="0"'}/>`) +
    (format.underline === undefined ? "" : `<${x}u${format.underline === "None" ? ' val="none"' : ""}/>`) +
    (format.fontColor === undefined ? "" : `<${x}color rgb="${argb(format.fontColor)}"/>`);
  const fill = format.fillColor;
  return (
    `<${x}dxf>${font ? `<${x}font>${font}</${x}font>` : ""}` +
    (format.numberFormat === undefined ? "" : numberFormat(x, codeOf(format.numberFormat), format.numberFormat)) +
    (fill ? `<${x}fill><${x}patternFill><${x}bgColor rgb="${argb(fill)}"/></${x}patternFill></${x}fill>` : "") +
    `</${x}dxf>`
  );
}

function argb(color: string): string {
  return `FF${color.replace("#", "").toUpperCase()}`;
}
