import type { TableInspection } from "../../actions/inspectTable";
import { defaultPlan } from "../../plan/defaultPlan";
import { guessTemplate } from "../../plan/guessTemplate";
import { type Plan, planVersion, type Segmentation } from "../../plan/plan";
import type { Language } from "../../text/language";

/** One tier as it stands in the form. */
export interface TierForm {
  /** For a group of values the value itself. */
  readonly id: string;
  readonly name: string;
  /** As typed: in percent for value tiers, a number for bands. The last tier takes the rest and has none. */
  readonly cutoff: string;
}

/** One segmentation as it stands in the form, valid or not. */
export interface SegmentationForm {
  readonly method: Segmentation["method"];
  readonly id: string;
  readonly name: string;
  /** What bands and groups go by; empty for value tiers, and while none is chosen. */
  readonly column: string;
  /** Which bands come first; of no meaning for the other methods. */
  readonly direction: "high-first" | "low-first";
  /** What is divided or summed; empty while none is chosen. */
  readonly valueColumn: string;
  readonly tiers: readonly TierForm[];
}

/** What holds for all segmentations, as the plan keeps it. */
export type PlanSettings = Pick<Plan, "template" | "unit" | "roles" | "scales" | "rows">;

/** What the user is configuring. */
export interface PlanForm {
  readonly table: Plan["table"];
  /** Empty while none is chosen. */
  readonly keyColumn: string;
  /** YYYY-MM-DD, or empty if not stated. */
  readonly dataDate: string;
  readonly sheetLanguage: Language;
  readonly settings: PlanSettings;
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
  const { template: kept, unit, roles, scales, rows } = plan;
  return {
    table,
    settings: { template: kept, unit, roles, scales, rows },
    keyColumn: have(plan.keyColumn) ?? keyColumn,
    dataDate: (plan.table.id === table.id ? plan.dataDate : null) ?? "",
    sheetLanguage: plan.sheetLanguage,
    segmentations: plan.segmentations.map((each) =>
      segmentationForm(each, {
        column: each.method === "abc" ? "" : (have(each.column) ?? ""),
        valueColumn: have(each.valueColumn) ?? valueColumn,
      }),
    ),
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

function segmentationForm(
  segmentation: Segmentation,
  columns: Pick<SegmentationForm, "column" | "valueColumn">,
): SegmentationForm {
  const { method, id, name } = segmentation;
  const shared = { id, name, method, direction: "high-first", ...columns } as const;
  switch (segmentation.method) {
    case "abc":
      return { ...shared, tiers: tierForms(segmentation.tiers, segmentation.cutoffs.map(percentText)) };
    case "cutoffs": {
      const { direction, tiers, cutoffs } = segmentation;
      return { ...shared, direction, tiers: tierForms(tiers, cutoffs.map(String)) };
    }
    case "groups":
      return {
        ...shared,
        tiers: segmentation.groups.map((group) => ({ id: group.value, name: group.name, cutoff: "" })),
      };
    default:
      return segmentation satisfies never;
  }
}

function tierForms(
  tiers: readonly { readonly id: string; readonly name: string }[],
  cutoffs: readonly string[],
): readonly TierForm[] {
  return tiers.map((tier, i) => ({ ...tier, cutoff: cutoffs[i] ?? "" }));
}

/** A share as the percentage a person would type: 0.8 is "80", and 0.665 is "66.5". */
function percentText(share: number): string {
  // Twelve digits hide what binary fractions add when multiplied by 100.
  return String(Number((share * 100).toPrecision(12)));
}

/** A valid form as the plan it describes; see `formProblems` for what makes it valid. */
export function planOf(form: PlanForm): Plan {
  return {
    version: planVersion,
    table: form.table,
    keyColumn: form.keyColumn,
    dataDate: form.dataDate === "" ? null : form.dataDate,
    sheetLanguage: form.sheetLanguage,
    ...form.settings,
    segmentations: form.segmentations.map(segmentationOf),
  };
}

function segmentationOf(form: SegmentationForm): Segmentation {
  const { method, id, column, valueColumn, direction, tiers } = form;
  const shared = { id, name: form.name.trim(), valueColumn };
  const named = tiers.map((tier) => ({ id: tier.id, name: tier.name.trim() }));
  const cutoffs = tiers.slice(0, -1).map(({ cutoff }) => cutoffOf(method, cutoff));
  switch (method) {
    case "abc":
      return { method, ...shared, cutoffs, tiers: named };
    case "cutoffs":
      return { method, ...shared, column, direction, cutoffs, tiers: named };
    case "groups":
      return { method, ...shared, column, groups: named.map(({ id: value, name }) => ({ value, name })) };
    default:
      return method satisfies never;
  }
}

/** A typed cut-off as the plan keeps it: a share for value tiers, a number for bands; NaN if it is none. */
export function cutoffOf(method: Segmentation["method"], typed: string): number {
  return method === "abc" ? shareOf(typed) : numberOf(typed);
}

/** A typed number; NaN if it is none, also with a comma, which is a decimal one here and a thousands one there. */
export function numberOf(text: string): number {
  const typed = text.normalize("NFKC").replace(/[\s\u2212]/g, (sign) => (sign === "\u2212" ? "-" : ""));
  return /^[-+]?\d+(\.\d+)?$/.test(typed) ? Number(typed) : NaN;
}

/** A typed percentage as a fraction of one; NaN if it is none. Decimal comma, full-width digits and % are understood. */
export function shareOf(percentage: string): number {
  const typed = percentage.normalize("NFKC").trim().replace(/\s*%$/, "").replace(",", ".");
  // Shifting the exponent in the text gives the nearest number to the share; dividing by 100 may miss it.
  return /^\d+(\.\d+)?$/.test(typed) ? Number(`${typed}e-2`) : NaN;
}
