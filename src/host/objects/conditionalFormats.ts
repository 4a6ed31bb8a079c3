import { intersection } from "../model/address";
import type { ConditionalFormat, Sheet } from "../model/book";
import { newId } from "../model/newBook";
import type { Style } from "../model/style";
import { areaWithout } from "../edit/areaWithout";
import { refuseIfLocked } from "../edit/guards";
import { changed, rangeOf, type Session } from "../session";
import { areaOf } from "./addresses";
import { colorArgument } from "./colors";
import type { LiveRange, SheetFormat } from "./handles";
import {
  flagArgument,
  notFound,
  object,
  textArgument,
  wholeArgument,
  wordArgument,
  type HostObject,
  type ObjectClass,
} from "./objectClass";
import { rangeAreas } from "./rangeAreas";
import { ruleArgument } from "./ruleArgument";

const kinds = {
  CellValue: "cellValue",
  Custom: "custom",
  DataBar: "dataBar",
  ColorScale: "colorScale",
  ContainsText: "containsText",
} as const;
const kindWords = Object.keys(kinds) as (keyof typeof kinds)[];

const formats: ObjectClass<LiveRange> = {
  items: (of, session) => listed(of, session).map(({ id }) => object("ConditionalFormat", { sheet: of.sheet, id })),
  indexer: (of, id, session) => byId(of, id, session) ?? missing(id),
  methods: {
    Add: (of, [type], session) => {
      const area = areaOf(of, session);
      refuseIfLocked(session, of.sheet, area, "allowFormatCells");
      const format: ConditionalFormat = {
        id: newId(),
        area,
        kind: kinds[wordArgument(type, kindWords)],
        rule: {},
        format: {},
      };
      // The newest format comes first. [D] ConditionalFormat.priority
      of.sheet.conditionalFormats.unshift(format);
      formatsChanged(of.sheet, session);
      return object("ConditionalFormat", { sheet: of.sheet, id: format.id });
    },
    GetItemAt: (of, [index], session) => {
      const format = listed(of, session)[wholeArgument(index)];
      return format ? object("ConditionalFormat", { sheet: of.sheet, id: format.id }) : missing(index);
    },
    GetItemOrNullObject: (of, [id], session) => byId(of, id, session),
  },
  actions: {
    GetCount: (of, _, session) => listed(of, session).length,
    ClearAll: (of, _, session) => {
      const area = areaOf(of, session);
      refuseIfLocked(session, of.sheet, area, "allowFormatCells");
      const rest = of.sheet.conditionalFormats.flatMap((format) =>
        areaWithout(format.area, area).map((part, i) => ({ ...format, id: i === 0 ? format.id : newId(), area: part })),
      );
      of.sheet.conditionalFormats.splice(0, of.sheet.conditionalFormats.length, ...rest);
      formatsChanged(of.sheet, session);
    },
  },
};

function listed(of: LiveRange, session: Session): readonly ConditionalFormat[] {
  const area = areaOf(of, session);
  return of.sheet.conditionalFormats.filter((format) => intersection(format.area, area) !== null);
}

function byId(of: LiveRange, id: unknown, session: Session): HostObject | null {
  return listed(of, session).some((format) => format.id === id)
    ? object("ConditionalFormat", { sheet: of.sheet, id: textArgument(id) })
    : null;
}

function missing(key: unknown): never {
  throw notFound(`conditional format ${String(key)}`);
}

function formatsChanged(sheet: Sheet, session: Session): void {
  changed(session, { kind: "layout", sheet, what: "conditionalFormats" });
}

function formatOf({ sheet, id }: SheetFormat): ConditionalFormat {
  return sheet.conditionalFormats.find((format) => format.id === id) ?? missing(id);
}

function change(of: SheetFormat, session: Session, next: Partial<ConditionalFormat>): void {
  const list = of.sheet.conditionalFormats;
  const index = list.findIndex(({ id }) => id === of.id);
  const old = list[index];
  if (!old) missing(of.id);
  list[index] = { ...old, ...next };
  formatsChanged(of.sheet, session);
}

