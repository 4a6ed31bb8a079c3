import { maxColumns, maxRows, type Area } from "../model/address";
import type { Sheet } from "../model/book";
import { rowAt } from "../model/cells";
import type { Border, BorderEdge, Style } from "../model/style";
import { autofitColumns } from "../edit/autofit";
import { commonStyle, restyle, withSpans } from "../edit/cellStyles";
import { refuseIfLocked } from "../edit/guards";
import { charactersOfPoints, pointsOfCharacters, widthPoints, heightPoints } from "../edit/measures";
import { changed, type Session } from "../session";
import { areaOf } from "./addresses";
import { colorArgument } from "./colors";
import type { Handles, LiveRange } from "./handles";
import {
  flagArgument,
  invalid,
  numberArgument,
  object,
  textArgument,
  wholeArgument,
  wordArgument,
  type ObjectClass,
} from "./objectClass";

/** What the cells agree on; null where they differ. [D] */
function read<T>(of: LiveRange, session: Session, look: (style: Style) => T): T | null {
  return commonStyle(session, of.sheet, areaOf(of, session), look) ?? null;
}

function write(of: LiveRange, session: Session, change: (style: Style) => Style): void {
  const area = areaOf(of, session);
  refuseIfLocked(session, of.sheet, area, "allowFormatCells");
  restyle(session, of.sheet, area, change);
}

const horizontal = [
  "General",
  "Left",
  "Center",
  "Right",
  "Fill",
  "Justify",
  "CenterAcrossSelection",
  "Distributed",
] as const;
const vertical = ["Top", "Center", "Bottom", "Justify", "Distributed"] as const;

const format: ObjectClass<LiveRange> = {
  scalars: {
    ColumnWidth: (of, session) => columnWidth(of.sheet, areaOf(of, session)),
    RowHeight: (of, session) => rowHeight(of.sheet, areaOf(of, session)),
    HorizontalAlignment: (of, session) => read(of, session, (style) => style.horizontalAlignment),
    VerticalAlignment: (of, session) => read(of, session, (style) => style.verticalAlignment),
    WrapText: (of, session) => read(of, session, (style) => style.wrapText),
    IndentLevel: (of, session) => read(of, session, (style) => style.indent),
  },
  sets: {
    ColumnWidth: (of, value, session) => setColumnWidth(of, numberArgument(value), session),
    RowHeight: (of, value, session) => setRowHeight(of, numberArgument(value), session),
    HorizontalAlignment: (of, value, session) => {
      const word = wordArgument(value, horizontal);
      write(of, session, (style) => ({ ...style, horizontalAlignment: word }));
    },
    VerticalAlignment: (of, value, session) => {
      const word = wordArgument(value, vertical);
      write(of, session, (style) => ({ ...style, verticalAlignment: word }));
    },
    WrapText: (of, value, session) => {
      const on = flagArgument(value);
      write(of, session, (style) => ({ ...style, wrapText: on }));
    },
    IndentLevel: (of, value, session) => {
      const indent = wholeArgument(value);
      if (indent < 0 || indent > 250) throw invalid("an indent from 0 to 250");
      write(of, session, (style) => ({ ...style, indent }));
    },
  },
  navigation: {
    Borders: (of) => object("RangeBorderCollection", of),
    Fill: (of) => object("RangeFill", of),
    Font: (of) => object("RangeFont", of),
    Protection: (of) => object("FormatProtection", of),
  },
  actions: {
    AutofitColumns: (of, _, session) => autofitColumns(session, of.sheet, areaOf(of, session)),
    AutofitRows: (of, _, session) => autofitRows(of, session),
  },
};

const fill: ObjectClass<LiveRange> = {
  // No fill reads as white, differing fills as "". [D] RangeFill.color: null or "" when the range has more than one
  scalars: {
    Color: (of, session) =>
      commonStyle(session, of.sheet, areaOf(of, session), (style) => style.fillColor ?? "#FFFFFF") ?? "",
  },
  sets: {
    Color: (of, value, session) => {
      const color = value === "" ? null : colorArgument(value);
      write(of, session, (style) => ({ ...style, fillColor: color }));
    },
  },
  actions: { Clear: (of, _, session) => write(of, session, (style) => ({ ...style, fillColor: null })) },
};

const underlines = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"] as const;

