import { cellAddress, type Area } from "../model/address";
import type { ConditionalFormat, Sheet } from "../model/book";
import { escapeAttribute, escapeFormula, escapeTextAttribute } from "./escape";
import { toFileFormula } from "./fileFormula";
import type { RuleOrigin } from "./openedBook";
import { areasText } from "./readRules";
import { fileWord, formatOperators, scalePoints, textOperators, validationOperators } from "./ruleWords";
import type { StyleTable } from "./styleTable";
import { withAttributes } from "./xmlEdits";
import { parseXml } from "./xmlTree";

type Rule = Readonly<Record<string, unknown>>;

/** A sheet's conditional formats, one element each, the first to apply first; those of the file are written as they stood. */
export function conditionalFormatsXml(
  sheet: Sheet,
  x: string,
  rules: WeakMap<object, RuleOrigin>,
  styles: StyleTable,
): string {
  return together(sheet.conditionalFormats)
    .map(({ items, areas }, i) => {
      const [format] = items;
      const origin = rules.get(format.rule);
      const rule =
        origin && origin.format === format.format
          ? withPriority(origin.xml, i + 1)
          : ruleXml(format, areas[0] as Area, i + 1, x, styles);
      return rule === ""
        ? ""
        : `<${x}conditionalFormatting sqref="${areasText(areas)}">${rule}</${x}conditionalFormatting>`;
    })
    .join("");
}

/** A sheet's data validations. */
export function validationsXml(sheet: Sheet, x: string, rules: WeakMap<object, RuleOrigin>): string {
  const written = together(sheet.validations).map(({ items, areas }) => {
    const [{ rule }] = items;
    const origin = rules.get(rule)?.xml;
    return origin === undefined ? validationXml(rule, areas, x) : withPlace(origin, areas);
  });
  return written.length === 0
    ? ""
    : `<${x}dataValidations count="${written.length}">${written.join("")}</${x}dataValidations>`;
}

interface Together<T> {
  readonly items: [T, ...T[]];
  readonly areas: Area[];
}

/** Neighbours in the list that share a rule were one element with several areas. */
function together<T extends { readonly area: Area; readonly rule: Rule; readonly format?: unknown }>(
  list: readonly T[],
): Together<T>[] {
  const groups: Together<T>[] = [];
  for (const item of list) {
    const last = groups.at(-1);
    if (last && last.items[0].rule === item.rule && last.items[0].format === item.format) last.areas.push(item.area);
    else groups.push({ items: [item], areas: [item.area] });
  }
  return groups;
}

function withPriority(xml: string, priority: number): string {
  const root = parseXml(xml);
  return withAttributes(xml, root, { priority: String(priority) }).text + xml.slice(root.contentStart);
}

function withPlace(xml: string, areas: readonly Area[]): string {
  const root = parseXml(xml);
  return withAttributes(xml, root, { sqref: areasText(areas) }).text + xml.slice(root.contentStart);
}

function ruleXml(format: ConditionalFormat, area: Area, priority: number, x: string, styles: StyleTable): string {
  const { kind, rule } = format;
  const look =
    Object.keys(format.format).length === 0 || kind === "dataBar" || kind === "colorScale"
      ? ""
      : ` dxfId="${styles.differenceOf(format.format)}"`;
  const rest = `${look} priority="${priority}"${rule["stopIfTrue"] === true ? ' stopIfTrue="1"' : ""}`;
  const formula = (value: unknown): string => `<${x}formula>${escapeFormula(formulaText(value))}</${x}formula>`;
  switch (kind) {
    case "cellValue": {
      const second = rule["formula2"] === undefined || rule["formula2"] === "" ? "" : formula(rule["formula2"]);
      return `<${x}cfRule type="cellIs"${rest} operator="${fileWord(formatOperators, rule["operator"], "equal")}">${formula(rule["formula1"])}${second}</${x}cfRule>`;
    }
    case "custom":
      return `<${x}cfRule type="expression"${rest}>${formula(rule["formula"])}</${x}cfRule>`;
    case "containsText": {
      const type = fileWord(textOperators, rule["operator"], "containsText");
      const text = textOf(rule["text"]);
      const operator = type === "notContainsText" ? "notContains" : type;
      return `<${x}cfRule type="${type}"${rest} operator="${operator}" text="${escapeTextAttribute(text)}">${formula(textFormula(type, text, cellAddress(area.row, area.column)))}</${x}cfRule>`;
    }
    case "dataBar":
      return `<${x}cfRule type="dataBar"${rest}>${barXml(rule, x)}</${x}cfRule>`;
    case "colorScale":
      return `<${x}cfRule type="colorScale"${rest}>${scaleXml(rule, x)}</${x}cfRule>`;
    case "foreign":
      return "";
    default:
      return kind satisfies never;
  }
}

/** The formula that a text rule stands for; readers that know no text rules use it. Source: ECMA-376 part 1, 18.18.12. */
function textFormula(type: string, text: string, cell: string): string {
  const quoted = `"${text.replaceAll('"', '""')}"`;
  if (type === "beginsWith") return `LEFT(${cell},LEN(${quoted}))=${quoted}`;
  if (type === "endsWith") return `RIGHT(${cell},LEN(${quoted}))=${quoted}`;
  return type === "notContainsText" ? `ISERROR(SEARCH(${quoted},${cell}))` : `NOT(ISERROR(SEARCH(${quoted},${cell})))`;
}

