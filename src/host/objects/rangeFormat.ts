import { maxColumns, maxRows, type Area } from "../model/address";
import type { Sheet } from "../model/book";
import { rowAt } from "../model/cells";
import type { Style } from "../model/style";
import { autofitColumns } from "../edit/autofit";
import { commonStyle, restyle, withSpans, withWidth } from "../edit/cellStyles";
import { refuseIfLocked } from "../edit/guards";
import {
  heightPoints,
  pointsOfWidth,
  standardPoints,
  standardWidthOf,
  widthOfPoints,
  widthPoints,
} from "../edit/measures";
import { changed, type Session } from "../session";
import { areaOf } from "./addresses";
import { colorArgument } from "./colors";
import type { LiveRange } from "./handles";
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
    UseStandardWidth: (of, session) => {
      const width = columnWidth(of.sheet, areaOf(of, session));
      return width === null ? null : width === standardPoints(of.sheet);
    },
    HorizontalAlignment: (of, session) => read(of, session, (style) => style.horizontalAlignment),
    VerticalAlignment: (of, session) => read(of, session, (style) => style.verticalAlignment),
    WrapText: (of, session) => read(of, session, (style) => style.wrapText),
    IndentLevel: (of, session) => read(of, session, (style) => style.indent),
  },
  sets: {
    ColumnWidth: (of, value, session) => setColumnWidth(of, numberArgument(value), session),
    RowHeight: (of, value, session) => setRowHeight(of, numberArgument(value), session),
    UseStandardWidth: (of, value, session) => {
      if (flagArgument(value)) useStandardWidth(of, session);
    },
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
  // A column is at most 255 characters wide. [P] P27
  if (points < 0 || points > pointsOfWidth(256)) throw invalid("a column width within 255 characters");
  const width = widthOfPoints(points);
  if (area.columns === maxColumns) of.sheet.defaultColumnWidth = standardWidthOf(points);
  else
    of.sheet.columns = withSpans(of.sheet.columns, area.column, area.column + area.columns - 1, (span) => ({
      ...withWidth(span, width),
      hidden: points === 0,
    }));
  changed(session, { kind: "layout", sheet: of.sheet, what: "columns" });
}

/** [D] RangeFormat.useStandardWidth: only setting it to true has an effect. */
function useStandardWidth(of: LiveRange, session: Session): void {
  const { column, columns } = areaOf(of, session);
  refuseIfLocked(session, of.sheet, areaOf(of, session), "allowFormatColumns");
  of.sheet.columns = withSpans(of.sheet.columns, column, column + columns - 1, ({ width: _, ...span }) => span);
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
  FormatProtection: protection,
};