/** Formats of a file that are not made here, by the file's words; all others test what is preset. */
const foreignTypes: Readonly<Record<string, string>> = { iconSet: "IconSet", top10: "TopBottom" };

function typeOf({ kind, rule }: ConditionalFormat): string {
  if (kind === "foreign") return foreignTypes[String(rule["type"])] ?? "PresetCriteria";
  return kindWords.find((word) => kinds[word] === kind) ?? "Custom";
}

function iconSet(of: SheetFormat): HostObject | null {
  return typeOf(formatOf(of)) === "IconSet" ? object("IconSetConditionalFormat", of) : null;
}

function part(
  kind: ConditionalFormat["kind"],
  of: SheetFormat,
  name:
    | "CellValueConditionalFormat"
    | "CustomConditionalFormat"
    | "ColorScaleConditionalFormat"
    | "DataBarConditionalFormat"
    | "TextConditionalFormat",
): HostObject | null {
  return formatOf(of).kind === kind ? object(name, of) : null;
}

const format: ObjectClass<SheetFormat> = {
  identity: ({ id }) => ({ Id: id }),
  alive: ({ sheet, id }) => sheet.conditionalFormats.some((one) => one.id === id),
  scalars: {
    Id: ({ id }) => id,
    Priority: ({ sheet, id }) => sheet.conditionalFormats.findIndex((one) => one.id === id),
    StopIfTrue: (of) => formatOf(of).rule["stopIfTrue"] === true,
    Type: (of) => typeOf(formatOf(of)),
  },
  sets: {
    StopIfTrue: (of, value, session) =>
      change(of, session, { rule: { ...formatOf(of).rule, stopIfTrue: flagArgument(value) } }),
  },
  navigation: {
    CellValue: (of) => part("cellValue", of, "CellValueConditionalFormat") ?? missing("of that type"),
    CellValueOrNullObject: (of) => part("cellValue", of, "CellValueConditionalFormat"),
    Custom: (of) => part("custom", of, "CustomConditionalFormat") ?? missing("of that type"),
    CustomOrNullObject: (of) => part("custom", of, "CustomConditionalFormat"),
    ColorScale: (of) => part("colorScale", of, "ColorScaleConditionalFormat") ?? missing("of that type"),
    ColorScaleOrNullObject: (of) => part("colorScale", of, "ColorScaleConditionalFormat"),
    DataBar: (of) => part("dataBar", of, "DataBarConditionalFormat") ?? missing("of that type"),
    DataBarOrNullObject: (of) => part("dataBar", of, "DataBarConditionalFormat"),
    IconSet: (of) => iconSet(of) ?? missing("of that type"),
    IconSetOrNullObject: iconSet,
    TextComparison: (of) => part("containsText", of, "TextConditionalFormat") ?? missing("of that type"),
    TextComparisonOrNullObject: (of) => part("containsText", of, "TextConditionalFormat"),
  },
  methods: {
    GetRange: (of, _, session) => rangeOf(session, of.sheet, formatOf(of).area),
    GetRangeOrNullObject: (of, _, session) => rangeOf(session, of.sheet, formatOf(of).area),
    GetRanges: (of, _, session) => rangeAreas(session, of.sheet, [formatOf(of).area]),
  },
  actions: {
    Delete: (of, _, session) => {
      of.sheet.conditionalFormats.splice(
        of.sheet.conditionalFormats.findIndex(({ id }) => id === of.id),
        1,
      );
      formatsChanged(of.sheet, session);
    },
  },
};

const withRule: ObjectClass<SheetFormat> = {
  scalars: { Rule: (of) => formatOf(of).rule },
  sets: { Rule: (of, value, session) => change(of, session, { rule: ruleArgument(value) }) },
  navigation: { Format: (of) => object("ConditionalRangeFormat", of) },
};

const custom: ObjectClass<SheetFormat> = {
  navigation: {
    Format: (of) => object("ConditionalRangeFormat", of),
    Rule: (of) => object("ConditionalFormatRule", of),
  },
};

