import { defaultPlan } from "../../plan/defaultPlan";
import type { Language } from "../../text/language";
import { paneWords } from "../../text/pane/paneWords";
import { editSettings, type SettingsEdit } from "../data/editSettings";
import { type PlanForm, type SegmentationForm, shareOf, type TieredForm, type TierForm } from "./planForm";
import { tierLetter } from "./tierColours";

/** One change a user makes to the form; tiers and segmentations by index. */
export type PlanEdit =
  | { readonly kind: "key"; readonly column: string }
  | { readonly kind: "dataDate"; readonly date: string }
  | {
      readonly kind: "sheetLanguage";
      readonly language: Language;
      /** Nothing written yet: default names follow. */ readonly fresh: boolean;
    }
  | { readonly kind: "open"; readonly segmentation: number }
  | { readonly kind: "add"; readonly segmentation: SegmentationForm }
  /** Leaves the segmentation on view out. */
  | { readonly kind: "remove" }
  | { readonly kind: "name"; readonly name: string }
  | {
      readonly kind: "column";
      readonly column: string;
      /** What the column makes of the tiers, highest first. */ readonly tiers: readonly TierForm[];
    }
  | { readonly kind: "direction"; readonly direction: TieredForm["direction"] }
  | { readonly kind: "moveTier"; readonly tier: number; readonly by: -1 | 1 }
  | { readonly kind: "value"; readonly column: string }
  | SettingsEdit
  | { readonly kind: "tierName"; readonly tier: number; readonly name: string }
  | { readonly kind: "cutoff"; readonly tier: number; readonly percent: string }
  | { readonly kind: "addTier" }
  | { readonly kind: "removeTier"; readonly tier: number };

/** The most tiers that a plan takes. */
export const mostTiers = 10;

/** The fewest tiers, bands or groups, by method. */
export const fewestTiers = { abc: 2, cutoffs: 2, groups: 1 } as const;

/** The form after one change. Edits of a segmentation go to the one on view. */
export function editPlanForm(form: PlanForm, edit: PlanEdit): PlanForm {
  switch (edit.kind) {
    case "key":
      return { ...form, keyColumn: edit.column };
    case "dataDate":
      return { ...form, dataDate: edit.date };
    case "sheetLanguage":
      return { ...(edit.fresh ? withNamesIn(form, edit.language) : form), sheetLanguage: edit.language };
    case "role":
    case "noRole":
    case "template":
    case "unit":
      return editSettings(form, edit);
    case "open":
      return { ...form, open: edit.segmentation };
    case "add":
      return { ...form, segmentations: [...form.segmentations, edit.segmentation], open: form.segmentations.length };
    case "remove":
      return form.segmentations.length <= 1
        ? form
        : { ...form, segmentations: form.segmentations.filter((_, i) => i !== form.open), open: 0 };
    case "column":
      return inTiers(form, (open) => ({
        ...open,
        column: edit.column,
        direction: "high-first",
        tiers: edit.tiers,
      }));
    case "direction":
      return inTiers(form, (open) => (open.direction === edit.direction ? open : turned(open, edit.direction)));
    case "moveTier":
      return inTiers(form, (open) => ({ ...open, tiers: moved(open.tiers, edit.tier, edit.tier + edit.by) }));
    case "name":
      return inOpen(form, (open) => ({ ...open, name: edit.name }));
    case "value":
      return inOpen(form, (open) => ({ ...open, valueColumn: edit.column }));
    case "tierName":
      return inTier(form, edit.tier, { name: edit.name });
    case "cutoff":
      return inTier(form, edit.tier, { cutoff: edit.percent });
    case "addTier":
      return inTiers(form, (open) => withOneMore(open, form.sheetLanguage));
    case "removeTier":
      return inTiers(form, (open) =>
        open.tiers.length <= fewestTiers[open.method]
          ? open
          : { ...open, tiers: open.tiers.filter((_, i) => i !== edit.tier) },
      );
    default:
      return edit satisfies never;
  }
}

function inOpen(form: PlanForm, change: (open: SegmentationForm) => SegmentationForm): PlanForm {
  return { ...form, segmentations: form.segmentations.map((each, i) => (i === form.open ? change(each) : each)) };
}

