import { areaAddress, parseArea, type Area } from "../model/address";
import type { ConditionalFormat, Sheet } from "../model/book";
import { newId } from "../model/newBook";
import { colorOf, type Palette } from "./colors";
import { unescapeText } from "./escape";
import { fromFileFormula } from "./fileFormula";
import type { SheetReading } from "./readSheet";
import { formatOperators, scalePoints, textOperators, validationOperators } from "./ruleWords";
import { attribute, child, childrenOf, flag, numberOf, type XmlElement } from "./xmlTree";

/** Reads a sheet's conditional formats, the first to apply first, and its data validations. */
export function readRules(root: XmlElement, source: string, sheet: Sheet, reading: SheetReading): void {
  const found: { priority: number; format: ConditionalFormat }[] = [];
  for (const block of childrenOf(root, "conditionalFormatting")) {
    const areas = areasOf(block);
    for (const element of childrenOf(block, "cfRule")) {
      const { kind, rule } = readRule(element, reading.styles.palette);
      const format = reading.styles.differences[numberOf(element, "dxfId") ?? -1] ?? {};
      reading.rules.set(rule, { xml: source.slice(element.start, element.end), format });
      const priority = numberOf(element, "priority") ?? Infinity;
      for (const area of areas) found.push({ priority, format: { id: newId(), area, kind, rule, format } });
    }
  }
  found.sort((a, b) => a.priority - b.priority);
  sheet.conditionalFormats.push(...found.map(({ format }) => format));
  for (const element of childrenOf(child(root, "dataValidations"), "dataValidation")) {
    const rule = readValidation(element);
    reading.rules.set(rule, { xml: source.slice(element.start, element.end) });
    for (const area of areasOf(element)) sheet.validations.push({ area, rule });
  }
}

/** Areas of a `sqref`, e.g. "A1:A9 C1". */
function areasOf(element: XmlElement): Area[] {
  return (attribute(element, "sqref") ?? "").split(/\s+/).flatMap((text) => parseArea(text) ?? []);
}

function readRule(
  element: XmlElement,
  palette: Palette,
): { kind: ConditionalFormat["kind"]; rule: Record<string, unknown> } {
  const type = attribute(element, "type") ?? "";
  const stop = flag(element, "stopIfTrue") ? { stopIfTrue: true } : {};
  const [formula1, formula2] = formulas(element, "formula");
  if (type === "cellIs") {
    const operator = formatOperators[attribute(element, "operator") ?? ""] ?? "EqualTo";
    return {
      kind: "cellValue",
      rule: { operator, formula1: formula1 ?? "", ...(formula2 === undefined ? {} : { formula2 }), ...stop },
    };
  }
  if (type === "expression") return { kind: "custom", rule: { formula: formula1 ?? "", ...stop } };
  if (type in textOperators) {
    return {
      kind: "containsText",
      rule: { operator: textOperators[type], text: unescapeText(attribute(element, "text") ?? ""), ...stop },
    };
  }
  if (type === "dataBar") return { kind: "dataBar", rule: { ...readBar(child(element, "dataBar"), palette), ...stop } };
  if (type === "colorScale")
    return { kind: "colorScale", rule: { ...readScale(child(element, "colorScale"), palette), ...stop } };
  const icons = type === "iconSet" ? { criteria: readIcons(child(element, "iconSet")) } : {};
  return { kind: "foreign", rule: { type, ...icons, ...stop } };
}

function formulas(element: XmlElement, ...names: string[]): string[] {
  return names.flatMap((name) => childrenOf(element, name).map(({ text }) => `=${fromFileFormula(text)}`));
}

function readBar(bar: XmlElement | undefined, palette: Palette): Record<string, unknown> {
  const [lower, upper] = childrenOf(bar, "cfvo").map((point) => {
    const type = attribute(point, "type") ?? "";
    const formula = attribute(point, "val");
    return { type: scalePoints[type] ?? "Automatic", ...(formula === undefined ? {} : { formula }) };
  });
  const fillColor = colorOf(child(bar, "color"), palette);
  return {
    showDataBarOnly: !flag(bar, "showValue", true),
    ...(lower ? { lowerBoundRule: lower } : {}),
    ...(upper ? { upperBoundRule: upper } : {}),
    ...(fillColor === undefined ? {} : { fillColor }),
  };
}

function readScale(scale: XmlElement | undefined, palette: Palette): Record<string, unknown> {
  const colors = childrenOf(scale, "color").map((color) => colorOf(color, palette) ?? "#FFFFFF");
  const points = childrenOf(scale, "cfvo").map((point, i) => {
    const formula = attribute(point, "val");
    return {
      type: scalePoints[attribute(point, "type") ?? ""] ?? "LowestValue",
      color: colors[i] ?? "#FFFFFF",
      ...(formula === undefined ? {} : { formula }),
    };
  });
  const [minimum, second, third] = points;
  return third ? { minimum, midpoint: second, maximum: third } : { minimum, maximum: second };
}

function readValidation(element: XmlElement): Record<string, unknown> {
  const text = (name: string): string => unescapeText(attribute(element, name) ?? "");
  const style = { warning: "Warning", information: "Information" }[attribute(element, "errorStyle") ?? ""] ?? "Stop";
  return {
    ...readCondition(element),
    ignoreBlanks: flag(element, "allowBlank"),
    errorAlert: {
      showAlert: flag(element, "showErrorMessage"),
      style,
      title: text("errorTitle"),
      message: text("error"),
    },
    prompt: { showPrompt: flag(element, "showInputMessage"), title: text("promptTitle"), message: text("prompt") },
  };
}

function readCondition(element: XmlElement): Record<string, unknown> {
  const type = attribute(element, "type") ?? "none";
  const first = child(element, "formula1")?.text ?? "";
  const second = child(element, "formula2")?.text;
  if (type === "list") {
    const typed = /^"([^]*)"$/.exec(first);
    const source = typed ? (typed[1] ?? "").replaceAll('""', '"') : `=${fromFileFormula(first)}`;
    return { list: { inCellDropDown: !flag(element, "showDropDown"), source } };
  }
  if (type === "custom") return { custom: { formula: `=${fromFileFormula(first)}` } };
  const kind = { whole: "wholeNumber", decimal: "decimal", date: "date", time: "time", textLength: "textLength" }[type];
  if (kind === undefined) return {};
  const operator = validationOperators[attribute(element, "operator") ?? "between"] ?? "Between";
  return {
    [kind]: {
      operator,
      formula1: typedOrFormula(first),
      ...(second === undefined ? {} : { formula2: typedOrFormula(second) }),
    },
  };
}

function typedOrFormula(text: string): number | string {
  const number = Number(text);
  return text.trim() !== "" && Number.isFinite(number) ? number : `=${fromFileFormula(text)}`;
}

/** From which value on each icon stands. */
function readIcons(icons: XmlElement | undefined): readonly Record<string, unknown>[] {
  return childrenOf(icons, "cfvo").map((point) => ({
    type: scalePoints[attribute(point, "type") ?? ""] ?? "Invalid",
    operator: flag(point, "gte", true) ? "GreaterThanOrEqual" : "GreaterThan",
    formula: attribute(point, "val") ?? "",
  }));
}

/** Areas as a `sqref`. */
export function areasText(areas: readonly Area[]): string {
  return areas.map(areaAddress).join(" ");
}
