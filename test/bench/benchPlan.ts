import { plainSettings } from "../../src/plan/plainSettings";
import { planVersion, type Plan } from "../../src/plan/plan";
import { type SegmentationBy } from "../../src/segmentations/plans";

/** ABC over the table that `bigBook` makes. */
export function benchPlan(table: Plan["table"]): Plan {
  return {
    version: planVersion,
    template: "lending",
    ...plainSettings,
    table: { id: table.id, name: table.name },
    keyColumn: "Client ID",
    dataDate: "2026-10-31",
    sheetLanguage: "en",
    segmentations: [
      {
        method: "abc",
        id: "exposure",
        name: "Exposure tier",
        valueColumn: "Outstanding",
        cutoffs: [0.8, 0.95],
        tiers: [
          { id: "a", name: "A" },
          { id: "b", name: "B" },
          { id: "c", name: "C" },
        ],
      },
    ],
  };
}

/** All four methods over the same table, and the columns of a credit committee beside each of them. */
export function fourSegmentations(table: Plan["table"]): Plan {
  const plan = benchPlan(table);
  const valueColumn = "Outstanding";
  return {
    ...plan,
    roles: {
      name: "Client",
      limit: "Limit",
      outstanding: valueColumn,
      rating: "Rating",
      daysPastDue: daysPastDue.column,
    },
    segmentations: [
      ...plan.segmentations,
      {
        method: "cutoffs",
        id: "past-due",
        name: "Past due",
        valueColumn,
        ...daysPastDue,
        cutoffs: [...daysPastDue.cutoffs],
        tiers: pastDue,
      },
      { method: "groups", id: "rating", name: "Rating group", column: "Rating", valueColumn, groups: ratings },
      policy(valueColumn),
    ],
  };
}

const daysPastDue = { column: "Days past due", direction: "low-first", cutoffs: [1, 31, 91] } as const;
const pastDue = ["Current", "1–30 days", "31–90 days", "Over 90 days"].map((name, i) => ({ id: `d${i + 1}`, name }));
const ratings = ["AAA", "AA", "A", "BBB", "BB", "B"].map((value) => ({ value, name: value }));

/** Every rating by every band has a class: better and current grows, worse or late is left. */
function policy(valueColumn: string): SegmentationBy<"matrix"> {
  const classes = ["Grow", "Maintain", "Reduce", "Exit"].map((name) => ({ id: name.toLowerCase(), name }));
  return {
    method: "matrix",
    id: "policy",
    name: "Policy",
    valueColumn,
    axes: [
      { kind: "values", column: "Rating", values: ratings },
      { kind: "bands", ...daysPastDue, cutoffs: [...daysPastDue.cutoffs], bands: pastDue },
    ],
    classes,
    cells: ratings.flatMap(({ value }, worse) =>
      pastDue.map(({ id }, late) => ({
        at: [value, id],
        class: classes[Math.min(classes.length - 1, Math.floor(worse / 2) + late)]?.id ?? "",
      })),
    ),
  };
}
