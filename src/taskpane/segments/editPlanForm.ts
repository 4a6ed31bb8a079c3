import { defaultPlan } from "../../plan/defaultPlan";
import type { Language } from "../../text/language";
import { paneWords } from "../../text/pane/paneWords";
import { type PlanForm, type SegmentationForm, shareOf, type TierForm } from "./planForm";
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
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "value"; readonly column: string }
  | { readonly kind: "tierName"; readonly tier: number; readonly name: string }
  | { readonly kind: "cutoff"; readonly tier: number; readonly percent: string }
  | { readonly kind: "addTier" }
  | { readonly kind: "removeTier"; readonly tier: number };

/** The most tiers that a plan takes. */
export const mostTiers = 10;

/** The form after one change. Edits of a segmentation go to the one on view. */
export function editPlanForm(form: PlanForm, edit: PlanEdit): PlanForm {
  switch (edit.kind) {
    case "key":
      return { ...form, keyColumn: edit.column };
    case "dataDate":
      return { ...form, dataDate: edit.date };
    case "sheetLanguage":
      return { ...(edit.fresh ? withNamesIn(form, edit.language) : form), sheetLanguage: edit.language };
    case "open":
      return { ...form, open: edit.segmentation };
    case "name":
      return inOpen(form, (open) => ({ ...open, name: edit.name }));
    case "value":
      return inOpen(form, (open) => ({ ...open, valueColumn: edit.column }));
    case "tierName":
      return inTier(form, edit.tier, { name: edit.name });
    case "cutoff":
      return inTier(form, edit.tier, { cutoff: edit.percent });
    case "addTier":
      return inOpen(form, (open) => withOneMore(open, form.sheetLanguage));
    case "removeTier":
      return inOpen(form, (open) =>
        open.tiers.length <= 2 ? open : { ...open, tiers: open.tiers.filter((_, i) => i !== edit.tier) },
      );
    default:
      return edit satisfies never;
  }
}

function inOpen(form: PlanForm, change: (open: SegmentationForm) => SegmentationForm): PlanForm {
  return { ...form, segmentations: form.segmentations.map((each, i) => (i === form.open ? change(each) : each)) };
}

function inTier(form: PlanForm, index: number, change: Partial<TierForm>): PlanForm {
  return inOpen(form, (open) => ({
    ...open,
    tiers: open.tiers.map((tier, i) => (i === index ? { ...tier, ...change } : tier)),
  }));
}

/** A new last tier; the tier that was last gets a cut-off halfway between the one above it and all. */
function withOneMore(open: SegmentationForm, language: Language): SegmentationForm {
  const { tiers } = open;
  if (tiers.length >= mostTiers) return open;
  const above = shareOf(tiers[tiers.length - 2]?.cutoff ?? "0");
  const halfway = Number.isNaN(above) ? "" : String(Number(((100 * (above + 1)) / 2).toFixed(2)));
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
    segmentations: form.segmentations.map((segmentation) => ({
      ...segmentation,
      name: translated(segmentation.name),
      tiers: segmentation.tiers.map((tier) => ({ ...tier, name: translated(tier.name) })),
    })),
  };
}

function startingNames(language: Language): readonly string[] {
  const table = { id: "", name: "" };
  const plan = defaultPlan({ table, keyColumn: "", valueColumn: "", template: "lending", sheetLanguage: language });
  const own = plan.segmentations.flatMap(({ name, tiers }) => [name, ...tiers.map((tier) => tier.name)]);
  return [...own, paneWords(language).segments.fourthTier];
}
