import type { Segmentation } from "../../segmentations/plans";

/** Fill of a tier, and the colour of its letter on it (contrast at least 4.5:1). */
export interface TierColour {
  readonly fill: string;
  readonly letter: string;
}

/** Dark to light in the order of tiers, then warm tones, then greys; eleven, so that RFM's first and last differ. */
const colours: readonly TierColour[] = [
  { fill: "#12436d", letter: "#ffffff" },
  { fill: "#2073bc", letter: "#ffffff" },
  { fill: "#6bace6", letter: "#000000" },
  { fill: "#bbd8f3", letter: "#000000" },
  { fill: "#f6d9a8", letter: "#000000" },
  { fill: "#e0a458", letter: "#000000" },
  { fill: "#b8742c", letter: "#000000" },
  { fill: "#7a4a16", letter: "#ffffff" },
  { fill: "#5b5b5b", letter: "#ffffff" },
  { fill: "#9e9e9e", letter: "#000000" },
  { fill: "#dedede", letter: "#000000" },
];

/** The colour of a tier by its place, the best being zero. */
export function tierColour(tier: number): TierColour {
  return colours[tier % colours.length] ?? { fill: "#9e9e9e", letter: "#000000" };
}

/** The letter of a tier by its place: A, B, C and so on. */
export function tierLetter(tier: number): string {
  return String.fromCharCode(65 + tier);
}

/** What stands on a tier's colour: its letter, or a number where letters may be read as values or ratings. */
export function tierSign(tier: number, method: Segmentation["method"]): string {
  return method === "groups" || method === "matrix" || method === "rfm" || method === "rules"
    ? String(tier + 1)
    : tierLetter(tier);
}