function barXml(rule: Rule, x: string): string {
  const bound = (key: string, automatic: string): string => {
    const { type, formula } = recordOf(rule[key]);
    return pointXml(
      type === undefined || type === "Automatic" ? automatic : fileWord(scalePoints, type, automatic),
      formula,
      x,
    );
  };
  const shown = rule["showDataBarOnly"] === true ? ' showValue="0"' : "";
  return `<${x}dataBar${shown}>${bound("lowerBoundRule", "min")}${bound("upperBoundRule", "max")}<${x}color rgb="${argb(rule["fillColor"] ?? "#638EC6")}"/></${x}dataBar>`;
}

function scaleXml(rule: Rule, x: string): string {
  const points = ["minimum", "midpoint", "maximum"].flatMap((key) =>
    rule[key] === undefined || rule[key] === null ? [] : [{ key, ...recordOf(rule[key]) }],
  );
  const written = points.map(({ key, type, formula }) =>
    pointXml(
      fileWord(scalePoints, type, { minimum: "min", maximum: "max" }[key] ?? "percentile"),
      formula ?? (key === "midpoint" ? 50 : undefined),
      x,
    ),
  );
  return `<${x}colorScale>${written.join("")}${points.map(({ color }) => `<${x}color rgb="${argb(color ?? "#FFFFFF")}"/>`).join("")}</${x}colorScale>`;
}

function pointXml(type: string, formula: unknown, x: string): string {
  const value =
    type === "min" || type === "max" || formula === undefined || formula === null || formula === ""
      ? ""
      : ` val="${escapeAttribute(formulaText(formula))}"`;
  return `<${x}cfvo type="${type}"${value}/>`;
}

function recordOf(value: unknown): { readonly type?: unknown; readonly formula?: unknown; readonly color?: unknown } {
  return typeof value === "object" && value !== null ? value : {};
}

function validationXml(rule: Rule, areas: readonly Area[], x: string): string {
  const alert = recordOf(rule["errorAlert"]) as Rule;
  const prompt = recordOf(rule["prompt"]) as Rule;
  const { type, attributes, formulas } = conditionParts(rule);
  const style = { Warning: "warning", Information: "information" }[textOf(alert["style"])];
  const text = (name: string, value: unknown): string =>
    textOf(value) === "" ? "" : ` ${name}="${escapeTextAttribute(textOf(value))}"`;
  const written = formulas
    .map((formula, i) => `<${x}formula${i + 1}>${escapeFormula(formula)}</${x}formula${i + 1}>`)
    .join("");
  return (
    `<${x}dataValidation type="${type}"${style === undefined ? "" : ` errorStyle="${style}"`}${attributes}${rule["ignoreBlanks"] === false ? "" : ' allowBlank="1"'}` +
    `${prompt["showPrompt"] === false ? "" : ' showInputMessage="1"'}${alert["showAlert"] === false ? "" : ' showErrorMessage="1"'}` +
    `${text("errorTitle", alert["title"])}${text("error", alert["message"])}${text("promptTitle", prompt["title"])}${text("prompt", prompt["message"])}` +
    ` sqref="${areasText(areas)}">${written}</${x}dataValidation>`
  );
}

function conditionParts(rule: Rule): { type: string; attributes: string; formulas: string[] } {
  if (rule["list"]) {
    const { source, inCellDropDown } = rule["list"] as Rule;
    const text = textOf(source);
    // An attribute named for showing the arrow hides it. Source: ECMA-376 part 1, 18.3.1.32 (showDropDown).
    return {
      type: "list",
      attributes: inCellDropDown === false ? ' showDropDown="1"' : "",
      formulas: [text.startsWith("=") ? formulaText(text) : `"${text.replaceAll('"', '""')}"`],
    };
  }
  if (rule["custom"])
    return { type: "custom", attributes: "", formulas: [formulaText((rule["custom"] as Rule)["formula"])] };
  const kinds = { wholeNumber: "whole", decimal: "decimal", date: "date", time: "time", textLength: "textLength" };
  for (const [key, type] of Object.entries(kinds)) {
    const condition = rule[key] as Rule | undefined;
    if (!condition) continue;
    const operator = fileWord(validationOperators, condition["operator"], "between");
    const formulas = [condition["formula1"], condition["formula2"]]
      .filter((formula) => formula !== undefined && formula !== null && formula !== "")
      .map(formulaText);
    return { type, attributes: operator === "between" ? "" : ` operator="${operator}"`, formulas };
  }
  return { type: "none", attributes: "", formulas: [] };
}

/** A formula, a number or a typed constant as the file stores it. */
function formulaText(value: unknown): string {
  return toFileFormula(textOf(value), null);
}

function textOf(value: unknown): string {
  return typeof value === "string"
    ? value
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : "";
}

function argb(color: unknown): string {
  return `FF${textOf(color).replace("#", "").toUpperCase()}`;
}
