import type { TableView } from "../hostProtocol";

/** How a table style paints a cell below the cell's own format. */
export interface TableLook {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  /** Colour of a line below or above the cell. */
  readonly below?: string;
  readonly above?: string;
}

/** The look that a table's style gives one of its cells, or null outside any table. */
export function tableLook(tables: readonly TableView[], row: number, column: number): TableLook | null {
  for (const table of tables) {
    const { area } = table;
    if (row < area.row || row >= area.row + area.rows || column < area.column || column >= area.column + area.columns)
      continue;
    return lookWithin(table, row - area.row, column - area.column);
  }
  return null;
}

function lookWithin(table: TableView, row: number, column: number): TableLook | null {
  const style = parsedStyle(table.style);
  if (!style) return null;
  if (table.showHeaders && row === 0) return style.header;
  if (table.showTotals && row === table.area.rows - 1) return style.totals;
  const body = row - (table.showHeaders ? 1 : 0);
  const last = row === table.area.rows - 1;
  const banded = (table.showBandedRows && body % 2 === 0) || (table.showBandedColumns && column % 2 === 0);
  const look = banded ? style.band : style.body;
  return last && style.line ? { ...look, below: style.line } : look;
}

interface TableStyle {
  readonly header: TableLook;
  readonly totals: TableLook;
  readonly body: TableLook;
  readonly band: TableLook;
  /** Closes the table at its end. */
  readonly line: string;
}

/** Office's own theme since 2013: dark text, then the six accents. */
const accents = ["#000000", "#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

/** The built-in table styles come in families of seven: one per colour of the theme. */
function parsedStyle(name: string | null): TableStyle | null {
  const match = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(name ?? "");
  if (!match) return null;
  const number = Number(match[2]) - 1;
  const accent = accents[number % 7] ?? "#000000";
  const family = Math.floor(number / 7);
  if (match[1] === "Light") return light(accent, family);
  return match[1] === "Medium" ? medium(accent, family) : dark(accent);
}

function light(accent: string, family: number): TableStyle {
  const filled = family === 1;
  return {
    header: filled ? { fill: accent, color: "#FFFFFF", bold: true } : { bold: true, below: accent, above: accent },
    totals: { bold: true, above: accent },
    body: filled ? { below: accent } : {},
    band: filled ? { below: accent } : { fill: tinted(accent, 0.8) },
    line: accent,
  };
}

function medium(accent: string, family: number): TableStyle {
  const allFilled = family === 1;
  return {
    header: { fill: accent, color: "#FFFFFF", bold: true },
    totals: { bold: true, above: accent },
    body: allFilled ? { fill: tinted(accent, 0.8) } : { below: tinted(accent, 0.6) },
    band: {
      fill: allFilled ? tinted(accent, 0.6) : family === 2 ? "#D9D9D9" : tinted(accent, 0.8),
      below: tinted(accent, 0.6),
    },
    line: accent,
  };
}

function dark(accent: string): TableStyle {
  return {
    header: { fill: "#000000", color: "#FFFFFF", bold: true },
    totals: { fill: "#000000", color: "#FFFFFF", bold: true },
    body: { fill: tinted(accent, -0.25), color: "#FFFFFF" },
    band: { fill: tinted(accent, -0.5), color: "#FFFFFF" },
    line: accent,
  };
}

/** A colour made lighter (up to 1) or darker (down to -1), as the file format's tint does. */
function tinted(color: string, tint: number): string {
  const channel = (start: number): string => {
    const value = parseInt(color.slice(start, start + 2), 16);
    const moved = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
    return Math.round(moved).toString(16).padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
