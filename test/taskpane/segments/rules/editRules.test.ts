import type { InspectedColumn } from "../../../../src/actions/inspectTable";
import {
  ofColumn,
  ofKind,
  toNewSegment,
  toSegment,
  withAlternative,
  withoutRule,
  withoutTest,
  withRule,
  withRuleMoved,
} from "../../../../src/taskpane/segments/rules/editRules";
import { band, days, list, rule, rulesOf, text } from "../../../segmentations/rules/rules";

const form = rulesOf(
  rule("watch", [band("Days", 30, null)]),
  rule("key", [band("Balance", 100, null)], [list("Region", ["North"])]),
  rule("local", [list("Region", ["South"])]),
);
const nameOf = (n: number): string => `Segment ${n}`;

test("a new rule leads to a segment of its own, and takes it along when it goes", () => {
  const more = withRule(form, nameOf);
  expect(more.segments.at(-1)).toEqual({ id: "segment-1", name: "Segment 4" });
  expect(more.rules.at(-1)).toMatchObject({ segment: "segment-1", any: [{ all: [{ column: "" }] }] });
  expect(withoutRule(more, 3)).toEqual(form);
});

test("a segment that no rule leads to any more is gone, and a new one has a name that is free", () => {
  const same = toSegment(form, 2, "key");
  expect(same.segments.map(({ id }) => id)).toEqual(["watch", "key"]);
  const taken = { ...same, otherwise: "Segment 3" };
  expect(toNewSegment(taken, 2, nameOf).segments.at(-1)).toEqual({ id: "segment-1", name: "Segment 4" });
});

test("rules change places, and an alternative goes with its last test", () => {
  expect(withRuleMoved(form, 2, -1).rules.map(({ segment }) => segment)).toEqual(["watch", "local", "key"]);
  expect(withRuleMoved(form, 2, 1)).toEqual(form);
  const without = withoutTest(form, { rule: 1, alternative: 1, test: 0 });
  expect(without.rules[1]).toEqual(rule("key", [band("Balance", 100, null)]));
  expect(withAlternative(without, 1).rules[1]?.any).toHaveLength(2);
});

test("a test follows its column: numbers are cut, other entries listed, and a list starts anew", () => {
  const column = (name: string, spread: object | null): InspectedColumn =>
    ({ name, spread, samples: [] as readonly string[] }) as InspectedColumn;
  expect(ofColumn(list("", []), column("Days", {}))).toEqual(band("Days", null, null));
  expect(ofColumn(band("Days", 30, null), column("Region", null))).toEqual(list("Region", []));
  expect(ofColumn(list("Region", ["North"]), column("Branch", null))).toEqual(list("Branch", []));
  expect(ofColumn(text("Name", "ends", "AG"), column("Branch", null))).toEqual(text("Branch", "ends", "AG"));
});

test("a test of another kind keeps what both ask for", () => {
  expect(ofKind(band("Days", 30, null), "not-band", undefined)).toEqual(band("Days", 30, null, true));
  expect(ofKind(text("Name", "ends", "AG"), "not-contains", undefined)).toEqual(text("Name", "contains", "AG", true));
  expect(ofKind(band("Days", 30, null), "list", undefined)).toEqual(list("Days", []));
});

test("a range of a column of dates goes by days, also where they are text", () => {
  const column = (looksLike: string, ...samples: string[]): InspectedColumn =>
    ({ name: "Opened", looksLike, spread: null, samples }) as unknown as InspectedColumn;
  expect(ofColumn(band("Days", 30, null), column("date", "45292"))).toEqual(days("Opened", null, null));
  expect(ofColumn(list("Region", ["North"]), column("text", "31/01/2025", "2025年2月3日"))).toEqual(
    days("Opened", null, null),
  );
  expect(ofColumn(band("Days", 30, null), column("category", "20250131"))).toEqual(list("Opened", []));
  const from = days("Opened", "2025-01-01", null);
  expect(ofKind(from, "not-band", column("date"))).toEqual({ ...from, not: true });
  expect(ofColumn(from, { ...column("value"), name: "Balance", spread: {} } as InspectedColumn)).toEqual(
    band("Balance", null, null),
  );
});
