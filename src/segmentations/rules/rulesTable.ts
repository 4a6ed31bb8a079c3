import type { SegmentationBy } from "../plans";
import type { RuleTest } from "./plan";
import type { PolicyItem, PolicyTable } from "../shared/policy/policyTable";
import { listText } from "../shared/valueList";

/** What a row of a table of rules asks of its column; the words for it are the sheet's. */
export type TestToken =
  | "band"
  | "not-band"
  | "list"
  | "not-list"
  | "contains"
  | "not-contains"
  | "starts"
  | "not-starts"
  | "ends"
  | "not-ends"
  | "blank"
  | "not-blank"
  | "otherwise";

/** Id of the row of those for whom no rule holds. */
export const otherwiseId = "-";

/** Id of the row of a test; rules, alternatives and tests count from zero. */
export function testId(rule: number, alternative: number, test: number): string {
  return `${rule + 1}.${alternative + 1}.${test + 1}`;
}

/** Ordered rules as a table: a row per test, and a last one for those for whom no rule holds. */
export function rulesTable({ id, name, segments, otherwise, rules }: SegmentationBy<"rules">): PolicyTable {
  const nameOf = new Map(segments.map((each) => [each.id, each.name]));
  return {
    id,
    name,
    kind: "rules",
    fields: ["id", "name", "order", "alternative", "column", "test", "values", "from", "below", "check"],
    inputs: ["name", "order", "alternative", "column", "test", "values", "from", "below"],
    items: [
      ...rules.flatMap((rule, i) =>
        rule.any.flatMap(({ all }, k) =>
          all.map((test, j): PolicyItem => {
            const shared = { order: i + 1, name: nameOf.get(rule.segment) ?? rule.segment, alternative: k + 1 };
            return { id: testId(i, k, j), cells: { ...shared, column: test.column, ...testCells(test) } };
          }),
        ),
      ),
      { id: otherwiseId, cells: { name: otherwise, test: "otherwise" satisfies TestToken } },
    ],
  };
}

function testCells(test: RuleTest): PolicyItem["cells"] {
  const token = (kind: "band" | "list" | "contains" | "starts" | "ends" | "blank"): TestToken =>
    test.not ? `not-${kind}` : kind;
  switch (test.kind) {
    case "band":
      return {
        test: token("band"),
        ...(test.from === null ? {} : { from: test.from }),
        ...(test.below === null ? {} : { below: test.below }),
      };
    case "days":
      return {
        test: token("band"),
        ...(test.from === null ? {} : { from: test.from }),
        ...(test.below === null ? {} : { below: test.below }),
      };
    case "list":
      return { test: token("list"), values: listText(test.values) };
    case "text":
      return { test: token(test.how), values: test.text };
    case "blank":
      return { test: token("blank") };
    default:
      return test satisfies never;
  }
}
