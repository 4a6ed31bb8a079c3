import type { SegmentationBy } from "../plans";
import { mostAlternatives, mostRules, mostSegments, mostTests, type RuleTest } from "./plan";
import { otherwiseId, rulesTable, testId, type TestToken } from "./rulesTable";
import { foldTest, readTest } from "./readTest";
import {
  type Draft,
  fact,
  type PolicyKind,
  type ReadSegmentation,
  rowsOf,
  type SettingsOf,
  type SheetReading,
  type SheetTables,
} from "../shared/policy/policyKind";
import type { PolicyWords } from "../shared/policy/policyTable";
import { freeSegmentId } from "../shared/policy/namesIn";
import { textOf, type TableReader } from "../shared/policy/tableReader";
import { folded } from "../shared/folded";

type Rules = SegmentationBy<"rules">;

/** A row of the table as it was read. */
interface TestRow {
  readonly row: number;
  /** The rule that the row belonged to; null for a row that people added. */
  readonly former: number | null;
  readonly order: number;
  readonly name: string;
  readonly alternative: string;
  readonly test: RuleTest | null;
}

/** The rows of one order number, which are one rule. */
interface RuleRows {
  readonly name: string;
  readonly former: number | null;
  readonly row: number;
  readonly any: Rules["rules"][number]["any"];
}

/**
 * Reads a table of rules: rows with one order number are a rule, and those with one alternative hold together. Rows may
 * be added, and taken away. The rows told are per segment that of the first rule that leads to it; last those without.
 */
function readRules(rules: Rules, { words, columns, readerOf }: SheetReading): ReadSegmentation<Rules> {
  const reader = readerOf(rules.id);
  const tokens = testTokens(words);
  const formerOf = new Map(
    rules.rules.flatMap(({ any }, i) =>
      any.flatMap(({ all }, k) => all.map((test, j) => [reader.rowOf(testId(i, k, j)), { rule: i, test }] as const)),
    ),
  );
  const rows = [...[...formerOf.keys()].filter((row) => row !== null), ...reader.added].map((row): TestRow => {
    const order = reader.number(row, "order");
    const name = reader.text(row, "name");
    if (name === "") reader.note("name-missing", row, "name");
    const alternative = reader.text(row, "alternative");
    const former = formerOf.get(row);
    const test = readTest(row, former?.test, { tokens, columns, reader });
    return { row, former: former?.rule ?? null, order, name, alternative, test };
  });
  const read = ruleRows(rows, reader);
  if (read.length === 0) reader.note("no-rule", null, "order");
  if (read.length > mostRules) reader.note("too-many", null, "order", read.length);
  const { segments, segmentOf } = namedSegments(rules, read);
  if (segments.length > mostSegments) reader.note("too-many", null, "name", segments.length);
  const last = reader.rowOf(otherwiseId);
  const leading = segments.map(({ id }) => read[segmentOf.indexOf(id)]?.row ?? null);
  return {
    segmentation: {
      ...rules,
      segments,
      otherwise: last === null ? rules.otherwise : reader.text(last, "name"),
      rules: read.map(({ any }, i) => ({ segment: segmentOf[i] ?? "", any })),
    },
    rows: new Map([[rules.id, [...leading, last]]]),
  };
}

/** The rows by their order numbers, and within a rule by its alternatives. */
function ruleRows(rows: readonly TestRow[], reader: TableReader): readonly RuleRows[] {
  const orders = [...new Set(rows.map(({ order }) => order))].sort((a, b) => a - b);
  return orders.flatMap((order): RuleRows[] => {
    const own = rows.filter((each) => each.order === order);
    const [first] = own;
    if (!first) return [];
    for (const { row, name } of own)
      if (folded(name) !== folded(first.name)) reader.note("two-segments", row, "name", name);
    const alternatives = [...new Set(own.map(({ alternative }) => alternative))].sort(byNumber);
    if (alternatives.length > mostAlternatives) {
      reader.note("too-many", first.row, "alternative", alternatives.length);
    }
    const any = alternatives.map((alternative) => {
      const tests = own.filter((each) => each.alternative === alternative);
      if (tests.length > mostTests) reader.note("too-many", tests[0]?.row ?? first.row, "test", tests.length);
      return { all: tests.flatMap(({ test }) => test ?? []) };
    });
    return [
      { name: first.name, former: own.find((each) => each.former !== null)?.former ?? null, row: first.row, any },
    ];
  });
}

