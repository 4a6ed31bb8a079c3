import { plainSettings } from "../../src/plan/plainSettings";
import { planVersion, type Plan } from "../../src/plan/plan";
import { rfmMap } from "../../src/segmentations/rfm/rfmMaps";
import { band, blank, list, rule, rulesOf, text } from "../segmentations/rules/rules";

const tiers = (...names: string[]): { id: string; name: string }[] =>
  names.map((name) => ({ id: name.toLowerCase().replaceAll(" ", "-"), name }));
const values = (...all: string[]): { value: string; name: string }[] => all.map((value) => ({ value, name: value }));

/** A plan that says all that a plan can say: every method, every setting. */
export const everyMethod: Plan = {
  version: planVersion,
  template: "lending",
  ...plainSettings,
  table: { id: "", name: "Customers" },
  keyColumn: "Client ID",
  dataDate: "2026-10-31",
  sheetLanguage: "en",
  unit: "CNY k",
  roles: { name: "Client", rating: "Rating", limit: "Limit" },
  scales: [{ column: "Rating", values: ["AAA", "AA", "BBB"] }],
  rows: {
    perCustomer: "several",
    combine: [
      { column: "Outstanding", by: "sum" },
      { column: "A / B", by: "agree" },
    ],
    dateColumn: "Booked",
    groupColumn: "Group",
  },
  reading: { numbers: "space-comma", dates: "dmy", hiddenRows: "leave-out", subtotals: "read" },
  segmentations: [
    {
      method: "abc",
      id: "abc",
      name: "ABC",
      valueColumn: "Outstanding",
      cutoffs: [0.8, 0.95],
      tiers: tiers("A", "B", "C"),
      kept: { limits: [1234.567, 0.1], dataDate: "2026-09-30" },
    },
    {
      method: "quantiles",
      id: "top",
      name: "Top clients",
      column: "Margin",
      valueColumn: "Outstanding",
      direction: "high-first",
      cutoffs: [0.2],
      tiers: tiers("Top", "Rest"),
    },
    {
      method: "cutoffs",
      id: "late",
      name: "Days late",
      column: "Days",
      valueColumn: "Outstanding",
      direction: "low-first",
      cutoffs: [1, 30],
      tiers: tiers("In time", "Late", "Very late"),
    },
    {
      method: "groups",
      id: "region",
      name: "Region",
      column: "Region",
      valueColumn: "Outstanding",
      groups: values("North", "So/uth", "7"),
    },
    {
      method: "matrix",
      id: "policy",
      name: "Policy",
      valueColumn: "Outstanding",
      axes: [
        { kind: "values", column: "Region", values: values("North", "South") },
        {
          kind: "bands",
          column: "Outstanding",
          direction: "high-first",
          cutoffs: [200, 50],
          bands: tiers("Large", "Medium", "Small"),
        },
      ],
      classes: tiers("Grow", "Maintain", "Exit"),
      cells: [
        { at: ["North", "large"], class: "grow" },
        { at: ["North", "small"], class: "maintain", text: "Secured lending alone" },
        { at: ["", "small"], class: "exit" },
      ],
    },
    {
      ...rulesOf(
        rule("key", [band("Outstanding", 60, null)], [list("Region", ["West", "A; B"]), blank("Region", true)]),
        rule("local", [text("Region", "starts", "n")]),
      ),
      id: "own",
      name: "Own rules",
      valueColumn: "Outstanding",
      segments: [
        { id: "key", name: "Key" },
        { id: "local", name: "Local" },
      ],
    },
    {
      method: "rfm",
      id: "rfm",
      name: "RFM",
      valueColumn: "Spent",
      source: {
        kind: "transactions",
        table: { id: "", name: "Orders" },
        customerColumn: "Customer",
        dateColumn: "Day",
        amountColumn: "Amount",
        quantityColumn: "Pieces",
        orderColumn: "Order",
        mergeDays: true,
        windowMonths: 24,
        leaveOut: [
          { column: "Kind", values: ["staff", "a; b"] },
          { column: "Order", prefixes: ["C", "x; y"] },
          { column: "Amount", range: { from: 1000.5, below: null } },
          { column: "Pieces", range: { from: -2, below: 0 } },
        ],
        monetary: "mean",
      },
      segments: tiers("Best", "Asleep"),
      map: [
        { segment: "best", recency: [3, 5], frequency: [1, 4], monetary: [2, 2] },
        { segment: "asleep", recency: [1, 2], frequency: [1, 1], monetary: [1, 2] },
      ],
      scoring: {
        recency: { by: "quintiles", kept: { limits: [10, 20.5, 30, 40], dataDate: null } },
        frequency: { by: "limits", limits: [1, 2, 4] },
        monetary: { by: "mean" },
      },
    },
    {
      method: "rfm",
      id: "bought",
      name: "Bought",
      valueColumn: "Spent",
      source: {
        kind: "columns",
        recency: { column: "Last", as: "days" },
        frequencyColumn: "Orders",
        monetaryColumn: null,
      },
      ...rfmMap("eight", "en"),
    },
  ],
};
