import type { InspectedColumn } from "../../../actions/inspectTable";
import { mostAlternatives, mostRules, mostSegments, mostTests, type RuleTest } from "../../../segmentations/rules/plan";
import type { TestKind } from "../../../text/ruleWords";
import { moved } from "../moved";
import type { RulesForm } from "../planForm";
import { rangeKind } from "./rangeKind";

export type RuleForm = RulesForm["rules"][number];

/** Where a test stands: its rule, the alternative, and its place there. */
export interface TestPlace {
  readonly rule: number;
  readonly alternative: number;
  readonly test: number;
}

/** A rule more, at the end, for a segment of its own; the same form where there are enough. */
export function withRule(form: RulesForm, nameOf: (n: number) => string): RulesForm {
  if (form.rules.length >= mostRules) return form;
  const rule = { segment: "", any: [{ all: [emptyTest] }] };
  return toNewSegment({ ...form, rules: [...form.rules, rule] }, form.rules.length, nameOf);
}

/** Without a rule, and without its segment where no other rule leads there. */
export function withoutRule(form: RulesForm, rule: number): RulesForm {
  return tidy({ ...form, rules: form.rules.filter((_, i) => i !== rule) });
}

/** A rule one place up or down. */
export function withRuleMoved(form: RulesForm, rule: number, by: -1 | 1): RulesForm {
  return { ...form, rules: [...moved(form.rules, rule, rule + by)] };
}

/** A rule that leads to a segment of the form. */
export function toSegment(form: RulesForm, rule: number, segment: string): RulesForm {
  return tidy(withRuleAs(form, rule, (former) => ({ ...former, segment })));
}

/** A rule that leads to a new segment, or to the first one where there are as many as a plan takes. */
export function toNewSegment(form: RulesForm, rule: number, nameOf: (n: number) => string): RulesForm {
  if (form.segments.length >= mostSegments) return toSegment(form, rule, form.segments[0]?.id ?? "");
  const ids = Array.from({ length: mostSegments + 1 }, (_, i) => `segment-${i + 1}`);
  const id = ids.find((each) => form.segments.every((segment) => segment.id !== each)) ?? "";
  const taken = [...form.segments.map((segment) => segment.name), form.otherwise];
  const names = [...ids, ""].map((_, i) => nameOf(form.segments.length + 1 + i));
  const free = names.find((each) => !taken.includes(each)) ?? nameOf(form.segments.length + 1);
  return toSegment({ ...form, segments: [...form.segments, { id, name: free }] }, rule, id);
}

/** The segment of a rule under another name, for all rules that lead there. */
export function withSegmentName(form: RulesForm, segment: string, name: string): RulesForm {
  return { ...form, segments: form.segments.map((each) => (each.id === segment ? { ...each, name } : each)) };
}

/** One test as it is to be. */
export function withTest(form: RulesForm, { rule, alternative, test }: TestPlace, to: RuleTest): RulesForm {
  return withTests(form, rule, alternative, (all) => all.map((former, i) => (i === test ? to : former)));
}

/** A test more in an alternative. */
export function withOneMoreTest(form: RulesForm, rule: number, alternative: number): RulesForm {
  return withTests(form, rule, alternative, (all) => (all.length >= mostTests ? all : [...all, emptyTest]));
}

/** An alternative more, with a test to fill in. */
export function withAlternative(form: RulesForm, rule: number): RulesForm {
  return withRuleAs(form, rule, (former) =>
    former.any.length >= mostAlternatives ? former : { ...former, any: [...former.any, { all: [emptyTest] }] },
  );
}

/** Without a test, and without its alternative where it was the last one there. */
export function withoutTest(form: RulesForm, { rule, alternative, test }: TestPlace): RulesForm {
  const without = withTests(form, rule, alternative, (all) => all.filter((_, i) => i !== test));
  return withRuleAs(without, rule, (former) => ({ ...former, any: former.any.filter(({ all }) => all.length > 0) }));
}

/** A test of another column: by a range where it holds numbers or days, and otherwise as it was or by a list. */
export function ofColumn(test: RuleTest, column: InspectedColumn): RuleTest {
  const { name } = column;
  const range = rangeKind(column);
  const former = test.kind === "band" || test.kind === "days" ? test.kind : null;
  if (test.kind === "blank" || former === range) {
    return test.kind === "list" ? { ...test, column: name, values: [] } : { ...test, column: name };
  }
  return ofKind({ ...test, column: name }, range === null ? "list" : "band", column);
}

/**
 * The test of another kind; what it asked for stays where both kinds ask for the same.
 *
 * @param column - where the test's column is
 */
export function ofKind(test: RuleTest, kind: TestKind, column: InspectedColumn | undefined): RuleTest {
  const not = kind.startsWith("not-");
  const plain = (not ? kind.slice("not-".length) : kind) as "band" | "list" | "contains" | "starts" | "ends" | "blank";
  const shared = { column: test.column, not };
  switch (plain) {
    case "band":
      return rangeTest(test, not, column);
    case "list":
      return test.kind === "list" ? { ...test, not } : { kind: plain, ...shared, values: [] };
    case "blank":
      return { kind: plain, ...shared };
    default:
      return { kind: "text", ...shared, how: plain, text: test.kind === "text" ? test.text : "" };
  }
}

/** A range of numbers or of days, as the column has them. */
function rangeTest(test: RuleTest, not: boolean, column: InspectedColumn | undefined): RuleTest {
  const ranged = test.kind === "band" || test.kind === "days" ? test : null;
  const kind = (column && rangeKind(column)) ?? ranged?.kind ?? "band";
  if (ranged?.kind === kind) return { ...ranged, not };
  return { kind, column: test.column, not, from: null, below: null };
}

const emptyTest: RuleTest = { kind: "list", column: "", not: false, values: [] };

function withRuleAs(form: RulesForm, rule: number, change: (former: RuleForm) => RuleForm): RulesForm {
  return { ...form, rules: form.rules.map((former, i) => (i === rule ? change(former) : former)) };
}

function withTests(
  form: RulesForm,
  rule: number,
  alternative: number,
  change: (all: RuleTest[]) => RuleTest[],
): RulesForm {
  return withRuleAs(form, rule, (former) => ({
    ...former,
    any: former.any.map(({ all }, k) => ({ all: k === alternative ? change(all) : all })),
  }));
}

/** Without segments that no rule leads to. */
function tidy(form: RulesForm): RulesForm {
  const led = new Set(form.rules.map(({ segment }) => segment));
  return { ...form, segments: form.segments.filter(({ id }) => led.has(id)) };
}
