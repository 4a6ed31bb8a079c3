import { languages } from "../../text/language";
import type { PaneWords } from "../../text/pane/paneWords";
import { sheetWords } from "../../text/sheetWords";
import { type PlanForm, type SegmentationForm, shareOf } from "./planForm";

/** What may be wrong with a field; the words are the pane's. */
export type ProblemKind = keyof PaneWords["segments"]["invalid"];

/** The field at fault: "key", or "name", "value", "tier/1", "cutoff/0" of a segmentation. */
export interface FormProblem {
  readonly segmentation: number | null;
  readonly field: string;
  readonly kind: ProblemKind;
}

const longestName = 255; // Excel's limit for a column header that the plan stores

/** Everything that keeps a form from being a plan, in the order of the fields; empty if nothing does. */
export function formProblems(form: PlanForm): readonly FormProblem[] {
  const key: readonly FormProblem[] =
    form.keyColumn === "" ? [{ segmentation: null, field: "key", kind: "key-missing" }] : [];
  return [...key, ...form.segmentations.flatMap((_, i) => segmentationProblems(form, i))];
}

function segmentationProblems(form: PlanForm, index: number): readonly FormProblem[] {
  const segmentation = form.segmentations[index];
  if (segmentation === undefined) return [];
  const others = form.segmentations.filter((_, i) => i !== index).map(({ name }) => sameName(name));
  const found: [string, ProblemKind | null][] = [
    ["value", segmentation.valueColumn === "" ? "value-missing" : null],
    ["name", nameProblem(segmentation.name, others)],
    ...segmentation.tiers.flatMap((_, i): [string, ProblemKind | null][] => [
      [`tier/${i}`, tierNameProblem(segmentation, i)],
      [`cutoff/${i}`, cutoffProblem(segmentation, i)],
    ]),
  ];
  return found.flatMap(([field, kind]) => (kind === null ? [] : [{ segmentation: index, field, kind }]));
}

function nameProblem(name: string, others: readonly string[]): ProblemKind | null {
  if (name.trim() === "") return "name-missing";
  if (name.trim().length > longestName) return "name-long";
  return others.includes(sameName(name)) ? "name-taken" : null;
}

function tierNameProblem({ tiers }: SegmentationForm, index: number): ProblemKind | null {
  const name = tiers[index]?.name ?? "";
  if (name.trim() === "") return "tier-name-missing";
  if (name.trim().length > longestName) return "tier-name-long";
  if (reservedNames.has(sameName(name))) return "tier-name-reserved";
  return tiers.some((tier, i) => i < index && sameName(tier.name) === sameName(name)) ? "tier-name-twice" : null;
}

function cutoffProblem({ tiers }: SegmentationForm, index: number): ProblemKind | null {
  if (index >= tiers.length - 1) return null;
  const typed = tiers[index]?.cutoff ?? "";
  if (typed.trim() === "") return "cutoff-missing";
  const share = shareOf(typed);
  if (Number.isNaN(share)) return "cutoff-no-number";
  if (share <= 0 || share >= 1) return "cutoff-range";
  const above = tiers.slice(0, index).map(({ cutoff }) => shareOf(cutoff));
  return above.some((other) => other >= share) ? "cutoff-order" : null;
}

/** Excel treats headers, and COUNTIFS labels, as the same whatever their case. */
function sameName(name: string): string {
  return name.normalize("NFC").trim().toLowerCase();
}

/** The label of rows without a tier, in either language of the sheets. */
const reservedNames = new Set(languages.map((language) => sameName(sheetWords(language).notClassified)));
