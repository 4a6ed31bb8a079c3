import type { Language } from "../../text/language";
import { newNames } from "../../text/newNames";
import { moved } from "./moved";
import { inPercent, percentText, shareOf, type TieredForm, type TierForm } from "./planForm";
import { tierLetter } from "./tierColours";

/** One change to tiers, bands or groups, which count from zero. */
export type TierEdit =
  | { readonly kind: "direction"; readonly direction: TieredForm["direction"] }
  | { readonly kind: "moveTier"; readonly tier: number; readonly by: -1 | 1 }
  | { readonly kind: "tierName"; readonly tier: number; readonly name: string }
  | { readonly kind: "cutoff"; readonly tier: number; readonly percent: string }
  | { readonly kind: "addTier" }
  | { readonly kind: "removeTier"; readonly tier: number };

/** What an edit of tiers reads and changes; an axis of a policy matrix has the same. */
export type Tiered = Pick<TieredForm, "method" | "direction" | "tiers">;

/** The most tiers that a plan takes. */
export const mostTiers = 10;

/** The fewest tiers, bands or groups, by method. */
const fewestTiers = { abc: 2, quantiles: 2, cutoffs: 2, groups: 1 } as const;

/** Tiers, bands or groups after one change. */
export function editTiers<Form extends Tiered>(open: Form, edit: TierEdit, language: Language): Form {
  switch (edit.kind) {
    case "direction":
      return open.direction === edit.direction ? open : turned(open, edit.direction);
    case "moveTier":
      return { ...open, tiers: moved(open.tiers, edit.tier, edit.tier + edit.by) };
    case "tierName":
      return { ...open, tiers: withTier(open.tiers, edit.tier, { name: edit.name }) };
    case "cutoff":
      return { ...open, tiers: withTier(open.tiers, edit.tier, { cutoff: edit.percent }) };
    case "addTier":
      return withOneMore(open, language);
    case "removeTier":
      return open.tiers.length <= fewestTiers[open.method]
        ? open
        : { ...open, tiers: open.tiers.filter((_, i) => i !== edit.tier) };
    default:
      return edit satisfies never;
  }
}

function withTier(tiers: readonly TierForm[], index: number, change: Partial<TierForm>): readonly TierForm[] {
  return tiers.map((tier, i) => (i === index ? { ...tier, ...change } : tier));
}

/** From the other end: the same bands between the same cut-offs, and shares of the customers counted from there. */
function turned<Form extends Tiered>(open: Form, direction: TieredForm["direction"]): Form {
  const cutoffs = open.tiers
    .slice(0, -1)
    .map(({ cutoff }) => {
      const share = open.method === "quantiles" ? shareOf(cutoff) : NaN;
      return Number.isNaN(share) ? cutoff : percentText(1 - share);
    })
    .reverse();
  const tiers = [...open.tiers].reverse().map((tier, i) => ({ ...tier, cutoff: cutoffs[i] ?? "" }));
  return { ...open, direction, tiers };
}

/** A new last tier; the tier that was last gets a cut-off halfway between the one above it and all. */
function withOneMore<Form extends Tiered>(open: Form, language: Language): Form {
  const { tiers } = open;
  if (tiers.length >= mostTiers) return open;
  const above = shareOf(tiers[tiers.length - 2]?.cutoff ?? "0");
  const halfway =
    !inPercent(open.method) || Number.isNaN(above) ? "" : String(Number(((100 * (above + 1)) / 2).toFixed(2)));
  const kept = tiers.map((tier, i) => (i === tiers.length - 1 ? { ...tier, cutoff: halfway } : tier));
  return { ...open, tiers: [...kept, { id: freeId(tiers), name: freeName(tiers, language), cutoff: "" }] };
}

function freeId(tiers: readonly TierForm[]): string {
  const ids = Array.from({ length: mostTiers + 1 }, (_, i) => `tier-${i + 1}`);
  return ids.find((id) => tiers.every((tier) => tier.id !== id)) ?? `tier-${tiers.length + 1}`;
}

/** The next letter after letters, and otherwise the fourth customary name or "Tier 5". */
function freeName(tiers: readonly TierForm[], language: Language): string {
  const { fourthTier, newTier } = newNames(language);
  const lettered = tiers.every(({ name }, i) => name === tierLetter(i));
  if (lettered) return tierLetter(tiers.length);
  const numbered = Array.from({ length: mostTiers + 1 }, (_, i) => newTier(tiers.length + 1 + i));
  const names = tiers.length === 3 ? [fourthTier, ...numbered] : numbered;
  return names.find((name) => tiers.every((tier) => tier.name !== name)) ?? newTier(tiers.length + 1);
}
