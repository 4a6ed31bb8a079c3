import type { TableInspection } from "../../actions/inspectTable";
import { defaultPlan } from "../../plan/defaultPlan";
import { guessTemplate } from "../../plan/guessTemplate";
import { type Plan, planVersion } from "../../plan/plan";
import { type Segmentation, type SegmentationBy } from "../../segmentations/plans";
import { type MatrixAxis, type MatrixCell } from "../../segmentations/matrix/plan";
import { proposedDate } from "../../plan/proposedDate";
import type { Kept } from "../../segmentations/shared/parts";
import type { Language } from "../../text/language";
import { likelyKey } from "../data/likelyKey";
import { planSettings } from "../data/planSettings";

/** One tier as it stands in the form. */
export interface TierForm {
  /** For a group of values the value itself. */
  readonly id: string;
  readonly name: string;
  /** As typed: in percent for tiers by shares, a number for bands. The last tier takes the rest and has none. */
  readonly cutoff: string;
}

/** What every segmentation has in the form. */
interface SharedForm {
  readonly id: string;
  readonly name: string;
  /** What is divided or summed; empty while none is chosen. */
  readonly valueColumn: string;
}

/** Value tiers, bands or groups as they stand in the form, valid or not. */
export interface TieredForm extends SharedForm {
  readonly method: "abc" | "quantiles" | "cutoffs" | "groups";
  /** What orders, is cut or grouped by; empty for value tiers, and while none is chosen. */
  readonly column: string;
  /** Which bands come first; of no meaning for the other methods. */
  readonly direction: "high-first" | "low-first";
  readonly tiers: readonly TierForm[];
  /** Limits kept from an earlier run; forgotten when what they follow from changes. */
  readonly kept?: Kept | undefined;
}

/** One axis of a policy matrix as it stands in the form. */
export interface AxisForm {
  readonly kind: MatrixAxis["kind"];
  /** Empty while none is chosen. */
  readonly column: string;
  /** Which bands come first; of no meaning for values. */
  readonly direction: "high-first" | "low-first";
  /** The bands with their cut-offs, or the values, whose ids they are; without the blank cells. */
  readonly positions: readonly TierForm[];
}

/** A policy matrix as it stands in the form, valid or not. Its cells name only positions that its axes have. */
export interface MatrixForm extends SharedForm {
  readonly method: "matrix";
  readonly axes: readonly AxisForm[];
  readonly classes: readonly { readonly id: string; readonly name: string }[];
  readonly cells: readonly MatrixCell[];
}

/** RFM as it stands in the form: as a plan has it, with "" for a column not chosen and NaN for a limit that is no number. */
export type RfmForm = Readonly<SegmentationBy<"rfm">>;

/** Ordered rules as they stand in the form: as a plan has them, with "" for what is not chosen and NaN for no number. */
export type RulesForm = Readonly<SegmentationBy<"rules">>;

/** One segmentation as it stands in the form, valid or not. */
export type SegmentationForm = TieredForm | MatrixForm | RfmForm | RulesForm;

/** What holds for all segmentations, as the plan keeps it. */
export type PlanSettings = Pick<Plan, "template" | "unit" | "roles" | "scales" | "rows" | "reading" | "history">;

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
  const names = [inspection.sheet, inspection.name];
  const keyColumn = likelyKey(inspection);
  const valueColumn = inspection.valueCandidates[0] ?? "";
  const template = guessTemplate(columns);
  const plan = stored ?? defaultPlan({ table, keyColumn, valueColumn, template, sheetLanguage: language });
  return {
    table,
    settings: planSettings(inspection, stored, have(plan.keyColumn) ?? keyColumn),
    keyColumn: have(plan.keyColumn) ?? keyColumn,
    // Another table than the last run's is most likely the next month's.
    dataDate: (plan.table.id === table.id ? plan.dataDate : proposedDate(plan.dataDate, names)) ?? "",
    sheetLanguage: plan.sheetLanguage,
    segmentations: plan.segmentations.map((each) =>
      segmentationForm(each, (column) => have(column) ?? "", have(each.valueColumn) ?? ""),
    ),
    open: 0,
  };
}

function segmentationForm(
  segmentation: Segmentation,
  have: (column: string) => string,
  valueColumn: string,
): SegmentationForm {
  const { id, name } = segmentation;
  const shared = { id, name, valueColumn, column: "", direction: "high-first" } as const;
  switch (segmentation.method) {
    case "abc": {
      const { method, tiers, cutoffs, kept } = segmentation;
      return { ...shared, method, tiers: tierForms(tiers, cutoffs.map(percentText)), kept };
    }
    case "quantiles": {
      const { method, column, direction, tiers, cutoffs, kept } = segmentation;
      const forms = tierForms(tiers, cutoffs.map(percentText));
      return { ...shared, method, column: have(column), direction, tiers: forms, kept };
    }
    case "cutoffs": {
      const { method, column, direction, tiers, cutoffs } = segmentation;
      return { ...shared, method, column: have(column), direction, tiers: tierForms(tiers, cutoffs.map(String)) };
    }
    case "groups": {
      const { method, column, groups } = segmentation;
      return { ...shared, method, column: have(column), tiers: valueForms(groups) };
    }
    case "matrix": {
      const { method, axes, classes, cells } = segmentation;
      return { id, name, valueColumn, method, axes: axes.map((axis) => axisForm(axis, have)), classes, cells };
    }
    case "rules":
      return rulesForm(segmentation, have, valueColumn);
    case "rfm":
      return rfmForm(segmentation, have, valueColumn);
    default:
      return segmentation satisfies never;
  }
}

