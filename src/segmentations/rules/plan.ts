import * as z from "zod/mini";
import { Day, Id, Name, Tier } from "../shared/parts";
import type { PlanKind } from "../shared/planKind";
import { badText, nameProblems, problem, repeated, type PlanProblem } from "../shared/problem";
import { reservedNames } from "../shared/reservedNames";
import { typedDay } from "./typedDay";

/** The most rules of a segmentation, alternatives of a rule, and tests that an alternative joins. */
export const mostRules = 100;
export const mostAlternatives = 6;
export const mostTests = 8;

/** The most segments that rules lead to. */
export const mostSegments = 30;

/** The share of the customers for whom no rule holds that is still no reason to warn. */
export const mostOtherwise = 0.1;

const not = z.boolean();

/** What a rule asks of one column. `not` turns the answer round. */
export const RuleTest = z.discriminatedUnion("kind", [
  /** A number in [from, below); null for an open end. */
  z.strictObject({
    kind: z.literal("band"),
    column: Name,
    not,
    from: z.nullable(z.number()),
    below: z.nullable(z.number()),
  }),
  /** A day in [from, below); null for an open end. Cells are read as dates, by the plan's order where they are text. */
  z.strictObject({
    kind: z.literal("days"),
    column: Name,
    not,
    from: z.nullable(Day),
    below: z.nullable(Day),
  }),
  /** One of these values, trimmed and in exact case as groups are. */
  z.strictObject({
    kind: z.literal("list"),
    column: Name,
    not,
    values: z.array(Name).check(z.minLength(1), z.maxLength(100)),
  }),
  /** A part of a text, in any case. */
  z.strictObject({
    kind: z.literal("text"),
    column: Name,
    not,
    how: z.enum(["contains", "starts", "ends"]),
    text: Name,
  }),
  z.strictObject({ kind: z.literal("blank"), column: Name, not }),
]);

export type RuleTest = z.infer<typeof RuleTest>;

/** One rule: customers for whom all tests of one of its alternatives hold. */
const Rule = z.strictObject({
  segment: Id,
  any: z
    .array(z.strictObject({ all: z.array(RuleTest).check(z.minLength(1), z.maxLength(mostTests)) }))
    .check(z.minLength(1), z.maxLength(mostAlternatives)),
});

/** Ordered rules: a customer is in the segment of the first rule that holds, and in the last segment where none does. */
const RulesSegmentation = z.strictObject({
  method: z.literal("rules"),
  id: Id,
  name: Name,
  /** The column that is summed per segment. */
  valueColumn: Name,
  segments: z.array(Tier).check(z.minLength(1), z.maxLength(mostSegments)),
  /** The name of the segment of those for whom no rule holds. */
  otherwise: Name,
  rules: z.array(Rule).check(z.minLength(1), z.maxLength(mostRules)),
});
export type RulesSegmentation = z.infer<typeof RulesSegmentation>;
type Rules = RulesSegmentation;

/** The tests of all rules, in their order. */
export function testsOf({ rules }: Pick<Rules, "rules">): readonly RuleTest[] {
  return rules.flatMap(({ any }) => any.flatMap(({ all }) => all));
}

const columnsTested = (segmentation: Rules, tested: RuleTest["kind"]): readonly string[] =>
  testsOf(segmentation).flatMap(({ kind, column }) => (kind === tested ? [column] : []));

export const rules: PlanKind<Rules> = {
  schema: RulesSegmentation,
  columns: ({ rules: all, valueColumn }) => [
    ...all.flatMap(({ any }, r) =>
      any.flatMap((one, a) =>
        one.all.map(({ column }, t) => ({ path: `rules[${r}].any[${a}].all[${t}].column`, column })),
      ),
    ),
    { path: "valueColumn", column: valueColumn },
  ],
  measured: (segmentation) => [...columnsTested(segmentation, "band"), segmentation.valueColumn],
  daysTested: (segmentation) => columnsTested(segmentation, "days"),
  problems: rulesProblems,
};

/** What keeps a test from being one: it lacks something, its limits cross, or no cell could hold what it asks for. */
export type TestProblem =
  "no-column" | "no-limit" | "not-a-number" | "not-a-date" | "limits-crossed" | "no-value" | "unfit-value";

/** What is wrong with a test; null for a sound one. */
export function testProblem(test: RuleTest): TestProblem | null {
  if (test.column === "") return "no-column";
  switch (test.kind) {
    case "band":
      return Number.isNaN(test.from) || Number.isNaN(test.below) ? "not-a-number" : limitsProblem(test);
    case "days":
      return isDayOrOpen(test.from) && isDayOrOpen(test.below) ? limitsProblem(test) : "not-a-date";
    case "list":
      if (test.values.length === 0) return "no-value";
      return test.values.every((value) => value === value.trim().normalize("NFC") && badText(value, "").length === 0)
        ? null
        : "unfit-value";
    case "text":
      if (test.text.trim() === "") return "no-value";
      return badText(test.text, "").length === 0 ? null : "unfit-value";
    case "blank":
      return null;
    default:
      return test satisfies never;
  }
}

const isDayOrOpen = (day: string | null): boolean => day === null || typedDay(day, null) === day;

/** Days are in the order of their texts. */
function limitsProblem<Limit extends number | string>(limits: {
  readonly from: Limit | null;
  readonly below: Limit | null;
}): TestProblem | null {
  const { from, below } = limits;
  if (from === null && below === null) return "no-limit";
  return from !== null && below !== null && from >= below ? "limits-crossed" : null;
}

/** All that keeps ordered rules from being run. The name of those for whom no rule holds counts as the last segment's. */
function rulesProblems({ segments, otherwise, rules }: Rules, path: string): PlanProblem[] {
  const known = new Set(segments.map(({ id }) => id));
  const named = [...segments, { id: "-", name: otherwise }];
  return [
    ...repeated(named, `${path}.segments`),
    ...nameProblems(named, `${path}.segments`, reservedNames),
    ...(rules.length === 0 ? [problem("no-rule", `${path}.rules`, "0")] : []),
    ...rules.flatMap((rule, i): PlanProblem[] => [
      ...(known.has(rule.segment) ? [] : [problem("unknown-segment", `${path}.rules[${i}].segment`, rule.segment)]),
      ...rule.any.flatMap(({ all }, k) =>
        all.flatMap((test, j): PlanProblem[] => {
          const found = testProblem(test);
          return found === null ? [] : [problem("bad-test", `${path}.rules[${i}].any[${k}].all[${j}]`, found)];
        }),
      ),
    ]),
  ];
}
