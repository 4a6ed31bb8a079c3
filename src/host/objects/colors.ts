import { invalid } from "./objectClass";

/** Names that office.js documents and people use. [D] Colours may be "#RRGGBB" or an HTML name. */
const named: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  lime: "#00FF00",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  purple: "#800080",
  gray: "#808080",
  grey: "#808080",
  silver: "#C0C0C0",
  navy: "#000080",
  teal: "#008080",
  maroon: "#800000",
  olive: "#808000",
  aqua: "#00FFFF",
  cyan: "#00FFFF",
  fuchsia: "#FF00FF",
  magenta: "#FF00FF",
  pink: "#FFC0CB",
  brown: "#A52A2A",
  gold: "#FFD700",
  lightgray: "#D3D3D3",
  lightgrey: "#D3D3D3",
  darkgray: "#A9A9A9",
  lightblue: "#ADD8E6",
  lightgreen: "#90EE90",
  lightyellow: "#FFFFE0",
};

/** A colour as "#RRGGBB" in capitals. @throws HostError InvalidArgument */
export function colorArgument(value: unknown): string {
  const text = typeof value === "string" ? value.trim() : "";
  if (/^#[0-9A-Fa-f]{6}$/.test(text)) return text.toUpperCase();
  if (/^#[0-9A-Fa-f]{3}$/.test(text)) return `#${text.slice(1).replace(/./g, "$&$&")}`.toUpperCase();
  const found = named[text.toLowerCase()];
  if (found === undefined) throw invalid(`a colour, not ${JSON.stringify(value)}`);
  return found;
}
