import type { InspectedColumn, TableInspection } from "../../actions/inspectTable";
import { inScaleOrder } from "../../plan/inScaleOrder";
import { unknownName } from "../../segmentations/shared/reservedNames";
import { newNames } from "../../text/newNames";
import { planForm, type PlanForm, type TieredForm, type TierForm } from "./planForm";

/** Columns that can be cut into bands: numbers, of which there are at least two. */
export function bandColumns({ columns }: TableInspection): readonly InspectedColumn[] {
  return columns.filter(({ spread }) => spread !== null && spread.from < spread.to);
}

/** Columns whose values can be groups: few enough, but more than one. Label columns, `ours`, would group themselves. */
export function groupColumns({ columns }: TableInspection, ours: readonly string[]): readonly InspectedColumn[] {
  return columns.filter(({ name, values, unique }) => values.length > 1 && !unique && !ours.includes(name));
}

/** A segmentation to start from, by the question it answers; null where the table has no column for it. */
export function newSegmentation(
  method: TieredForm["method"],
  form: PlanForm,
  inspection: TableInspection,
  ours: readonly string[],
): TieredForm | null {
  const names = newNames(form.sheetLanguage);
  const valueColumn = form.segmentations[0]?.valueColumn ?? "";
  const shared = { method, valueColumn, id: freeId(stems[method], form), direction: "high-first" } as const;
  switch (method) {
    case "abc": {
      const [first] = planForm(inspection, null, form.sheetLanguage).segmentations;
      return first?.method === "abc" ? { ...first, ...shared, name: freeName(first.name, form) } : null;
    }
    case "quantiles": {
      const numbers = bandColumns(inspection);
      const column = numbers.find(({ name }) => name === valueColumn) ?? numbers[0];
      if (!column) return null;
      const name = freeName(names.ranks(column.name), form);
      const tiers = names.fifths.map((each, i) => {
        return { id: `tier-${i + 1}`, name: each, cutoff: i < 4 ? String(20 * (i + 1)) : "" };
      });
      return { ...shared, name, column: column.name, tiers };
    }
    case "cutoffs": {
      const column = bandColumns(inspection).find(({ name }) => name !== valueColumn) ?? bandColumns(inspection)[0];
      if (!column) return null;
      const name = freeName(names.bands(column.name), form);
      return { ...shared, name, column: column.name, tiers: bandTiers(column, names.threeBands) };
    }
    case "groups": {
      const likely = groupColumns(inspection, ours);
      const column = likely.find(({ looksLike }) => looksLike === "category") ?? likely[0];
      if (!column) return null;
      const name = freeName(names.groups(column.name), form);
      return { ...shared, name, column: column.name, tiers: groupTiers(column, form) };
    }
    default:
      return method satisfies never;
  }
}

/** Three bands, highest first, cut near the column's thirds, or evenly where most customers have one value. */
export function bandTiers({ spread }: InspectedColumn, names: readonly string[]): readonly TierForm[] {
  const { from, to, thirds } = spread ?? { from: 0, to: 3, thirds: [1, 2] };
  const even = [from + (to - from) / 3, from + (2 * (to - from)) / 3];
  const round = (value: number): number => Number(value.toPrecision(2));
  const [low = 0, high = 1] = [thirds.map(round), even.map(round), even].find(([a = 0, b = 0]) => a < b) ?? even;
  const cutoffs = [String(high), String(low), ""];
  return cutoffs.map((cutoff, i) => ({ id: `tier-${i + 1}`, name: names[i] ?? `${i + 1}`, cutoff }));
}

/** A group per value, in the order of the plan's scale, of a known one, or by name. */
export function groupTiers({ name, values }: InspectedColumn, form: PlanForm): readonly TierForm[] {
  const { statedAs } = newNames(form.sheetLanguage);
  const declared = form.settings.scales.find(({ column }) => column === name)?.values;
  const reserved = Object.values(unknownName).map((name) => name.toLowerCase());
  return inScaleOrder(values, declared).map((value) => ({
    id: value,
    // A blank is "Unknown"; a cell that says so is another thing.
    name: reserved.includes(value.toLowerCase()) ? statedAs(value) : value,
    cutoff: "",
  }));
}

const stems = { abc: "value-tier", quantiles: "rank-tier", cutoffs: "bands", groups: "groups" } as const;

/** An id that no segmentation has: the stem, or the stem and a number. */
export function freeId(stem: string, { segmentations }: PlanForm): string {
  const ids = [stem, ...Array.from({ length: 20 }, (_, i) => `${stem}-${i + 2}`)];
  return ids.find((id) => segmentations.every((each) => each.id !== id)) ?? stem;
}

/** A name that no segmentation has. */
export function freeName(wanted: string, { segmentations }: PlanForm): string {
  const names = [wanted, ...Array.from({ length: 20 }, (_, i) => `${wanted} ${i + 2}`)];
  return names.find((name) => segmentations.every((each) => each.name.trim() !== name)) ?? wanted;
}
