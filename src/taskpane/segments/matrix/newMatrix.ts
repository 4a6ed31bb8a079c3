import type { InspectedColumn, TableInspection } from "../../../actions/inspectTable";
import type { Role } from "../../../plan/plan";
import { policyClasses } from "../../../plan/policyClasses";
import { newNames } from "../../../text/newNames";
import { bandColumns, bandTiers, freeId, freeName, groupColumns, groupTiers } from "../newSegmentation";
import type { AxisForm, MatrixForm, PlanForm } from "../planForm";

/** What a credit policy asks first, in this order. */
const decisive: readonly Role[] = ["rating", "riskClass", "industry", "region", "size", "daysPastDue"];

/** Columns that can be an axis: those whose values can be groups, and those that can be cut. */
export function axisColumns(inspection: TableInspection, ours: readonly string[]): readonly InspectedColumn[] {
  const fit = [...groupColumns(inspection, ours), ...bandColumns(inspection)];
  return inspection.columns.filter((column) => fit.includes(column));
}

/** How a column can be divided, the likelier way first. */
export function axisKinds(
  column: InspectedColumn,
  inspection: TableInspection,
  ours: readonly string[],
): readonly AxisForm["kind"][] {
  const values = groupColumns(inspection, ours).includes(column);
  const bands = bandColumns(inspection).includes(column);
  if (values && bands) return column.looksLike === "category" ? ["values", "bands"] : ["bands", "values"];
  return values ? ["values"] : bands ? ["bands"] : [];
}

/** An axis to start with: the values in the order of a known scale, or three bands. */
export function newAxis(column: InspectedColumn, kind: AxisForm["kind"], form: PlanForm): AxisForm {
  const { threeBands } = newNames(form.sheetLanguage);
  const positions = kind === "values" ? groupTiers(column, form) : bandTiers(column, threeBands);
  return { kind, column: column.name, direction: "high-first", positions };
}

/** A policy matrix of the one or two likeliest columns, which says nothing yet; null where the table has none. */
export function newMatrix(form: PlanForm, inspection: TableInspection, ours: readonly string[]): MatrixForm | null {
  const { sheetLanguage, segmentations } = form;
  const axes = likeliest(form, inspection, ours)
    .slice(0, 2)
    .flatMap((column) => {
      const [kind] = axisKinds(column, inspection, ours);
      return kind === undefined ? [] : [newAxis(column, kind, form)];
    });
  if (axes.length === 0) return null;
  return {
    method: "matrix",
    id: freeId("policy", form),
    name: freeName(newNames(sheetLanguage).policy, form),
    valueColumn: segmentations[0]?.valueColumn ?? "",
    axes,
    classes: policyClasses(sheetLanguage),
    cells: [],
  };
}

/** First what a policy asks, then other categories, then what else can be grouped; what is summed comes last. */
function likeliest(
  { settings, segmentations }: PlanForm,
  inspection: TableInspection,
  ours: readonly string[],
): readonly InspectedColumn[] {
  const columns = axisColumns(inspection, ours);
  const rank = (column: InspectedColumn): number => {
    const role = decisive.findIndex((each) => settings.roles[each] === column.name);
    if (role >= 0) return role;
    if (segmentations.some(({ valueColumn }) => valueColumn === column.name)) return 100;
    if (column.looksLike === "category") return 50;
    return column.values.length > 0 && !bandColumns(inspection).includes(column) ? 60 : 70;
  };
  return [...columns].sort((a, b) => rank(a) - rank(b));
}
