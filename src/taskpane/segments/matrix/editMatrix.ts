import { combinationKey, mostAxes, mostCells } from "../../../segmentations/matrix/matrixPositions";
import { type MatrixCell } from "../../../segmentations/matrix/plan";
import type { Language } from "../../../text/language";
import { newNames } from "../../../text/newNames";
import { editTiers, type TierEdit } from "../editTiers";
import type { AxisForm, MatrixForm } from "../planForm";
import { positionIds } from "./matrixForm";

/** One change to a policy matrix; axes and classes count from zero. */
export type MatrixEdit =
  | { readonly kind: "axis"; readonly axis: number; readonly edit: TierEdit }
  /** Another column, or the same one divided otherwise; one past the last axis adds one. */
  | { readonly kind: "axisColumn"; readonly axis: number; readonly to: AxisForm }
  | { readonly kind: "removeAxis"; readonly axis: number }
  | { readonly kind: "className"; readonly place: number; readonly name: string }
  | { readonly kind: "addClass" }
  | { readonly kind: "removeClass"; readonly place: number }
  /** Null for no policy. */
  | { readonly kind: "map"; readonly at: readonly (readonly string[])[]; readonly to: string | null };

/** The fewest and the most classes that a plan takes. */
export const fewestClasses = 2;
export const mostClasses = 10;

/**
 * A policy matrix after one change. Cells always name positions that the axes have: those of a position that is left out
 * go with it, and an axis that comes or goes keeps what was said of the others.
 */
export function editMatrix(open: MatrixForm, edit: MatrixEdit, language: Language): MatrixForm {
  switch (edit.kind) {
    case "axis":
      return withAxis(open, edit.axis, edit.edit, language);
    case "axisColumn":
      return withColumn(open, edit.axis, edit.to);
    case "removeAxis":
      return open.axes.length <= 1 ? open : withoutAxis(open, edit.axis);
    case "className":
      return {
        ...open,
        classes: open.classes.map((each, i) => (i === edit.place ? { ...each, name: edit.name } : each)),
      };
    case "addClass":
      return withOneMoreClass(open, language);
    case "removeClass":
      return withoutClass(open, edit.place);
    case "map":
      return mapped(open, edit.at, edit.to);
    default:
      return edit satisfies never;
  }
}

function withAxis(open: MatrixForm, index: number, edit: TierEdit, language: Language): MatrixForm {
  const axes = open.axes.map((axis, i): AxisForm => {
    if (i !== index) return axis;
    const method = axis.kind === "bands" ? "cutoffs" : "groups";
    const { direction, tiers } = editTiers(
      { method, direction: axis.direction, tiers: axis.positions },
      edit,
      language,
    );
    return { ...axis, direction, positions: tiers };
  });
  const left = new Set(axes[index] === undefined ? [] : positionIds(axes[index]));
  return { ...open, axes, cells: open.cells.filter(({ at }) => left.has(at[index] ?? "")) };
}

function withColumn(open: MatrixForm, index: number, to: AxisForm): MatrixForm {
  const isNew = index >= open.axes.length;
  if (isNew && open.axes.length >= mostAxes) return open;
  const { axes, cells } = isNew ? open : withoutAxis(open, index);
  const positions = positionIds(to);
  const spread = cells.flatMap((cell) => positions.map((id) => ({ ...cell, at: spliced(cell.at, index, 0, id) })));
  // What held whatever the new column says still does, as far as a plan has room.
  return { ...open, axes: spliced(axes, index, 0, to), cells: spread.length <= mostCells ? spread : [] };
}

/** Without an axis there is one cell where there were several; it keeps the class on which all of them agree. */
function withoutAxis(open: MatrixForm, index: number): MatrixForm {
  const axis = open.axes[index];
  const wanted = axis === undefined ? 0 : positionIds(axis).length;
  const groups = new Map<string, MatrixCell[]>();
  for (const cell of open.cells) {
    const rest = { ...cell, at: spliced(cell.at, index, 1) };
    const key = combinationKey(rest.at);
    groups.set(key, [...(groups.get(key) ?? []), rest]);
  }
  const cells = [...groups.values()].flatMap((same) => {
    const [first] = same;
    const agreed = same.length === wanted && same.every((cell) => cell.class === first?.class);
    return first !== undefined && agreed ? [first] : [];
  });
  return { ...open, axes: spliced(open.axes, index, 1), cells };
}

function withOneMoreClass(open: MatrixForm, language: Language): MatrixForm {
  const { classes } = open;
  if (classes.length >= mostClasses) return open;
  const numbers = Array.from({ length: mostClasses + 1 }, (_, i) => classes.length + 1 + i);
  const { newClass } = newNames(language);
  const idOf = numbers.map((n) => `class-${n}`).find((id) => classes.every((each) => each.id !== id));
  const name = numbers.map(newClass).find((wanted) => classes.every((each) => each.name !== wanted));
  return { ...open, classes: [...classes, { id: idOf ?? "class-0", name: name ?? newClass(0) }] };
}

function withoutClass(open: MatrixForm, place: number): MatrixForm {
  const gone = open.classes[place];
  if (gone === undefined || open.classes.length <= fewestClasses) return open;
  return {
    ...open,
    classes: open.classes.filter((each) => each !== gone),
    cells: open.cells.filter((cell) => cell.class !== gone.id),
  };
}

/** A cell that has a text keeps it when its class changes. */
function mapped(open: MatrixForm, at: readonly (readonly string[])[], to: string | null): MatrixForm {
  const cells = new Map(open.cells.map((cell) => [combinationKey(cell.at), cell]));
  for (const each of at) {
    const key = combinationKey(each);
    if (to === null) cells.delete(key);
    else cells.set(key, { ...(cells.get(key) ?? { at: [...each] }), class: to });
  }
  return cells.size <= mostCells ? { ...open, cells: [...cells.values()] } : open;
}

/** The list with `remove` items from `index` on replaced by others. */
function spliced<T>(list: readonly T[], index: number, remove: number, ...items: readonly T[]): T[] {
  return [...list.slice(0, index), ...items, ...list.slice(index + remove)];
}
