import { addressOf, rangeAt, type Place } from "./address";
import type { Asked, AskedText } from "./askAll";

function placeAt({ rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns }: Excel.Range): Place {
  return { row, column, rows, columns };
}

/** The conditional formats of a sheet. */
export function formatsOf(sheet: Excel.Worksheet): Asked {
  let formats: Excel.ConditionalFormatCollection;
  return {
    kind: "format",
    where: sheet.name,
    queue: () => (formats = sheet.getRange().conditionalFormats.load("items/type")),
    read: () => ({
      more: formats.items.flatMap((format) => {
        const rule = ruleOf(format);
        return rule === null ? [] : [formatOf(sheet, format, rule)];
      }),
    }),
  };
}

interface FormatRule {
  readonly queue: () => void;
  /** What the rule says, formulas among it. */
  readonly says: () => unknown;
}

/** What of a conditional format may hold formulas; null for a kind that holds none. */
function ruleOf(format: Excel.ConditionalFormat): FormatRule | null {
  switch (format.type) {
    case "Custom":
      return { queue: () => format.custom.rule.load("formula"), says: () => ({ formula: format.custom.rule.formula }) };
    case "CellValue":
      return { queue: () => format.cellValue.load("rule"), says: () => format.cellValue.rule };
    case "ContainsText":
      return { queue: () => format.textComparison.load("rule"), says: () => format.textComparison.rule };
    case "ColorScale":
      return { queue: () => format.colorScale.load("criteria"), says: () => format.colorScale.criteria };
    case "DataBar":
      return {
        queue: () => format.dataBar.load("lowerBoundRule,upperBoundRule"),
        says: () => [format.dataBar.lowerBoundRule, format.dataBar.upperBoundRule],
      };
    case "IconSet":
      return { queue: () => format.iconSet.load("criteria"), says: () => format.iconSet.criteria };
    default:
      return null;
  }
}

function formatOf(sheet: Excel.Worksheet, format: Excel.ConditionalFormat, rule: FormatRule): Asked {
  let areas: Excel.RangeCollection;
  return {
    kind: "format",
    where: sheet.name,
    queue: () => {
      rule.queue();
      areas = format.getRanges().areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
    },
    read: () => ({ texts: ruleTexts("format", sheet.name, rule.says(), areas.items.map(placeAt)) }),
  };
}

function ruleTexts(
  kind: AskedText["kind"],
  sheet: string,
  says: unknown,
  applied: readonly Place[],
): readonly AskedText[] {
  const where = `${sheet}!${applied.map(addressOf).join(",")}`;
  return formulasIn(says).map((formula) => ({ kind, where, formula, sheet, applied }));
}

/** The formulas in a rule: other texts are words to choose from, or to look for. Files leave out the sign of some. */
function formulasIn(says: unknown, isFormula = false): readonly string[] {
  if (typeof says === "string") return isFormula || says.startsWith("=") ? [says] : [];
  if (typeof says !== "object" || says === null) return [];
  return Object.entries(says).flatMap(([key, value]) => formulasIn(value, key === "formula"));
}

/** The data validations of a sheet. Excel tells which cells have any, and of some cells the rule that all of them have. */
export function validationsOf(sheet: Excel.Worksheet): Asked {
  let areas: Excel.RangeCollection;
  return {
    kind: "validation",
    where: sheet.name,
    queue: () => {
      const ruled = sheet.getRange().getSpecialCellsOrNullObject("DataValidations");
      areas = ruled.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
    },
    read: () => ({
      more: areas.isNullObject ? [] : areas.items.map((range) => validationOf(sheet, placeAt(range))),
    }),
  };
}

function validationOf(sheet: Excel.Worksheet, place: Place): Asked {
  let validation: Excel.DataValidation;
  return {
    kind: "validation",
    where: sheet.name,
    queue: () => (validation = rangeAt(sheet, place).dataValidation.load("type,rule")),
    read: () => {
      const isMixed = validation.type === "Inconsistent" || validation.type === "MixedCriteria";
      if (isMixed) return { more: halvesOf(place).map((half) => validationOf(sheet, half)) };
      return { texts: ruleTexts("validation", sheet.name, validation.rule, [place]) };
    },
  };
}

/** Columns first: cells below each other are alike, as a rule. */
function halvesOf(place: Place): readonly Place[] {
  const along = place.columns > 1 ? "columns" : "rows";
  const from = along === "columns" ? "column" : "row";
  const half = place[along] >> 1;
  if (half === 0) return [];
  return [
    { ...place, [along]: half },
    { ...place, [from]: place[from] + half, [along]: place[along] - half },
  ];
}

/** The series of a sheet's charts, but for those of ours. From ExcelApi 1.15 on Excel tells which cells they show. */
export function chartsOf(sheet: Excel.Worksheet, ours: ReadonlySet<string>): Asked {
  let charts: Excel.ChartCollection;
  return {
    kind: "chart",
    where: sheet.name,
    queue: () => (charts = sheet.charts.load("items/name")),
    read: () => {
      const theirs = charts.items.filter(({ name }) => !ours.has(name));
      const named = (name: string): string => `${sheet.name}: ${name}`;
      if (Office.context.requirements.isSetSupported("ExcelApi", "1.15"))
        return { more: theirs.map((chart) => chartOf(chart, sheet.name, named(chart.name))) };
      return { texts: theirs.map(({ name }) => ({ kind: "chart", where: named(name), formula: null, sheet: null })) };
    },
  };
}

function chartOf(chart: Excel.Chart, sheet: string, where: string): Asked {
  return {
    kind: "chart",
    where,
    queue: () => chart.series.load("items/name,items/chartType"),
    read: () => ({
      more: chart.series.items.map((series) => {
        const sources: OfficeExtension.ClientResult<string>[] = [];
        return {
          kind: "chart",
          where,
          queue: () => {
            sources.length = 0;
            for (const dimension of dimensionsOf(series.chartType))
              sources.push(series.getDimensionDataSourceString(dimension));
          },
          read: () => ({ texts: sources.map(({ value }) => ({ kind: "chart", where, formula: value, sheet })) }),
        };
      }),
    }),
  };
}

function dimensionsOf(chartType: string): readonly ("Categories" | "Values" | "XValues" | "YValues" | "BubbleSizes")[] {
  if (chartType.startsWith("Bubble")) return ["XValues", "YValues", "BubbleSizes"];
  return chartType.startsWith("XYScatter") ? ["XValues", "YValues"] : ["Categories", "Values"];
}