const font: ObjectClass<LiveRange> = {
  scalars: {
    Bold: (of, session) => read(of, session, (style) => style.bold),
    Italic: (of, session) => read(of, session, (style) => style.italic),
    Color: (of, session) => commonStyle(session, of.sheet, areaOf(of, session), (style) => style.fontColor) ?? "",
    Name: (of, session) => read(of, session, (style) => style.fontName),
    Size: (of, session) => read(of, session, (style) => style.fontSize),
    Underline: (of, session) => read(of, session, (style) => style.underline),
  },
  sets: {
    Bold: (of, value, session) => {
      const bold = flagArgument(value);
      write(of, session, (style) => ({ ...style, bold }));
    },
    Italic: (of, value, session) => {
      const italic = flagArgument(value);
      write(of, session, (style) => ({ ...style, italic }));
    },
    Color: (of, value, session) => {
      const fontColor = colorArgument(value);
      write(of, session, (style) => ({ ...style, fontColor }));
    },
    Name: (of, value, session) => {
      const fontName = textArgument(value);
      write(of, session, (style) => ({ ...style, fontName }));
    },
    Size: (of, value, session) => {
      const fontSize = numberArgument(value);
      if (fontSize < 1 || fontSize > 409) throw invalid("a font size from 1 to 409");
      write(of, session, (style) => ({ ...style, fontSize }));
    },
    Underline: (of, value, session) => {
      const word = wordArgument(value, underlines);
      const underline = word.startsWith("Double") ? "Double" : word === "None" ? "None" : "Single";
      write(of, session, (style) => ({ ...style, underline }));
    },
  },
};

/** Sides by Excel's name; inner sides are the right and bottom ones of all cells but the last. */
const edges = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;

const borders: ObjectClass<LiveRange> = {
  scalars: { Count: () => edges.length },
  items: (range) => edges.map((edge) => object("RangeBorder", { range, edge })),
  indexer: (range, key) => object("RangeBorder", { range, edge: wordArgument(key, edges) }),
  methods: {
    GetItemAt: (range, [index]) =>
      object("RangeBorder", { range, edge: wordArgument(edges[wholeArgument(index)], edges) }),
  },
};

const lineStyles = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"] as const;
const weights = ["Hairline", "Thin", "Medium", "Thick"] as const;

const border: ObjectClass<Handles["RangeBorder"]> = {
  identity: ({ edge }) => ({ Id: edge }),
  scalars: {
    SideIndex: ({ edge }) => edge,
    Style: (of, session) => lineOf(borderAt(of, session)?.style ?? null).style,
    Weight: (of, session) => lineOf(borderAt(of, session)?.style ?? null).weight,
    Color: (of, session) => borderAt(of, session)?.color ?? "#000000",
  },
  sets: {
    Style: (of, value, session) => {
      const style = wordArgument(value, lineStyles);
      setBorder(of, session, (old) =>
        style === "None"
          ? null
          : { color: old?.color ?? "#000000", style: fileStyle(style, lineOf(old?.style ?? null).weight) },
      );
    },
    Weight: (of, value, session) => {
      const weight = wordArgument(value, weights);
      setBorder(of, session, (old) => {
        const { style } = lineOf(old?.style ?? null);
        return { color: old?.color ?? "#000000", style: fileStyle(style === "None" ? "Continuous" : style, weight) };
      });
    },
    Color: (of, value, session) => {
      const color = colorArgument(value);
      setBorder(of, session, (old) => ({ color, style: old?.style ?? "thin" }));
    },
  },
};

/** Excel's words for a line and the file's single word for style and weight together. Source: ECMA-376 Part 1, 18.18.3 (ST_BorderStyle). */
const fileStyles: Readonly<
  Record<string, { readonly style: (typeof lineStyles)[number]; readonly weight: (typeof weights)[number] }>
> = {
  thin: { style: "Continuous", weight: "Thin" },
  hair: { style: "Continuous", weight: "Hairline" },
  medium: { style: "Continuous", weight: "Medium" },
  thick: { style: "Continuous", weight: "Thick" },
  dashed: { style: "Dash", weight: "Thin" },
  mediumDashed: { style: "Dash", weight: "Medium" },
  dashDot: { style: "DashDot", weight: "Thin" },
  mediumDashDot: { style: "DashDot", weight: "Medium" },
  dashDotDot: { style: "DashDotDot", weight: "Thin" },
  mediumDashDotDot: { style: "DashDotDot", weight: "Medium" },
  dotted: { style: "Dot", weight: "Thin" },
  double: { style: "Double", weight: "Thick" },
  slantDashDot: { style: "SlantDashDot", weight: "Medium" },
};

function lineOf(style: string | null): {
  readonly style: (typeof lineStyles)[number];
  readonly weight: (typeof weights)[number];
} {
  return (style === null ? undefined : fileStyles[style]) ?? { style: "None", weight: "Thin" };
}

function fileStyle(style: string, weight: string): string {
  const exact = Object.entries(fileStyles).find(([, line]) => line.style === style && line.weight === weight);
  return exact?.[0] ?? Object.entries(fileStyles).find(([, line]) => line.style === style)?.[0] ?? "thin";
}