const customRule: ObjectClass<SheetFormat> = {
  scalars: { Formula: (of) => formatOf(of).rule["formula"] ?? "" },
  sets: {
    Formula: (of, value, session) =>
      change(of, session, { rule: { ...formatOf(of).rule, formula: textArgument(value) } }),
  },
};

const colorScale: ObjectClass<SheetFormat> = {
  scalars: { Criteria: (of) => formatOf(of).rule, ThreeColorScale: (of) => "midpoint" in formatOf(of).rule },
  sets: { Criteria: (of, value, session) => change(of, session, { rule: ruleArgument(value) }) },
};

function barSet(key: string): (of: SheetFormat, value: unknown, session: Session) => void {
  return (of, value, session) => change(of, session, { rule: { ...formatOf(of).rule, [key]: value } });
}

const icons: ObjectClass<SheetFormat> = { scalars: { Criteria: (of) => formatOf(of).rule["criteria"] ?? [] } };

const dataBar: ObjectClass<SheetFormat> = {
  scalars: {
    ShowDataBarOnly: (of) => formatOf(of).rule["showDataBarOnly"] === true,
    LowerBoundRule: (of) => formatOf(of).rule["lowerBoundRule"] ?? { type: "Automatic" },
    UpperBoundRule: (of) => formatOf(of).rule["upperBoundRule"] ?? { type: "Automatic" },
  },
  sets: {
    ShowDataBarOnly: barSet("showDataBarOnly"),
    LowerBoundRule: barSet("lowerBoundRule"),
    UpperBoundRule: barSet("upperBoundRule"),
  },
  navigation: { PositiveFormat: (of) => object("ConditionalDataBarPositiveFormat", of) },
};

const dataBarPositive: ObjectClass<SheetFormat> = {
  scalars: {
    FillColor: (of) => formatOf(of).rule["fillColor"] ?? "#638EC6",
    GradientFill: (of) => formatOf(of).rule["gradientFill"] !== false,
  },
  sets: {
    FillColor: (of, value, session) =>
      change(of, session, { rule: { ...formatOf(of).rule, fillColor: colorArgument(value) } }),
    GradientFill: barSet("gradientFill"),
  },
};

function look(of: SheetFormat, session: Session, next: Partial<Style>): void {
  change(of, session, { format: { ...formatOf(of).format, ...next } });
}

const rangeFormat: ObjectClass<SheetFormat> = {
  scalars: { NumberFormat: (of) => formatOf(of).format.numberFormat ?? "General" },
  sets: { NumberFormat: (of, value, session) => look(of, session, { numberFormat: textArgument(value) }) },
  navigation: { Font: (of) => object("ConditionalRangeFont", of), Fill: (of) => object("ConditionalRangeFill", of) },
};

const rangeFont: ObjectClass<SheetFormat> = {
  scalars: {
    Bold: (of) => formatOf(of).format.bold ?? false,
    Italic: (of) => formatOf(of).format.italic ?? false,
    Color: (of) => formatOf(of).format.fontColor ?? "",
  },
  sets: {
    Bold: (of, value, session) => look(of, session, { bold: flagArgument(value) }),
    Italic: (of, value, session) => look(of, session, { italic: flagArgument(value) }),
    Color: (of, value, session) => look(of, session, { fontColor: colorArgument(value) }),
  },
};

const rangeFill: ObjectClass<SheetFormat> = {
  scalars: { Color: (of) => formatOf(of).format.fillColor ?? "" },
  sets: { Color: (of, value, session) => look(of, session, { fillColor: colorArgument(value) }) },
};

export const conditionalFormatClasses = {
  ConditionalFormatCollection: formats,
  ConditionalFormat: format,
  CellValueConditionalFormat: withRule,
  TextConditionalFormat: withRule,
  CustomConditionalFormat: custom,
  ConditionalFormatRule: customRule,
  ColorScaleConditionalFormat: colorScale,
  DataBarConditionalFormat: dataBar,
  IconSetConditionalFormat: icons,
  ConditionalDataBarPositiveFormat: dataBarPositive,
  ConditionalRangeFormat: rangeFormat,
  ConditionalRangeFont: rangeFont,
  ConditionalRangeFill: rangeFill,
};
