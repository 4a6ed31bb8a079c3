import { defaultPlan } from "../../plan/defaultPlan";
import { policyClasses } from "../../plan/policyClasses";
import { rfmMap, rfmMapNames } from "../../segmentations/rfm/rfmMaps";
import type { Language } from "../../text/language";
import { newNames } from "../../text/newNames";
import type { PlanForm, SegmentationForm } from "./planForm";

/** The form for sheets in another language: names that are still those with which it started follow, others stay. */
export function inSheetLanguage(form: PlanForm, language: Language): PlanForm {
  const translated = translator(form.sheetLanguage, language);
  return {
    ...form,
    sheetLanguage: language,
    segmentations: form.segmentations.map((each) => translatedForm(each, form.sheetLanguage, language, translated)),
  };
}

type Translated = (name: string) => string;

function translatedForm(
  segmentation: SegmentationForm,
  from: Language,
  language: Language,
  translated: Translated,
): SegmentationForm {
  const name = ofColumn(segmentation, from, language) ?? translated(segmentation.name);
  const inNames = <T extends { readonly name: string }>(items: readonly T[]): T[] => {
    // "Middle" of five tiers is another word than that of three bands.
    const fifths = items.length === newNames(from).fifths.length ? newNames(from).fifths : [];
    return items.map((item) => {
      return { ...item, name: newNames(language).fifths[fifths.indexOf(item.name)] ?? translated(item.name) };
    });
  };
  switch (segmentation.method) {
    case "rules": {
      const { otherwise, segments } = segmentation;
      return { ...segmentation, name, segments: inNames(segments), otherwise: translated(otherwise) };
    }
    case "rfm": {
      const { source, valueColumn, segments } = segmentation;
      const found = source.kind === "transactions" ? translated(valueColumn) : valueColumn;
      return { ...segmentation, name, valueColumn: found, segments: inNames(segments) };
    }
    case "matrix":
      return { ...segmentation, name, classes: inNames(segmentation.classes) };
    default:
      return { ...segmentation, name, tiers: inNames(segmentation.tiers) };
  }
}

/** The name of a segmentation that is called after its column; null for any other name. */
function ofColumn(segmentation: SegmentationForm, from: Language, language: Language): string | null {
  if (!("column" in segmentation)) return null;
  const { column, name } = segmentation;
  const [before, after] = [newNames(from), newNames(language)];
  const kind = (["bands", "groups", "ranks"] as const).find((each) => before[each](column) === name);
  return kind === undefined ? null : after[kind](column);
}

function translator(from: Language, to: Language): Translated {
  const [before, after] = [startingNames(from), startingNames(to)];
  return (name) => after[before.indexOf(name)] ?? name;
}

/** All names that a form may start with, in the same order for every language. */
function startingNames(language: Language): readonly string[] {
  const table = { id: "", name: "" };
  const plan = defaultPlan({ table, keyColumn: "", valueColumn: "", template: "lending", sheetLanguage: language });
  const own = plan.segmentations.flatMap(({ name, tiers }) => [name, ...tiers.map((tier) => tier.name)]);
  const classes = policyClasses(language).map(({ name }) => name);
  const rfm = rfmMapNames.flatMap((map) => rfmMap(map, language).segments.map(({ name }) => name));
  const names = newNames(language);
  return [
    ...own,
    ...[names.fourthTier, names.exposure, names.earnings, ...names.threeBands],
    ...[...classes, names.policy],
    ...[names.rules, names.watched, names.large, names.otherwise],
    ...[...rfm, names.rfm, names.rfmAmount],
  ];
}
