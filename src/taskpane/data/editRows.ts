import type { RowCombination } from "../../plan/combinationFor";
import type { Plan } from "../../plan/plan";
import type { PlanForm } from "../segments/planForm";

/** One change to what tells customers apart, and to how their rows come to one. */
export type RowsEdit =
  | {
      readonly kind: "key";
      readonly column: string;
      /** What the data says of this key's rows; left out where that is to stay. */
      readonly rows?: Plan["rows"];
    }
  | { readonly kind: "rows"; readonly rows: Partial<Plan["rows"]> }
  | {
      readonly kind: "combine";
      readonly column: string;
      readonly by: RowCombination;
      /** The values of the column, the best first, where the worst is wanted. */ readonly scale:
        readonly string[] | null;
    };

/** The form after one change. */
export function editRows(form: PlanForm, edit: RowsEdit): PlanForm {
  const { settings } = form;
  switch (edit.kind) {
    case "key":
      return { ...form, keyColumn: edit.column, settings: { ...settings, rows: edit.rows ?? settings.rows } };
    case "rows":
      return { ...form, settings: { ...settings, rows: { ...settings.rows, ...edit.rows } } };
    case "combine": {
      const { column, by, scale } = edit;
      const others = settings.rows.combine.filter((each) => each.column !== column);
      const known = settings.scales.some((each) => each.column === column) || scale === null;
      const scales = known ? settings.scales : [...settings.scales, { column, values: [...scale] }];
      return {
        ...form,
        settings: { ...settings, scales, rows: { ...settings.rows, combine: [...others, { column, by }] } },
      };
    }
    default:
      return edit satisfies never;
  }
}