function rulesForm(form: RulesForm, have: (column: string) => string, valueColumn: string): RulesForm {
  return {
    ...form,
    valueColumn,
    rules: form.rules.map(({ segment, any }) => ({
      segment,
      any: any.map(({ all }) => ({ all: all.map((test) => ({ ...test, column: have(test.column) })) })),
    })),
  };
}

/** Of a table of orders it is not known yet whether it is still there. */
function rfmForm(rfm: SegmentationBy<"rfm">, have: (column: string) => string, valueColumn: string): RfmForm {
  const { source } = rfm;
  if (source.kind === "transactions") return rfm;
  const { recency, frequencyColumn, monetaryColumn } = source;
  return {
    ...rfm,
    valueColumn,
    source: {
      kind: "columns",
      recency: { ...recency, column: have(recency.column) },
      frequencyColumn: have(frequencyColumn),
      monetaryColumn: monetaryColumn === null ? null : have(monetaryColumn),
    },
  };
}

function axisForm(axis: MatrixAxis, have: (column: string) => string): AxisForm {
  const { kind } = axis;
  const column = have(axis.column);
  return axis.kind === "bands"
    ? { kind, column, direction: axis.direction, positions: tierForms(axis.bands, axis.cutoffs.map(String)) }
    : { kind, column, direction: "high-first", positions: valueForms(axis.values) };
}

function valueForms(values: readonly { readonly value: string; readonly name: string }[]): readonly TierForm[] {
  return values.map(({ value, name }) => ({ id: value, name, cutoff: "" }));
}

function tierForms(
  tiers: readonly { readonly id: string; readonly name: string }[],
  cutoffs: readonly string[],
): readonly TierForm[] {
  return tiers.map((tier, i) => ({ ...tier, cutoff: cutoffs[i] ?? "" }));
}

/** A share as the percentage a person would type: 0.8 is "80", and 0.665 is "66.5". */
export function percentText(share: number): string {
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
    unit: form.settings.unit?.trim() ?? null,
    segmentations: form.segmentations.map(segmentationOf),
  };
}

function segmentationOf(form: SegmentationForm): Segmentation {
  const { method, id, valueColumn } = form;
  const shared = { id, name: form.name.trim(), valueColumn };
  switch (method) {
    case "abc":
      return {
        method,
        ...shared,
        cutoffs: cutoffsOf(form.tiers, shareOf),
        tiers: named(form.tiers),
        ...(form.kept && { kept: form.kept }),
      };
    case "quantiles": {
      const { column, direction, tiers, kept } = form;
      const cutoffs = cutoffsOf(tiers, shareOf);
      return { method, ...shared, column, direction, cutoffs, tiers: named(tiers), ...(kept && { kept }) };
    }
    case "cutoffs": {
      const { column, direction, tiers } = form;
      return { method, ...shared, column, direction, cutoffs: cutoffsOf(tiers, numberOf), tiers: named(tiers) };
    }
    case "groups":
      return { method, ...shared, column: form.column, groups: valued(form.tiers) };
    case "matrix":
      return { method, ...shared, axes: form.axes.map(axisOf), classes: named(form.classes), cells: [...form.cells] };
    case "rules":
      return { ...form, ...shared, segments: named(form.segments), otherwise: form.otherwise.trim() };
    case "rfm":
      return { ...form, ...shared, segments: named(form.segments) };
    default:
      return form satisfies never;
  }
}

function axisOf({ kind, column, direction, positions }: AxisForm): MatrixAxis {
  return kind === "bands"
    ? { kind, column, direction, cutoffs: cutoffsOf(positions, numberOf), bands: named(positions) }
    : { kind, column, values: valued(positions) };
}

function named(tiers: readonly { readonly id: string; readonly name: string }[]): { id: string; name: string }[] {
  return tiers.map(({ id, name }) => ({ id, name: name.trim() }));
}

function valued(tiers: readonly TierForm[]): { value: string; name: string }[] {
  return tiers.map(({ id, name }) => ({ value: id, name: name.trim() }));
}

function cutoffsOf(tiers: readonly TierForm[], read: (typed: string) => number): number[] {
  return tiers.slice(0, -1).map(({ cutoff }) => read(cutoff));
}

/** Whether cut-offs are shares, which are typed in percent. */
export function inPercent(method: TieredForm["method"]): boolean {
  return method === "abc" || method === "quantiles";
}

/** A typed cut-off as the plan keeps it: a share for tiers by shares, a number for bands; NaN if it is none. */
export function cutoffOf(method: TieredForm["method"], typed: string): number {
  return inPercent(method) ? shareOf(typed) : numberOf(typed);
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
