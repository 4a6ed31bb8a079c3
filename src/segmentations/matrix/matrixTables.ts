import { combinationKey, matrixPositions } from "./matrixPositions";
import type { Plan } from "../../plan/plan";
import type { SegmentationBy } from "../plans";
import type { MatrixAxis } from "./plan";
import { unknownName } from "../shared/reservedNames";
import { bandsTable, groupsTable } from "../shared/policy/itemTables";
import type { OpenCombination } from "../shared/policy/policyKind";
import { axisFields, type PolicyItem, type PolicyTable } from "../shared/policy/policyTable";

/** Ids of the tables of a policy matrix. */
export const matrixIds = {
  axis: (id: string, axis: number): string => `${id}/axis-${axis + 1}`,
  classes: (id: string): string => `${id}/classes`,
  cells: (id: string): string => `${id}/cells`,
} as const;

/**
 * A policy matrix as tables: a table per axis, one of the classes, and one row per combination, those without a policy
 * last.
 *
 * @param occurring - the combinations that the data has; empty where that is not known
 */
export function matrixTables(
  matrix: SegmentationBy<"matrix">,
  language: Plan["sheetLanguage"],
  occurring: readonly OpenCombination[],
): readonly PolicyTable[] {
  const { id, name, axes, classes } = matrix;
  return [
    ...axes.map((axis, k) => axisTable(axis, matrixIds.axis(id, k), `${name}: ${axis.column}`)),
    {
      id: matrixIds.classes(id),
      name,
      kind: "classes",
      fields: ["id", "name", "check"],
      inputs: ["name"],
      items: classes.map((each) => ({ id: each.id, cells: { name: each.name } })),
    },
    cellsTable(matrix, language, occurring),
  ];
}

function axisTable(axis: MatrixAxis, id: string, name: string): PolicyTable {
  if (axis.kind === "values") return groupsTable(id, name, axis.values);
  return bandsTable(id, name, { tiers: axis.bands, cutoffs: axis.cutoffs, direction: axis.direction });
}

function cellsTable(
  { id, name, axes, classes, cells }: SegmentationBy<"matrix">,
  language: Plan["sheetLanguage"],
  occurring: readonly OpenCombination[],
): PolicyTable {
  const fields = axisFields.slice(0, axes.length);
  const names = axes.map((axis) => positionNames(axis, language));
  const places = axes.map((axis) => new Map(matrixPositions(axis).map((position, i) => [position, i])));
  const className = new Map(classes.map((each) => [each.id, each.name]));
  const customers = new Map(occurring.map(({ at, customers: number }) => [combinationKey(at), number]));
  const item = (at: readonly string[], more: PolicyItem["cells"]): PolicyItem => {
    const key = combinationKey(at);
    const number = customers.get(key) ?? (occurring.length > 0 ? 0 : undefined);
    const positions = Object.fromEntries(fields.map((field, k) => [field, names[k]?.get(at[k] ?? "") ?? ""]));
    return { id: key, cells: { ...positions, ...more, ...(number === undefined ? {} : { customers: number }) } };
  };
  const order = (a: readonly string[], b: readonly string[]): number => {
    const k = a.findIndex((position, i) => position !== b[i]);
    return k < 0 ? 0 : (places[k]?.get(a[k] ?? "") ?? 0) - (places[k]?.get(b[k] ?? "") ?? 0);
  };
  const mapped = new Set(cells.map(({ at }) => combinationKey(at)));
  const open = occurring.filter(({ at }) => !mapped.has(combinationKey(at)));
  return {
    id: matrixIds.cells(id),
    name,
    kind: "cells",
    fields: ["id", ...fields, "class", "text", "customers", "check"],
    inputs: [...fields, "class", "text"],
    headers: Object.fromEntries(
      fields.map((field, k) => [field, [axes[k]?.column ?? "", `${axes[k]?.column ?? ""} (${k + 2})`]]),
    ),
    items: [
      ...[...cells]
        .sort((a, b) => order(a.at, b.at))
        .map(({ at, class: of, text }) =>
          item(at, { class: className.get(of) ?? of, ...(text === undefined ? {} : { text }) }),
        ),
      ...[...open].sort((a, b) => order(a.at, b.at)).map(({ at }) => item(at, {})),
    ],
  };
}

/** What people read for each position. */
export function positionNames(axis: MatrixAxis, language: Plan["sheetLanguage"]): ReadonlyMap<string, string> {
  if (axis.kind === "bands") return new Map(axis.bands.map(({ id, name }) => [id, name]));
  return new Map([...axis.values.map(({ value, name }) => [value, name] as const), ["", unknownName[language]]]);
}
