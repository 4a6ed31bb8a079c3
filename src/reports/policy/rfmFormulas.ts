import { limitFields, type PolicyField, type PolicyTable } from "../../segmentations/shared/policy/policyTable";
import { allScoreFields, scoreFields } from "../../segmentations/rfm/rfmTables";
import type { PolicySheetWords } from "../../text/sheet/policyEn";

type Test = [when: string, says: string];
type Words = PolicySheetWords["check"];

/** Whether a measure's limits rise from the left without a gap; none at all leave it to the data. */
export function limitTests(cell: (field: PolicyField) => string, words: Words): Test[] {
  const cells = limitFields.map(cell);
  const pairs = cells.slice(1).map((limit, k) => [cells[k] ?? limit, limit] as const);
  const all = cells.join(",");
  return [
    [`NOT(COUNT(${all})=COUNTA(${all}))`, words.number],
    [`OR(${pairs.map(([before, limit]) => `AND(${before}="",NOT(${limit}=""))`).join(",")})`, words.gap],
    [
      `OR(${pairs.map(([before, limit]) => `AND(COUNT(${before},${limit})=2,${limit}<=${before})`).join(",")})`,
      words.rising,
    ],
  ];
}

/** Whether a line names a segment, and scores from low to high. */
export function lineTests(cell: (field: PolicyField) => string, names: string, words: Words): Test[] {
  const all = allScoreFields.map(cell);
  const pairs = Object.values(scoreFields).map(([from, to]) => [cell(from), cell(to)] as const);
  return [
    [`${cell("segment")}=""`, words.segment],
    [`SUMPRODUCT((${names}=${cell("segment")})*1)=0`, words.unknownSegment],
    [`COUNT(${all.join(",")})<${all.length}`, words.number],
    [`OR(${all.map((score) => `${score}<1,${score}>5`).join(",")})`, words.scores],
    [`OR(${pairs.map(([from, to]) => `${from}>${to}`).join(",")})`, words.scoresCrossed],
  ];
}

/**
 * How many combinations of scores no line holds, or several do: each combination is looked up among the lines, whatever
 * rows people add to them.
 *
 * @param lines - the columns of the lines by field, as formulas name them
 */
export function coverageFormula(
  { scores = [] }: PolicyTable,
  item: string,
  lines: ReadonlyMap<PolicyField, string>,
): string {
  const combinations = scores.reduce<readonly (readonly number[])[]>(
    (begun, count) => begun.flatMap((at) => Array.from({ length: count }, (_, i) => [...at, i + 1])),
    [[]],
  );
  const conditions = Object.values(scoreFields).flatMap(([from, to], k) => {
    const all = `{${combinations.map((at) => at[k]).join(",")}}`;
    return [`${lines.get(from) ?? ""},"<="&${all}`, `${lines.get(to) ?? ""},">="&${all}`];
  });
  return `SUMPRODUCT((COUNTIFS(${conditions.join(",")})${item === "without" ? "=0" : ">1"})*1)`;
}