/** The cells and the side of theirs that make an edge of a range. */
function sideOf(edge: string, area: Area): { readonly side: BorderEdge; readonly cells: Area | null } {
  const last = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 };
  switch (edge) {
    case "EdgeTop":
      return { side: "top", cells: { ...area, rows: 1 } };
    case "EdgeBottom":
      return { side: "bottom", cells: { ...area, row: last.row, rows: 1 } };
    case "EdgeLeft":
      return { side: "left", cells: { ...area, columns: 1 } };
    case "EdgeRight":
      return { side: "right", cells: { ...area, column: last.column, columns: 1 } };
    case "InsideVertical":
      return { side: "right", cells: area.columns > 1 ? { ...area, columns: area.columns - 1 } : null };
    case "InsideHorizontal":
      return { side: "bottom", cells: area.rows > 1 ? { ...area, rows: area.rows - 1 } : null };
    default:
      throw invalid("an edge or inner border; diagonals are not played");
  }
}

function borderAt({ range, edge }: Handles["RangeBorder"], session: Session): Border | null {
  if (edge.startsWith("Diagonal")) return null;
  const { side, cells } = sideOf(edge, areaOf(range, session));
  const common =
    cells && commonStyle(session, range.sheet, cells, (style) => JSON.stringify(style.borders[side] ?? null));
  return common === null || common === undefined ? null : (JSON.parse(common) as Border | null);
}

function setBorder(
  { range, edge }: Handles["RangeBorder"],
  session: Session,
  change: (old: Border | null) => Border | null,
): void {
  const area = areaOf(range, session);
  refuseIfLocked(session, range.sheet, area, "allowFormatCells");
  const { side, cells } = sideOf(edge, area);
  if (!cells) return;
  restyle(session, range.sheet, cells, (style) => {
    const { [side]: old, ...others } = style.borders;
    const next = change(old ?? null);
    return { ...style, borders: next === null ? others : { ...others, [side]: next } };
  });
}

const protection: ObjectClass<LiveRange> = {
  scalars: { Locked: (of, session) => read(of, session, (style) => style.locked) },
  sets: {
    Locked: (of, value, session) => {
      const locked = flagArgument(value);
      write(of, session, (style) => ({ ...style, locked }));
    },
  },
};

/** One width for all columns, or null. [D] */
function columnWidth(sheet: Sheet, area: Area): number | null {
  const width = widthPoints(sheet, area.column);
  for (let column = area.column; column < area.column + area.columns; column++)
    if (widthPoints(sheet, column) !== width) return null;
  return width;
}

function rowHeight(sheet: Sheet, area: Area): number | null {
  const height = heightPoints(sheet, area.row);
  if (area.rows === maxRows) {
    for (const row of sheet.rows.keys()) if (heightPoints(sheet, row) !== height) return null;
    return height;
  }
  for (let row = area.row; row < area.row + area.rows; row++) if (heightPoints(sheet, row) !== height) return null;
  return height;
}

function setColumnWidth(of: LiveRange, points: number, session: Session): void {
  const area = areaOf(of, session);
  refuseIfLocked(session, of.sheet, area, "allowFormatColumns");
  // A column is at most 255 characters wide. [P]
  if (points < 0 || points > pointsOfCharacters(255)) throw invalid("a column width within 255 characters");
  const width = charactersOfPoints(points);
  if (area.columns === maxColumns) of.sheet.defaultColumnWidth = width;
  else
    of.sheet.columns = withSpans(of.sheet.columns, area.column, area.column + area.columns - 1, (span) => ({
      ...span,
      width,
      hidden: points === 0,
    }));
  changed(session, { kind: "layout", sheet: of.sheet, what: "columns" });
}

function setRowHeight(of: LiveRange, points: number, session: Session): void {
  const area = areaOf(of, session);
  refuseIfLocked(session, of.sheet, area, "allowFormatRows");
  if (points < 0 || points > 409.5) throw invalid("a row height up to 409.5 points");
  if (area.rows === maxRows) {
    of.sheet.defaultRowHeight = points;
    for (const record of of.sheet.rows.values()) delete record.height;
  } else for (let row = area.row; row < area.row + area.rows; row++) rowAt(of.sheet, row).height = points;
  changed(session, { kind: "layout", sheet: of.sheet, what: "rows" });
}

/** Rows go back to the default height, which is what fits one line. */
function autofitRows(of: LiveRange, session: Session): void {
  const area = areaOf(of, session);
  for (const [row, record] of of.sheet.rows) if (row >= area.row && row < area.row + area.rows) delete record.height;
  changed(session, { kind: "layout", sheet: of.sheet, what: "rows" });
}

export const rangeFormatClasses = {
  RangeFormat: format,
  RangeFill: fill,
  RangeFont: font,
  RangeBorderCollection: borders,
  RangeBorder: border,
  FormatProtection: protection,
};
