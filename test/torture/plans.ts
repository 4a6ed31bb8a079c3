import { type Plan, planVersion } from "../../src/plan/plan";
import type { Segmentation } from "../../src/segmentations/plans";
import { plainSettings } from "../../src/plan/plainSettings";
import { customerTable, keyColumn, ordersTable } from "./names";
import type { Dice } from "./dice";

type Method = Segmentation["method"];
type Tiers = Extract<Segmentation, { method: "cutoffs" }>["tiers"];

/** What every segmentation of a world is made of. */
interface Parts {
  readonly id: string;
  readonly name: string;
  readonly tiers: Tiers;
  /** Rising shares and amounts, one fewer than tiers. */
  readonly shares: number[];
  readonly cuts: number[];
  readonly direction: "high-first" | "low-first";
}

/** Names that a cell, a formula, a sheet or a file could take for something else. */
const tierNames = ["Top", "=T", "+x", "@mid", "-low", "＝级", "'quoted", "级别", "A*", "5", "TRUE", "<b>"];
const segmentationNames = ["ABC", "Tier", "=Tier", "等级", "Value tier", "Rank #1", "It's [new]"];

/** A plan over the customers of a world. */
export function randomPlan(dice: Dice, { several, orders }: { several: boolean; orders: boolean }): Plan {
  const segmentations = [randomSegmentation(dice, 0, orders)];
  if (dice.chance(0.25)) segmentations.push(randomSegmentation(dice, 1, orders));
  return {
    version: planVersion,
    template: dice.pick(["lending", "retail"] as const),
    ...plainSettings,
    rows: several
      ? {
          ...plainSettings.rows,
          perCustomer: "several",
          combine: ["Amount", "Second"].map((column) => ({ column, by: "sum" as const })),
        }
      : plainSettings.rows,
    table: { id: "", name: customerTable },
    keyColumn,
    dataDate: dice.chance(0.6) ? "2026-10-31" : null,
    sheetLanguage: dice.pick(["en", "zh"] as const, [2, 1]),
    segmentations,
  };
}

/** Another set of segmentations for the same table, or the same cut another way. */
export function changedPlan(dice: Dice, plan: Plan, orders: boolean): Plan {
  const segmentations = [randomSegmentation(dice, dice.pick([0, 0, 2]), orders)];
  const kept = dice.chance(0.4) ? plan.segmentations.slice(0, 1) : [];
  const ids = new Set(kept.map(({ id }) => id));
  const names = new Set(kept.map(({ name }) => name));
  const fresh = segmentations.filter(({ id, name }) => !ids.has(id) && !names.has(name));
  return { ...plan, segmentations: [...kept, ...fresh] };
}

function randomSegmentation(dice: Dice, place: number, orders: boolean): Segmentation {
  const methods: readonly Method[] = ["abc", "cutoffs", "groups", "quantiles", "matrix", "rules", "rfm"];
  const method = dice.pick(methods);
  const count = dice.int(2, 3);
  const names = dice.shuffled(tierNames).slice(0, count);
  const rising = (all: readonly number[]): number[] =>
    dice
      .shuffled(all)
      .slice(0, count - 1)
      .sort((a, b) => a - b);
  const parts: Parts = {
    id: `s${place}-${method}`,
    name: place === 0 ? dice.pick(segmentationNames) : `Second ${method}`,
    tiers: names.map((name, i) => ({ id: `t${i}`, name })),
    shares: rising([0.3, 0.5, 0.7, 0.8, 0.9, 0.95]),
    cuts: rising([-5, 0, 5, 10, 25, 50, 90, 200]),
    direction: dice.pick(["high-first", "low-first"] as const),
  };
  return method === "rfm" ? scored(dice, parts, orders) : made[method](dice, parts);
}

const named = (values: readonly string[]): { value: string; name: string }[] =>
  values.map((value) => ({ value, name: value }));
