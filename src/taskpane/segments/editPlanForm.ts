import type { Language } from "../../text/language";
import { editSettings, type SettingsEdit } from "../data/editSettings";
import { editTiers, type TierEdit } from "./editTiers";
import { editMatrix, type MatrixEdit } from "./matrix/editMatrix";
import type { PlanForm, RfmForm, RulesForm, SegmentationForm, TieredForm, TierForm } from "./planForm";

/** One change a user makes to the form; tiers and segmentations by index. */
export type PlanEdit =
  | { readonly kind: "dataDate"; readonly date: string }
  /** Names stay as they are: where nothing is written yet, `inSheetLanguage` gives others. */
  | { readonly kind: "sheetLanguage"; readonly language: Language }
  /** Earlier settings, for the table on view. */
  | { readonly kind: "restore"; readonly to: PlanForm }
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
  | { readonly kind: "value"; readonly column: string }
  | SettingsEdit
  | { readonly kind: "matrix"; readonly edit: MatrixEdit }
  | { readonly kind: "rfm"; readonly to: RfmForm }
  | { readonly kind: "rules"; readonly to: RulesForm }
  | TierEdit;

const ofSettings: readonly PlanEdit["kind"][] = [
  "role",
  "noRole",
  "template",
  "unit",
  "key",
  "rows",
  "combine",
  "scale",
  "reading",
  "history",
];

function isOfSettings(edit: PlanEdit): edit is SettingsEdit {
  return ofSettings.includes(edit.kind);
}

/** The form after one change. Edits of a segmentation go to the one on view. */
export function editPlanForm(form: PlanForm, edit: PlanEdit): PlanForm {
  if (isOfSettings(edit)) return editSettings(form, edit);
  switch (edit.kind) {
    case "dataDate":
      return { ...form, dataDate: edit.date };
    case "sheetLanguage":
      return { ...form, sheetLanguage: edit.language };
    case "restore":
      return { ...edit.to, table: form.table };
    case "open":
      return { ...form, open: edit.segmentation };
    case "add":
      return withOneMore(form, edit.segmentation);
    case "remove":
      return withoutOpen(form);
    case "column":
      return inTiers(form, (open) => ({
        ...forgetting(open),
        column: edit.column,
        ...(open.method === "quantiles" ? {} : { direction: "high-first", tiers: edit.tiers }),
      }));
    case "name":
      return inOpen(form, (open) => ({ ...open, name: edit.name }));
    case "value":
      return inOpen(form, (open) => ({
        ...(open.method === "abc" ? forgetting(open) : open),
        valueColumn: edit.column,
      }));
    case "matrix":
      return inOpen(form, (open) =>
        open.method === "matrix" ? editMatrix(open, edit.edit, form.sheetLanguage) : open,
      );
    case "rules":
      return inOpen(form, (open) => (open.method === "rules" ? edit.to : open));
    case "rfm":
      return inOpen(form, (open) => (open.method === "rfm" ? edit.to : open));
    default:
      return inTiers(form, (open) => {
        const edited = editTiers(open, edit, form.sheetLanguage);
        return edit.kind === "tierName" || edited === open ? edited : forgetting(edited);
      });
  }
}

/** Without the limits of an earlier run, which mean nothing for other tiers or another column. */
function forgetting({ kept: _kept, ...form }: TieredForm): TieredForm {
  return form;
}

/** Tiers by value that a table without amounts began with, and that can never be, make room. */
function withOneMore(form: PlanForm, added: SegmentationForm): PlanForm {
  const sound = form.segmentations.filter(({ method, valueColumn }) => method !== "abc" || valueColumn !== "");
  return { ...form, segmentations: [...sound, added], open: sound.length };
}

function withoutOpen(form: PlanForm): PlanForm {
  const others = form.segmentations.filter((_, i) => i !== form.open);
  return others.length === 0 ? form : { ...form, segmentations: others, open: 0 };
}

function inOpen(form: PlanForm, change: (open: SegmentationForm) => SegmentationForm): PlanForm {
  return { ...form, segmentations: form.segmentations.map((each, i) => (i === form.open ? change(each) : each)) };
}

/** A change of tiers, which a policy matrix and RFM have none of. */
function inTiers(form: PlanForm, change: (open: TieredForm) => TieredForm): PlanForm {
  return inOpen(form, (open) => ("tiers" in open ? change(open) : open));
}
