import type { RuleTest, RulesSegmentation } from "../../../src/segmentations/rules/plan";

type Rule = RulesSegmentation["rules"][number];

/** A rule with one alternative, or several. */
export function rule(segment: string, ...any: readonly (readonly RuleTest[])[]): Rule {
  return { segment, any: any.map((all) => ({ all: [...all] })) };
}

export function band(column: string, from: number | null, below: number | null, not = false): RuleTest {
  return { kind: "band", column, not, from, below };
}

export function days(column: string, from: string | null, below: string | null, not = false): RuleTest {
  return { kind: "days", column, not, from, below };
}

export function list(column: string, values: readonly string[], not = false): RuleTest {
  return { kind: "list", column, not, values: [...values] };
}

export function text(column: string, how: "contains" | "starts" | "ends", part: string, not = false): RuleTest {
  return { kind: "text", column, not, how, text: part };
}

export function blank(column: string, not = false): RuleTest {
  return { kind: "blank", column, not };
}

/** Rules over three segments, and "Others" for whom none holds. */
export function rulesOf(...rules: readonly Rule[]): RulesSegmentation {
  return {
    method: "rules",
    id: "own",
    name: "Own",
    valueColumn: "Balance",
    segments: ["Watch", "Key", "Local"].map((name) => ({ id: name.toLowerCase(), name })),
    otherwise: "Others",
    rules: [...rules],
  };
}
