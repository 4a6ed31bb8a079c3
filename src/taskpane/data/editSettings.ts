import { defaultPlan } from "../../plan/defaultPlan";
import { type Plan, type Role, roleNames } from "../../plan/plan";
import { newNames } from "../../text/newNames";
import type { PlanForm, SegmentationForm } from "../segments/planForm";
import { editRows, type RowsEdit } from "./editRows";
import { editScale, type ScaleEdit } from "./editScale";

/** One change to what holds for all segmentations. */
export type SettingsEdit =
  | {
      readonly kind: "role";
      readonly role: Role;
      /** Null for a role that no column has. */ readonly column: string | null;
    }
  /** A column that is for nothing in particular. */
  | { readonly kind: "noRole"; readonly column: string }
  | { readonly kind: "template"; readonly template: Plan["template"] }
  | { readonly kind: "unit"; readonly unit: string }
  /** Whether every run is added to the history of customers. */
  | { readonly kind: "history"; readonly everyRun: boolean }
  | { readonly kind: "reading"; readonly reading: Partial<Plan["reading"]> }
  | RowsEdit
  | ScaleEdit;

const longestUnit = 40; // what a plan stores

/** The form after one change. A column has one role, and a role one column: the newer word counts. */
export function editSettings(form: PlanForm, edit: SettingsEdit): PlanForm {
  const { settings } = form;
  switch (edit.kind) {
    case "role":
    case "noRole": {
      const kept = roleNames.flatMap((role) => {
        const column = settings.roles[role];
        const taken = column === edit.column || (edit.kind === "role" && role === edit.role);
        return column === undefined || taken ? [] : [[role, column]];
      });
      const added = edit.kind === "role" && edit.column !== null ? [[edit.role, edit.column]] : [];
      return { ...form, settings: { ...settings, roles: Object.fromEntries([...kept, ...added]) as Plan["roles"] } };
    }
    case "template":
      return {
        ...form,
        settings: { ...settings, template: edit.template },
        segmentations: form.segmentations.map((each) => renamed(each, form, edit.template)),
      };
    case "key":
    case "rows":
    case "combine":
      return editRows(form, edit);
    case "reading":
      return { ...form, settings: { ...settings, reading: { ...settings.reading, ...edit.reading } } };
    case "history": {
      const { history: _, ...rest } = settings;
      return { ...form, settings: edit.everyRun ? rest : { ...rest, history: "on-request" } };
    }
    case "scale":
      return editScale(form, edit);
    case "unit": {
      // What was pasted may hold tabs, which no plan keeps.
      const unit = edit.unit
        .replace(/[\p{Control}\p{Surrogate}\uFFFE\uFFFF]/gu, " ")
        .trimStart()
        .slice(0, longestUnit);
      return { ...form, settings: { ...settings, unit: unit === "" ? null : unit } };
    }
    default:
      return edit satisfies never;
  }
}

/** Value tiers that are still called as a plan starts take the other template's names. */
function renamed(each: SegmentationForm, form: PlanForm, template: Plan["template"]): SegmentationForm {
  if (each.method !== "abc") return each;
  const from = startingTiers(form, form.settings.template);
  const to = startingTiers(form, template);
  if (each.tiers.some(({ name }, i) => name !== from[i])) return each;
  return { ...each, tiers: each.tiers.map((tier, i) => ({ ...tier, name: to[i] ?? tier.name })) };
}

/** What a template's value tiers are called at the start, the fourth included. */
export function startingTiers({ table, sheetLanguage }: PlanForm, template: Plan["template"]): readonly string[] {
  const plan = defaultPlan({ table, keyColumn: "", valueColumn: "", template, sheetLanguage });
  const names = plan.segmentations.flatMap(({ tiers }) => tiers.map(({ name }) => name));
  return [...names, template === "lending" ? newNames(sheetLanguage).fourthTier : "D"];
}