const directed = ({ cuts, direction }: Parts): number[] => (direction === "high-first" ? [...cuts].reverse() : cuts);

const made: Readonly<Record<Exclude<Method, "rfm">, (dice: Dice, parts: Parts) => Segmentation>> = {
  abc: (_, { id, name, tiers, shares: cutoffs }) => ({
    method: "abc",
    id,
    name,
    valueColumn: "Amount",
    cutoffs,
    tiers,
  }),
  cutoffs: (dice, parts) => ({
    method: "cutoffs",
    ...sumOf(parts),
    column: dice.pick(["Amount", "Second"]),
    direction: parts.direction,
    cutoffs: directed(parts),
    tiers: parts.tiers,
  }),
  quantiles: (_, parts) => ({
    method: "quantiles",
    ...sumOf(parts),
    column: "Amount",
    direction: parts.direction,
    cutoffs: parts.shares,
    tiers: parts.tiers,
  }),
  groups: (_, parts) => ({
    method: "groups",
    ...sumOf(parts),
    column: "Region",
    groups: [{ value: "North", name: "=North" }, ...named(["South", "北"])],
  }),
  matrix: (dice, parts) => ({
    method: "matrix",
    ...sumOf(parts),
    axes: [
      {
        kind: "bands",
        column: "Second",
        direction: parts.direction,
        cutoffs: directed(parts),
        bands: parts.tiers,
      },
      { kind: "values", column: "Region", values: named(["North", "South"]) },
    ],
    classes: [
      { id: "grow", name: "Grow" },
      { id: "keep", name: "-Keep" },
    ],
    cells: parts.tiers.flatMap(({ id }) => [
      { at: [id, "North"], class: "grow" },
      ...(dice.chance(0.7) ? [{ at: [id, "South"], class: "keep" }] : []),
    ]),
  }),
  rules: (dice, parts) => ({
    method: "rules",
    ...sumOf(parts),
    otherwise: "Others",
    segments: [
      { id: "big", name: "Big" },
      { id: "north", name: "In north" },
    ],
    rules: [
      {
        segment: "big",
        any: [{ all: [{ kind: "band", column: "Amount", not: false, from: dice.pick([5, 50]), below: null }] }],
      },
      {
        segment: "north",
        any: [{ all: [{ kind: "list", column: "Region", not: false, values: ["North"] }] }],
      },
    ],
  }),
};

function sumOf({ id, name }: Parts): { id: string; name: string; valueColumn: string } {
  return { id, name, valueColumn: "Amount" };
}

function scored(dice: Dice, { id, name }: Parts, orders: boolean): Segmentation {
  const limits = (...all: number[]): { by: "limits"; limits: number[] } => ({ by: "limits", limits: all });
  const any: [number, number] = [1, 2];
  return {
    method: "rfm",
    id,
    name,
    valueColumn: orders ? "Spent" : "Amount",
    source: orders
      ? {
          kind: "transactions",
          table: { id: "", name: ordersTable },
          customerColumn: "Customer",
          dateColumn: "Ordered",
          amountColumn: "Paid",
          orderColumn: dice.pick(["Order", null]),
          mergeDays: dice.chance(0.3),
          windowMonths: dice.pick([null, 12]),
          leaveOut: dice.chance(0.5) ? [{ column: "Order", values: ["B0"] }] : [],
          monetary: dice.pick(["total", "mean"] as const),
        }
      : {
          kind: "columns",
          recency: { column: "Second", as: "days" },
          frequencyColumn: "Second",
          monetaryColumn: "Amount",
        },
    scoring: { recency: limits(30), frequency: limits(2), monetary: limits(50) },
    segments: [
      { id: "best", name: "Best" },
      { id: "asleep", name: "Asleep" },
    ],
    map: [
      { segment: "best", recency: [2, 2], frequency: any, monetary: any },
      { segment: "asleep", recency: [1, 1], frequency: any, monetary: any },
    ],
  };
}
