import type { TableInspection } from "../../actions/inspectTable";
import { defaultPlan, guessTemplate } from "../../plan/defaultPlan";
import { type Plan, planVersion, type Segmentation } from "../../plan/plan";
import type { Language } from "../../text/language";

/** One tier as it stands in the form. */
export interface TierForm {
  readonly id: string;
  readonly name: string;
  /** In percent as typed; the last tier takes the rest and has none. */
  readonly cutoff: string;
}

/** One segmentation as it stands in the form, valid or not. */
export interface SegmentationForm {
  readonly id: string;
  readonly name: string;
  /** Empty while none is chosen. */
  readonly valueColumn: string;
  readonly tiers: readonly TierForm[];
}

/** What the user is configuring. */
export interface PlanForm {
  readonly table: Plan["table"];
  /** Empty while none is chosen. */
  readonly keyColumn: string;
  /** YYYY-MM-DD, or empty if not stated. */
  readonly dataDate: string;
  readonly sheetLanguage: Language;
  readonly segmentations: readonly SegmentationForm[];
  /** Index of the segmentation on view. */
  readonly open: number;
}

/**
 * The form for a table: what the workbook's stored plan says, as far as the table has those columns, and customary
 * tiers by the likeliest column otherwise.
 */
export function planForm(inspection: TableInspection, stored: Plan | null, language: Language): PlanForm {
  const columns = inspection.columns.map(({ name }) => name);
  const have = (column: string): string | undefined => columns.find((name) => name === column);
  const table = { id: inspection.id, name: inspection.name };
  const keyColumn = likelyKey(inspection);
  const valueColumn = inspection.valueCandidates[0] ?? "";
  const template = guessTemplate(columns);
  const plan = stored ?? defaultPlan({ table, keyColumn, valueColumn, template, sheetLanguage: language });
  return {
    table,
    keyColumn: have(plan.keyColumn) ?? keyColumn,
    dataDate: (plan.table.id === table.id ? plan.dataDate : null) ?? "",
    sheetLanguage: plan.sheetLanguage,
    segmentations: plan.segmentations.map((each) => segmentationForm(each, have(each.valueColumn) ?? valueColumn)),
    open: 0,
  };
}

/** Where an id column has faults, no other column takes its place unasked: the names of customers least of all. */
function likelyKey({ columns, keyCandidates, problems }: TableInspection): string {
  const [first = ""] = keyCandidates;
  const faulty = problems.some(
    ({ kind }) => kind === "duplicate-keys" || kind === "blank-keys" || kind === "digits-lost",
  );
  const isId = columns.some(({ name, looksLike }) => name === first && looksLike === "key");
  return faulty && !isId ? "" : first;
}

function segmentationForm({ id, name, cutoffs, tiers }: Segmentation, valueColumn: string): SegmentationForm {
  return { id, name, valueColumn, tiers: tiers.map((tier, i) => ({ ...tier, cutoff: percentText(cutoffs[i]) })) };
}

/** A share as the percentage a person would type: 0.8 is "80", and 0.665 is "66.5". */
function percentText(share: number | undefined): string {
  // Twelve digits hide what binary fractions add when multiplied by 100.
  return share === undefined ? "" : String(Number((share * 100).toPrecision(12)));
}

/** A valid form as the plan it describes; see `formProblems` for what makes it valid. */
export function planOf(form: PlanForm): Plan {
  return {
    version: planVersion,
    table: form.table,
    keyColumn: form.keyColumn,
    dataDate: form.dataDate === "" ? null : form.dataDate,
    sheetLanguage: form.sheetLanguage,
    segmentations: form.segmentations.map(({ id, name, valueColumn, tiers }) => ({
      method: "abc",
      id,
      name: name.trim(),
      valueColumn,
      cutoffs: tiers.slice(0, -1).map(({ cutoff }) => shareOf(cutoff)),
      tiers: tiers.map((tier) => ({ id: tier.id, name: tier.name.trim() })),
    })),
  };
}

/** A typed percentage as a fraction of one; NaN if it is none. Decimal comma, full-width digits and % are understood. */
export function shareOf(percentage: string): number {
  const typed = percentage.normalize("NFKC").trim().replace(/\s*%$/, "").replace(",", ".");
  // Shifting the exponent in the text gives the nearest number to the share; dividing by 100 may miss it.
  return /^\d+(\.\d+)?$/.test(typed) ? Number(`${typed}e-2`) : NaN;
}
