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
import { band, list, rule, rulesOf, text } from "../../../engine/rules";

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
  const column = (name: string, spread: object | null): InspectedColumn => ({ name, spread }) as InspectedColumn;
  expect(ofColumn(list("", []), column("Days", {}))).toEqual(band("Days", null, null));
  expect(ofColumn(band("Days", 30, null), column("Region", null))).toEqual(list("Region", []));
  expect(ofColumn(list("Region", ["North"]), column("Branch", null))).toEqual(list("Branch", []));
  expect(ofColumn(text("Name", "ends", "AG"), column("Branch", null))).toEqual(text("Branch", "ends", "AG"));
});

test("a test of another kind keeps what both ask for", () => {
  expect(ofKind(band("Days", 30, null), "not-band")).toEqual(band("Days", 30, null, true));
  expect(ofKind(text("Name", "ends", "AG"), "not-contains")).toEqual(text("Name", "contains", "AG", true));
  expect(ofKind(band("Days", 30, null), "list")).toEqual(list("Days", []));
});
