import { policyClasses } from "../../../src/plan/policyClasses";
import { rfmMap, rfmMapNames } from "../../../src/segmentations/rfm/rfmMaps";
import { inSheetLanguage } from "../../../src/taskpane/segments/inSheetLanguage";
import type { PlanForm, RfmForm, SegmentationForm } from "../../../src/taskpane/segments/planForm";
import { newNames } from "../../../src/text/newNames";
import { rfm } from "./rfm/bought";
import { valueTierForm } from "./valueTierForm";

const tiers = (names: readonly string[]): { id: string; name: string; cutoff: string }[] =>
  names.map((name, i) => ({ id: `tier-${i + 1}`, name, cutoff: "" }));

const orders: RfmForm = {
  ...rfm,
  id: "orders",
  valueColumn: newNames("en").rfmAmount,
  source: {
    kind: "transactions",
    table: { id: "", name: "Orders" },
    customerColumn: "Customer",
    dateColumn: "Day",
    amountColumn: "Paid",
    orderColumn: null,
    mergeDays: false,
    windowMonths: 24,
    leaveOut: [],
    monetary: "total",
  },
};

/** The form with one more segmentation alone. */
const formOf = (one: SegmentationForm): PlanForm => ({ ...valueTierForm, segmentations: [one] });
const inChinese = (one: SegmentationForm): SegmentationForm | undefined =>
  inSheetLanguage(formOf(one), "zh").segmentations[0];

test("translates default names of value tiers, but never a name the user gave", () => {
  const named = { ...valueTierForm.segmentations[0]!, tiers: tiers(["Strategic", "Mine", "Standard"]) };
  expect(inSheetLanguage(formOf(named as SegmentationForm), "zh")).toMatchObject({
    sheetLanguage: "zh",
    segmentations: [{ name: "价值等级", tiers: [{ name: "战略" }, { name: "Mine" }, { name: "一般" }] }],
  });
});

test.each(rfmMapNames)("translates the %s segments of RFM, and keeps those that people edited", (map) => {
  const renamed = (language: "en" | "zh"): RfmForm["segments"] =>
    rfmMap(map, language).segments.map((segment, i) => (i === 2 ? { ...segment, name: "VIP" } : segment));
  const form: RfmForm = { ...rfm, ...rfmMap(map, "en"), segments: renamed("en") };
  expect(inChinese(form)).toEqual({ ...form, name: "RFM 客群", segments: renamed("zh") });
});

test("the name of amounts found in orders follows, and a column of the user's never does", () => {
  expect(inChinese(orders)).toMatchObject({ valueColumn: "RFM 消费金额" });
  expect(inChinese({ ...orders, valueColumn: "Sales" })).toMatchObject({ valueColumn: "Sales" });
  const taken = newNames("en").rfmAmount;
  expect(inChinese({ ...rfm, valueColumn: taken })).toMatchObject({ valueColumn: taken });
});

test("bands, ranks, classes and rules follow as well, and all names come back with the former language", () => {
  const names = newNames("en");
  const shared = { id: "other", valueColumn: "Balance", column: "Balance", direction: "high-first" as const };
  const all: readonly SegmentationForm[] = [
    orders,
    { ...shared, method: "cutoffs", name: names.bands("Balance"), tiers: tiers(names.threeBands) },
    { ...shared, method: "quantiles", name: names.ranks("Balance"), tiers: tiers(names.fifths) },
    { ...shared, method: "matrix", name: names.policy, axes: [], classes: [...policyClasses("en")], cells: [] },
    {
      ...{ method: "rules", id: "rules", valueColumn: "Balance", name: names.rules, otherwise: names.otherwise },
      segments: [
        { id: "a", name: names.watched },
        { id: "b", name: names.large },
      ],
      rules: [],
    },
  ];
  const form = { ...valueTierForm, segmentations: all };
  const chinese = inSheetLanguage(form, "zh");
  expect(JSON.stringify(chinese.segmentations)).not.toMatch(/"name":"(?!Orders")[^"一-鿿]*"/);
  expect(chinese.segmentations[2]).toMatchObject({ name: "Balance排名等级", tiers: tiers(newNames("zh").fifths) });
  expect(inSheetLanguage(chinese, "en")).toEqual(form);
});