/** A change of tiers, which a policy matrix has none of. */
function inTiers(form: PlanForm, change: (open: TieredForm) => TieredForm): PlanForm {
  return inOpen(form, (open) => (open.method === "matrix" ? open : change(open)));
}

function inTier(form: PlanForm, index: number, change: Partial<TierForm>): PlanForm {
  return inTiers(form, (open) => ({
    ...open,
    tiers: open.tiers.map((tier, i) => (i === index ? { ...tier, ...change } : tier)),
  }));
}

/** The bands from the other end: the same bands between the same cut-offs. */
function turned(open: TieredForm, direction: TieredForm["direction"]): TieredForm {
  const cutoffs = open.tiers
    .slice(0, -1)
    .map(({ cutoff }) => cutoff)
    .reverse();
  const tiers = [...open.tiers].reverse().map((tier, i) => ({ ...tier, cutoff: cutoffs[i] ?? "" }));
  return { ...open, direction, tiers };
}

function moved(tiers: readonly TierForm[], from: number, to: number): readonly TierForm[] {
  const tier = tiers[from];
  if (tier === undefined || to < 0 || to >= tiers.length) return tiers;
  const others = tiers.filter((_, i) => i !== from);
  return [...others.slice(0, to), tier, ...others.slice(to)];
}

/** A new last tier; the tier that was last gets a cut-off halfway between the one above it and all. */
function withOneMore(open: TieredForm, language: Language): TieredForm {
  const { tiers } = open;
  if (tiers.length >= mostTiers) return open;
  const above = shareOf(tiers[tiers.length - 2]?.cutoff ?? "0");
  const halfway =
    open.method !== "abc" || Number.isNaN(above) ? "" : String(Number(((100 * (above + 1)) / 2).toFixed(2)));
  const kept = tiers.map((tier, i) => (i === tiers.length - 1 ? { ...tier, cutoff: halfway } : tier));
  return { ...open, tiers: [...kept, { id: freeId(tiers), name: freeName(tiers, language), cutoff: "" }] };
}

function freeId(tiers: readonly TierForm[]): string {
  const ids = Array.from({ length: mostTiers + 1 }, (_, i) => `tier-${i + 1}`);
  return ids.find((id) => tiers.every((tier) => tier.id !== id)) ?? `tier-${tiers.length + 1}`;
}

/** The next letter after letters, and otherwise the fourth customary name or "Tier 5". */
function freeName(tiers: readonly TierForm[], language: Language): string {
  const { fourthTier, newTier } = paneWords(language).segments;
  const lettered = tiers.every(({ name }, i) => name === tierLetter(i));
  if (lettered) return tierLetter(tiers.length);
  const numbered = Array.from({ length: mostTiers + 1 }, (_, i) => newTier(tiers.length + 1 + i));
  const names = tiers.length === 3 ? [fourthTier, ...numbered] : numbered;
  return names.find((name) => tiers.every((tier) => tier.name !== name)) ?? newTier(tiers.length + 1);
}

/** Names that are still those a plan starts with, in the wanted language. */
function withNamesIn(form: PlanForm, language: Language): PlanForm {
  const from = startingNames(form.sheetLanguage);
  const to = startingNames(language);
  const translated = (name: string): string => to[from.indexOf(name)] ?? name;
  return {
    ...form,
    segmentations: form.segmentations.map((segmentation) => {
      const name = translated(segmentation.name);
      return segmentation.method === "matrix"
        ? { ...segmentation, name }
        : {
            ...segmentation,
            name,
            tiers: segmentation.tiers.map((tier) => ({ ...tier, name: translated(tier.name) })),
          };
    }),
  };
}

function startingNames(language: Language): readonly string[] {
  const table = { id: "", name: "" };
  const plan = defaultPlan({ table, keyColumn: "", valueColumn: "", template: "lending", sheetLanguage: language });
  const own = plan.segmentations.flatMap(({ name, tiers }) => [name, ...tiers.map((tier) => tier.name)]);
  return [...own, paneWords(language).segments.fourthTier];
}
