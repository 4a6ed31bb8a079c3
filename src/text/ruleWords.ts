import { figures } from "./figures";
import type { Language } from "./language";

/** A test of a rule as it is put into words; the plan's tests have this form. */
export type WordedTest = { readonly column: string; readonly not: boolean } & (
  | { readonly kind: "band"; readonly from: number | null; readonly below: number | null }
  | { readonly kind: "days"; readonly from: string | null; readonly below: string | null }
  | { readonly kind: "list"; readonly values: readonly string[] }
  | { readonly kind: "text"; readonly how: "contains" | "starts" | "ends"; readonly text: string }
  | { readonly kind: "blank" }
);

/** Values of a list that are named; what is left of a longer one is counted. */
const namedValues = 6;

/** Every kind of test, as the Policy sheet and the pane offer it. */
export const testKinds = [
  "band",
  "not-band",
  "list",
  "not-list",
  "contains",
  "not-contains",
  "starts",
  "not-starts",
  "ends",
  "not-ends",
  "blank",
  "not-blank",
] as const;
export type TestKind = (typeof testKinds)[number];

/** Which of these kinds a test is. */
export function kindOf(test: WordedTest): TestKind {
  const kind = test.kind === "text" ? test.how : test.kind === "days" ? "band" : test.kind;
  return test.not ? `not-${kind}` : kind;
}

interface RuleWords {
  /** What each kind of test asks. */
  readonly kinds: Readonly<Record<TestKind, string>>;
  /** One test in words. */
  readonly test: (test: WordedTest) => string;
  /** Tests that must all hold. */
  readonly all: (tests: readonly WordedTest[]) => string;
  /** Alternatives of which one must hold. */
  readonly any: (alternatives: readonly { readonly all: readonly WordedTest[] }[]) => string;
}

const en = figures("en");
const zh = figures("zh");

const allEn = (tests: readonly WordedTest[]): string => tests.map(testEn).join(" and ");
const allZh = (tests: readonly WordedTest[]): string => tests.map(testZh).join("，且");

const kindsEn: RuleWords["kinds"] = {
  band: "is in the range",
  "not-band": "is not in the range",
  list: "is one of",
  "not-list": "is none of",
  contains: "contains",
  "not-contains": "does not contain",
  starts: "starts with",
  "not-starts": "does not start with",
  ends: "ends with",
  "not-ends": "does not end with",
  blank: "is blank",
  "not-blank": "is not blank",
};

const kindsZh: RuleWords["kinds"] = {
  band: "在区间内",
  "not-band": "不在区间内",
  list: "属于",
  "not-list": "不属于",
  contains: "包含",
  "not-contains": "不包含",
  starts: "开头为",
  "not-starts": "开头不为",
  ends: "结尾为",
  "not-ends": "结尾不为",
  blank: "为空",
  "not-blank": "不为空",
};

/** The rules of a segmentation in words, in one language. */
export const ruleWords: Readonly<Record<Language, RuleWords>> = {
  en: {
    kinds: kindsEn,
    test: testEn,
    all: allEn,
    any: (alternatives) => alternatives.map(({ all }) => allEn(all)).join("; or "),
  },
  zh: {
    kinds: kindsZh,
    test: testZh,
    all: allZh,
    any: (alternatives) => alternatives.map(({ all }) => allZh(all)).join("；或"),
  },
};

function testEn(test: WordedTest): string {
  const { column, not } = test;
  switch (test.kind) {
    case "band": {
      const { from, below } = test;
      const ends =
        below === null
          ? `at least ${en.exact(from ?? 0)}`
          : from === null
            ? `below ${en.exact(below)}`
            : `from ${en.exact(from)} to below ${en.exact(below)}`;
      return `${column} ${not ? "not " : ""}${ends}`;
    }
    case "days": {
      const { from, below } = test;
      const ends =
        below === null
          ? `on or after ${en.day(from ?? "")}`
          : from === null
            ? `before ${en.day(below)}`
            : `from ${en.day(from)} to before ${en.day(below)}`;
      return `${column} ${not ? "not " : ""}${ends}`;
    }
    case "list": {
      const { values } = test;
      if (values.length === 1) return `${column} is ${not ? "not " : ""}${values[0]}`;
      return `${column} is ${not ? "none" : "one"} of ${named(values, ", ", (more) => `and ${en.count(more)} more`)}`;
    }
    case "text":
      return `${column} ${kindsEn[kindOf(test)]} “${test.text}”`;
    case "blank":
      return `${column} ${kindsEn[kindOf(test)]}`;
    default:
      return test satisfies never;
  }
}

function testZh(test: WordedTest): string {
  const { column, not } = test;
  switch (test.kind) {
    case "band": {
      const ends = [
        test.from === null ? "" : `≥ ${zh.exact(test.from)}`,
        test.below === null ? "" : `< ${zh.exact(test.below)}`,
      ].filter((end) => end !== "");
      return not ? `${column}不满足 ${ends.join(" 且 ")}` : `${column} ${ends.join(" 且 ")}`;
    }
    case "days": {
      const { from, below } = test;
      const not = test.not ? "不" : "";
      if (below === null) return `${column}${not}在 ${zh.day(from ?? "")}（含）之后`;
      if (from === null) return `${column}${not}早于 ${zh.day(below)}`;
      return `${column}${not}在 ${zh.day(from)}（含）至 ${zh.day(below)}（不含）之间`;
    }
    case "list": {
      const { values } = test;
      if (values.length === 1) return `${column}${not ? "不为" : "为"} ${values[0]}`;
      return `${column}${not ? "不属于" : "属于"} ${named(values, "、", (more) => `等另外 ${zh.count(more)} 项`)}`;
    }
    case "text":
      return `${column}${kindsZh[kindOf(test)]}“${test.text}”`;
    case "blank":
      return `${column}${kindsZh[kindOf(test)]}`;
    default:
      return test satisfies never;
  }
}

function named(values: readonly string[], comma: string, rest: (more: number) => string): string {
  const more = values.length - namedValues;
  if (more <= 1) return values.join(comma);
  return `${values.slice(0, namedValues).join(comma)} ${rest(more)}`;
}