/**
 * Which segment each rule leads to. A name means what it meant when the sheet was written; a name that nobody has renames
 * the segment that its rule led to, unless another rule still leads there under the old name: then it is a new one.
 */
function namedSegments(
  { segments, rules }: Rules,
  read: readonly RuleRows[],
): { readonly segments: Rules["segments"]; readonly segmentOf: readonly string[] } {
  const known = segments.map(({ id, name }) => ({ id, name }));
  const idOf = (name: string): string | undefined =>
    (known.find((each) => each.name === name) ?? known.find((each) => folded(each.name) === folded(name)))?.id;
  const kept = new Set(read.flatMap(({ name }) => idOf(name) ?? []));
  const segmentOf = read.map(({ name, former }): string => {
    const present = idOf(name);
    if (present !== undefined) return present;
    const before = former === null ? undefined : rules[former]?.segment;
    const renamed = before !== undefined && !kept.has(before) ? known.find(({ id }) => id === before) : undefined;
    if (renamed) {
      kept.add(renamed.id);
      renamed.name = name;
      return renamed.id;
    }
    const id = freeSegmentId(new Set(known.map((each) => each.id)));
    known.push({ id, name });
    kept.add(id);
    return id;
  });
  // A segment whose rules are all gone goes with them; one that never had a rule is not the sheet's to take away.
  const had = new Set(rules.map(({ segment }) => segment));
  return { segments: known.filter(({ id }) => !had.has(id) || segmentOf.includes(id)), segmentOf };
}

function byNumber(a: string, b: string): number {
  const [one, other] = [Number(a), Number(b)];
  return Number.isNaN(one) || Number.isNaN(other) ? 0 : one - other;
}

/** What the words for the tests of rules mean, in every language. */
function testTokens({ tests }: PolicyWords): ReadonlyMap<string, TestToken> {
  const tokens = Object.entries(tests) as [TestToken, readonly string[]][];
  return new Map(tokens.flatMap(([token, says]) => says.map((word) => [foldTest(word), token])));
}

/**
 * The rules by their segments alone. Every test is read from the sheet anew: what stands in its place here is never run,
 * because rules with a row that cannot be read are left out as a whole.
 */
function rulesOf(id: string, settings: SettingsOf, tables: SheetTables): Draft {
  const segments = settings.all("segment").map(([segment, name]) => ({ id: segment, name }));
  const rows = rowsOf(id, ["name"], tables);
  const unread = { kind: "blank", column: settings.text("valueColumn"), not: false };
  const rules = rows.flatMap((row) => {
    const name = textOf(row.content("name"));
    const segment = segments.find((each) => each.name === name) ?? segments[0];
    return row.id === "1.1.1" ? [{ segment: segment?.id, any: [{ all: [unread] }] }] : [];
  });
  const otherwise = rows.find((row) => row.id === otherwiseId);
  return {
    segments,
    otherwise: otherwise && textOf(otherwise.content("name")),
    rules: rules.length > 0 ? rules : [{ segment: segments[0]?.id, any: [{ all: [unread] }] }],
  };
}

export const rules: PolicyKind<Rules> = {
  tables: (segmentation) => [rulesTable(segmentation)],
  read: readRules,
  facts: ({ segments }) => segments.flatMap(({ id, name }) => fact("segment", name, id)),
  fromSheet: rulesOf,
};
