import type { SegmentationBy } from "./plan";
import { badText, nameProblems, problem, repeated, type PlanProblem } from "./problem";
import { reservedNames } from "./reservedNames";
import type { RuleTest } from "./rulesSegmentation";
import { typedDay } from "./typedDay";

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
export function rulesProblems({ segments, otherwise, rules }: SegmentationBy<"rules">, path: string): PlanProblem[] {
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
